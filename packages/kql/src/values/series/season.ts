import { autocorrelation, type Likeness } from './autocorrelation';
import { undetermined } from './undetermined';

/** Kusto looks for periods of at least this many points, and of less than half of the series. */
const SHORTEST = 4;

/** How far a hill must clear the threshold by every measure, or stay below it. */
const ABOVE = 0.04;
const BELOW = 0.05;

/** How far the period must tower over hills elsewhere, and how far its own multiples may reach above it. */
const OVER_RIVALS = 0.15;
const OVER_ITSELF = 0.02;

const MEASURES = ['plain', 'detrended', 'pearson'] as const;

const least = (found: Likeness): number => Math.min(found.plain, found.detrended, found.pearson);
const most = (found: Likeness): number => Math.max(found.plain, found.detrended, found.pearson);

interface Hill extends Likeness {
  readonly period: number;
}

/**
 * The period that Kusto detects in a series, 0 for none. `series_periods_detect` is documented by its outcome only:
 * periods are hills of the autocorrelation, the best one above the threshold wins. So a series is answered where every
 * measure of likeness agrees by a margin, and refused where the choice hangs on the measure.
 */
export function detectedPeriod(series: readonly number[], threshold: number): number {
  if (series.length < 2 * SHORTEST || series.every((y) => y === series[0])) return 0;
  const hills = hillsOf(series);
  const high = hills.filter((hill) => most(hill) >= threshold - BELOW);
  if (high.length === 0) return 0;
  const found = high.find(
    (hill) =>
      least(hill) >= threshold + ABOVE &&
      hill.period * 4 <= series.length &&
      high.every((other) => towers(hill, other)),
  );
  return found?.period ?? undetermined('seasonality that is not certain; give the period, or 0 for none');
}

/** A hill is one by any measure; at half of the series there is none, as its far side is out of sight. */
function hillsOf(series: readonly number[]): readonly Hill[] {
  const of = autocorrelation(series);
  const last = Math.ceil(series.length / 2);
  const seen = Array.from({ length: last + 1 }, (_, distance) => of(distance));
  return seen.flatMap((here, period): readonly Hill[] => {
    const [before, after] = [seen[period - 1], seen[period + 1]];
    if (period < SHORTEST || period * 2 >= series.length || !before || !after) return [];
    const isHill = MEASURES.some((one) => rises(here[one], before[one], after[one]));
    return isHill ? [{ ...here, period }] : [];
  });
}

/** Whether a value is no lower than its neighbours and not level with both, but for rounding. */
const rises = (here: number, before: number, after: number): boolean =>
  here >= Math.max(before, after) - 1e-9 && here > Math.min(before, after) + 1e-9;

/** Whether a period beats another hill by every measure; its own multiples may come close to it. */
function towers(hill: Hill, other: Hill): boolean {
  if (hill === other) return true;
  const lead = other.period % hill.period === 0 ? -OVER_ITSELF : OVER_RIVALS;
  return MEASURES.every((one) => hill[one] >= other[one] + lead);
}

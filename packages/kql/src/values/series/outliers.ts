import { printJson } from '../print-json';
import { readItems } from './read-series';
import { undetermined } from './undetermined';

/** How far from the bulk of a series a point counts as an outlier, as Kusto tells it. */
export interface Fence {
  readonly low: number;
  readonly high: number;
  /** Makes scores comparable with those of the quartiles: 1.5 is a mild outlier of normally distributed values. */
  readonly factor: number;
}

/**
 * The fences by name. Both take linearly interpolated percentiles; `ctukey` scales its scores for the wider range. The
 * factor is Kusto's own, read from its answers; those of other percentiles are not public.
 */
export const FENCES: Readonly<Record<string, Fence>> = {
  ctukey: { low: 0.1, high: 0.9, factor: 2.7726056055079145 },
  tukey: { low: 0.25, high: 0.75, factor: 1 },
};

const percentile = (sorted: readonly number[], share: number): number => {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const [low, high] = [sorted[below] ?? 0, sorted[Math.min(below + 1, sorted.length - 1)] ?? 0];
  return low + (high - low) * (place - below);
};

/**
 * Scores every value by its distance from the bulk, in units of the bulk's width; 0 within it and where a value is
 * missing. A bulk without width, but with values outside it, is refused: Kusto's answer is not documented.
 */
export function outlierScores(values: readonly (number | null)[], fence: Fence): readonly number[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const [low, high] = [percentile(sorted, fence.low), percentile(sorted, fence.high)];
  const size = Math.max(0, ...[sorted[0] ?? 0, sorted.at(-1) ?? 0].map(Math.abs));
  const width = high - low;
  const outside = (value: number | null): number =>
    value === null || (value >= low && value <= high) ? 0 : value > high ? value - high : value - low;
  if (width <= 1e-9 * size && values.some((value) => outside(value) !== 0))
    return undetermined('outliers of a series whose bulk is one value');
  return values.map((value) => (outside(value) === 0 ? 0 : (outside(value) / width) * fence.factor));
}

/** `series_outliers`: scores of a series in which nulls and the value to ignore count as missing. */
export function seriesOutliers(
  text: string | null,
  kind: string | null = 'ctukey',
  ignored: number | null = null,
  low: number | null = null,
  high: number | null = null,
): string | null {
  const items = text === null ? undefined : readItems(text);
  if (!items) return null;
  const fence = kind === null ? undefined : FENCES[kind.toLowerCase()];
  if (!fence) return undetermined(`series_outliers of the kind ${String(kind)}`);
  if (kind?.toLowerCase() === 'ctukey' && ((low ?? 10) !== 10 || (high ?? 90) !== 90))
    return undetermined('series_outliers with percentiles other than 10 and 90');
  const values = items.map((item) => (item === null || Number(item) === ignored ? null : Number(item)));
  if (values.some((value) => value !== null && !Number.isFinite(value)))
    return undetermined('series_outliers of values that are not finite');
  return printJson(outlierScores(values, fence));
}

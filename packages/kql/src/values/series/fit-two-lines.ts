import { fitLine, isPerfect, type LineFit } from './fit-line';
import { undetermined } from './undetermined';

/** Two lines through the parts of a series before and from `split`, with the least squares of all such pairs. */
export interface TwoLines {
  readonly split: number;
  readonly left: LineFit;
  readonly right: LineFit;
  readonly values: readonly number[];
  /** One line through all of the series. */
  readonly whole: LineFit;
}

/**
 * The best split into two lines, as `series_fit_2lines` documents it: every split is tried, the greatest r-square wins.
 * Each part has at least two points; series where two splits fit alike, or the fit is perfect, are refused.
 */
export function fitTwoLines(series: readonly number[]): TwoLines {
  if (series.length < 5) return undetermined('series_fit_2lines of fewer than five values');
  const whole = fitLine(series);
  const tried = Array.from({ length: series.length - 3 }, (_, index) => splitAt(series, index + 2, whole));
  const [best, next] = [...tried].sort((a, b) => misfit(a) - misfit(b));
  const ends = Math.min(fitLine(series.slice(1)).misfit, fitLine(series.slice(0, -1)).misfit);
  if (
    !best ||
    isPerfect(series, misfit(best)) ||
    Math.min(next ? misfit(next) : Infinity, ends) <= misfit(best) * (1 + 1e-9)
  )
    return undetermined('series_fit_2lines without one best split');
  return best;
}

const splitAt = (series: readonly number[], split: number, whole: LineFit): TwoLines => {
  const [left, right] = [fitLine(series.slice(0, split)), fitLine(series.slice(split))];
  return { split, left, right, values: [...left.values, ...right.values], whole };
};

const misfit = ({ left, right }: TwoLines): number => left.misfit + right.misfit;

import { undetermined } from './undetermined';

/** A line through a series, `slope * (index + 1) + interception`, and how well it fits; variances are a sample's. */
export interface LineFit {
  readonly rsquare: number;
  readonly slope: number;
  readonly variance: number;
  readonly rvariance: number;
  readonly interception: number;
  readonly values: readonly number[];
  /** The sum of the squared distances from the line. */
  readonly misfit: number;
}

/** The line of least squares; its argument runs from 1, as Kusto's does. At least two points. */
export function fitLine(series: readonly number[]): LineFit {
  const count = series.length;
  const middle = (count + 1) / 2;
  const mean = series.reduce((sum, y) => sum + y, 0) / count;
  const across = series.reduce((sum, y, index) => sum + (index + 1 - middle) * (y - mean), 0);
  const slope = across / ((count * (count * count - 1)) / 12);
  const interception = mean - slope * middle;
  const values = series.map((_, index) => slope * (index + 1) + interception);
  const spread = series.reduce((sum, y) => sum + (y - mean) ** 2, 0);
  const misfit = series.reduce((sum, y, index) => sum + (y - (values[index] ?? 0)) ** 2, 0);
  return {
    rsquare: 1 - misfit / spread,
    slope,
    variance: spread / (count - 1),
    rvariance: misfit / (count - 1),
    interception,
    values,
    misfit,
  };
}

/** Whether a series lies on its line but for rounding, so that the digits of its misfit mean nothing. */
export const isPerfect = (series: readonly number[], misfit: number): boolean =>
  Math.sqrt(misfit / series.length) <= 1e-9 * series.reduce((most, y) => Math.max(most, Math.abs(y)), 0);

/** As {@link fitLine}; a series that is too short, or lies on a line but for rounding, is refused. */
export function properLine(series: readonly number[], name: string): LineFit {
  if (series.length < 3) return undetermined(`${name} of fewer than three values`);
  const line = fitLine(series);
  return isPerfect(series, line.misfit) ? undetermined(`${name} of values on one line`) : line;
}

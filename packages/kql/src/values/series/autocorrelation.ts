/** How like a series is to itself some steps later, by several measures: Kusto's own is not public. */
export interface Likeness {
  /** The covariance at the distance over the variance, each a mean of its own terms. */
  readonly plain: number;
  /** The same without the series' line of least squares; 0 for a series that is a line. */
  readonly detrended: number;
  /** Pearson's correlation of the two overlapping parts. */
  readonly pearson: number;
}

/** Gives the likeness at a distance; the series has at least three points and is not constant. */
export function autocorrelation(series: readonly number[]): (distance: number) => Likeness {
  const centered = minus(series, () => mean(series));
  const middle = (series.length - 1) / 2;
  const steepness =
    centered.reduce((sum, y, x) => sum + (x - middle) * y, 0) /
    ((series.length * (series.length ** 2 - 1)) / 12);
  const level = minus(centered, (x) => steepness * (x - middle));
  const isLine = product(level, level) <= 1e-18 * product(centered, centered);
  return (distance) => ({
    plain: shared(centered, distance),
    detrended: isLine ? 0 : shared(level, distance),
    pearson: pearson(centered.slice(distance), centered.slice(0, series.length - distance)),
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, y) => sum + y, 0) / values.length;

const minus = (values: readonly number[], of: (index: number) => number): readonly number[] =>
  values.map((value, index) => value - of(index));

const product = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, index) => sum + x * (b[index] ?? 0), 0);

function shared(values: readonly number[], distance: number): number {
  const total = product(values, values) / values.length;
  const overlap = values.length - distance;
  return total === 0 ? 0 : product(values.slice(distance), values) / overlap / total;
}

function pearson(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [minus(a, constantly(mean(a))), minus(b, constantly(mean(b)))];
  const size = Math.sqrt(product(x, x) * product(y, y));
  return size === 0 ? 0 : product(x, y) / size;
}

const constantly =
  (value: number): (() => number) =>
  () =>
    value;

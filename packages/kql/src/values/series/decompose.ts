import { fitLine } from './fit-line';
import { detectedPeriod } from './season';
import { undetermined } from './undetermined';

/** How a series is taken apart. */
export interface Decomposing {
  /** The period in points, 0 for none, -1 to detect it. */
  readonly seasonality: number;
  readonly trend: string;
  /** How many points at the end nothing is learned from. */
  readonly testPoints: number;
  /** The score that a detected period must reach. */
  readonly threshold: number;
}

/** The parts of a series; `baseline` is `seasonal` plus `trend`, `residual` what remains. */
export interface Decomposition {
  readonly baseline: readonly number[];
  readonly seasonal: readonly number[];
  readonly trend: readonly number[];
  readonly residual: readonly number[];
}

/**
 * `series_decompose` by its documented stages: the seasonal part is the median of the points of each phase, the trend
 * is the mean or the line of least squares of what is left. Values that are 0 but for rounding are refused.
 */
export function decompose(series: readonly number[], how: Decomposing): Decomposition {
  const learned = series.slice(0, series.length - how.testPoints);
  if (how.testPoints < 0 || learned.length === 0)
    return undetermined('decomposition without points to learn from');
  const seasonal = seasonOf(learned, how, series.length);
  const rest = learned.map((y, index) => y - (seasonal[index] ?? 0));
  const trend = trendOf(rest, how.trend, series.length);
  const baseline = trend.map((value, index) => value + (seasonal[index] ?? 0));
  const residual = series.map((y, index) => y - (baseline[index] ?? 0));
  const size = series.reduce((top, y) => Math.max(top, Math.abs(y)), 0);
  if (
    !isExact(rest, how.trend) &&
    [trend, residual].some((part) => part.some((value) => isDust(value, size)))
  )
    return undetermined('decomposition that leaves nothing but rounding');
  return { baseline, seasonal, trend, residual };
}

/** The seasonal part, repeated over `length` points. */
export function seasonOf(learned: readonly number[], how: Decomposing, length: number): readonly number[] {
  const period = how.seasonality === -1 ? detectedPeriod(learned, how.threshold) : how.seasonality;
  if (period === 0) return Array.from({ length }, () => 0);
  if (period < 0 || period * 2 > learned.length)
    return undetermined(`seasonality of ${period} points in a series of ${learned.length}`);
  const medians = Array.from({ length: period }, (_, phase) =>
    median(learned.filter((_y, index) => index % period === phase)),
  );
  return Array.from({ length }, (_, index) => medians[index % period] ?? 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function trendOf(rest: readonly number[], kind: string, length: number): readonly number[] {
  if (kind === 'none') return Array.from({ length }, () => 0);
  if (kind === 'avg') {
    const mean = rest.reduce((sum, y) => sum + y, 0) / rest.length;
    return Array.from({ length }, () => mean);
  }
  if (kind !== 'linefit') return undetermined(`trend: ${kind}`);
  if (rest.length < 2) return undetermined('trend of one point');
  const { slope, interception } = fitLine(rest);
  return Array.from({ length }, (_, index) => slope * (index + 1) + interception);
}

/** Whether no rounding can come in: nothing but zeros, or whole numbers with a whole mean. */
function isExact(rest: readonly number[], kind: string): boolean {
  if (kind === 'none' || rest.every((y) => y === 0)) return true;
  const sum = rest.reduce((total, y) => total + y, 0);
  return kind === 'avg' && rest.every(Number.isSafeInteger) && Number.isInteger(sum / rest.length);
}

const isDust = (value: number, size: number): boolean => Math.abs(value) <= 1e-9 * size;

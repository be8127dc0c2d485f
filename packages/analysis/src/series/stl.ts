import { loess, loessAt, type LoessOptions } from './loess';
import { robustnessWeights } from './robustness-weights';
import { Tricube } from './tricube';

/** How a series is decomposed; windows are odd numbers of points. */
export interface StlOptions {
  /** Points of a season. */
  readonly period: number;
  readonly seasonal: number;
  readonly trend: number;
  readonly lowPass: number;
  /** Passes over season and trend. */
  readonly inner: number;
  /** Passes in which outliers count less; 0 for none. */
  readonly outer: number;
}

/** The parts of a series; each has its length, and `value = seasonal + trend + residual`. */
export interface StlParts {
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
  readonly residual: Float64Array;
  /** How much each point counted, 0 to 1. */
  readonly weights: Float64Array;
}

interface Fit extends StlOptions {
  readonly tricube: Tricube;
}

/**
 * Seasonal-trend decomposition by local regression, with local lines and without jumps. O(passes × points × window).
 * Source: Cleveland et al., "STL" (1990), section 2; equals `statsmodels.tsa.seasonal.STL` of the same windows.
 */
export function stl(values: Float64Array, options: StlOptions): StlParts {
  const count = values.length;
  const fit: Fit = { ...options, tricube: new Tricube() };
  let weights: Float64Array | undefined;
  let trend: Float64Array = new Float64Array(count);
  let seasonal: Float64Array = new Float64Array(count);
  for (let pass = 0; pass <= options.outer; pass += 1) {
    for (let step = 0; step < options.inner; step += 1)
      ({ seasonal, trend } = innerStep(values, trend, weights, fit));
    if (pass < options.outer) weights = robustnessWeights(values, seasonal, trend);
  }
  const residual = values.map((value, at) => value - (seasonal[at] as number) - (trend[at] as number));
  return { seasonal, trend, residual, weights: weights ?? new Float64Array(count).fill(1) };
}

function innerStep(
  values: Float64Array,
  before: Float64Array,
  weights: Float64Array | undefined,
  fit: Fit,
): Pick<StlParts, 'seasonal' | 'trend'> {
  const { period, lowPass, trend: trendWindow, tricube } = fit;
  const detrended = values.map((value, at) => value - (before[at] as number));
  const cycles = smoothedCycles(detrended, weights, fit);
  const averaged = movingMean(movingMean(movingMean(cycles, period), period), 3);
  const low = loess(averaged, { window: lowPass, degree: 1, tricube });
  const seasonal = values.map((_, at) => (cycles[period + at] as number) - (low[at] as number));
  const adjusted = values.map((value, at) => value - (seasonal[at] as number));
  return { seasonal, trend: loess(adjusted, { window: trendWindow, degree: 1, weights, tricube }) };
}

/** The smoothed series of each place within the season, one season longer at either end. */
function smoothedCycles(
  values: Float64Array,
  weights: Float64Array | undefined,
  { period, seasonal, tricube }: Fit,
): Float64Array {
  const result = new Float64Array(values.length + 2 * period);
  for (let place = 0; place < period; place += 1) {
    const part = everyNth(values, place, period);
    const options: LoessOptions = {
      window: seasonal,
      degree: 1,
      tricube,
      ...(weights ? { weights: everyNth(weights, place, period) } : {}),
    };
    const inside = loess(part, options);
    const last = part.length;
    const before = loessAt(part, 0, [1, Math.min(seasonal, last)], options) ?? (inside[0] as number);
    const after =
      loessAt(part, last + 1, [Math.max(1, last - seasonal + 1), last], options) ??
      (inside[last - 1] as number);
    [before, ...inside, after].forEach((value, cycle) => {
      result[cycle * period + place] = value;
    });
  }
  return result;
}

function everyNth(values: Float64Array, first: number, step: number): Float64Array {
  const count = Math.trunc((values.length - first - 1) / step) + 1;
  return Float64Array.from({ length: count }, (_, index) => values[first + index * step] as number);
}

function movingMean(values: Float64Array, window: number): Float64Array {
  const result = new Float64Array(values.length - window + 1);
  let sum = 0;
  for (let at = 0; at < window; at += 1) sum += values[at] as number;
  result[0] = sum / window;
  for (let at = window; at < values.length; at += 1) {
    sum += (values[at] as number) - (values[at - window] as number);
    result[at - window + 1] = sum / window;
  }
  return result;
}

import type { Tricube } from './tricube';

/** What a local regression is told: the width of its window in points, and how much each point counts. */
export interface LoessOptions {
  readonly window: number;
  /** Degree of the local polynomial: 0 a mean, 1 a line. */
  readonly degree: 0 | 1;
  readonly weights?: Float64Array;
  /** Weights by distance, shared by the regressions of one series. */
  readonly tricube: Tricube;
}

/**
 * The value at `x` (1-based, may lie one outside) of the local regression over the points `left..right` (1-based,
 * inclusive), with tricube weights. Nothing where no point counts. `local` is room for the points. O(right - left).
 * Source: Cleveland, Cleveland, McRae, Terpenning, "STL", J. Official Statistics 6 (1990).
 */
export function loessAt(
  values: Float64Array,
  x: number,
  [left, right]: readonly [number, number],
  options: LoessOptions,
  local: Float64Array = new Float64Array(right - left + 1),
): number | undefined {
  const { window, degree } = options;
  const count = values.length;
  const widened = window > count ? Math.trunc((window - count) / 2) : 0;
  const bandwidth = Math.max(x - left, right - x) + widened;
  const total = weigh(local, x, left, bandwidth, options);
  if (total <= 0) return undefined;
  for (let at = 0; at < local.length; at += 1) local[at] = (local[at] as number) / total;
  if (bandwidth > 0 && degree === 1) tilt(local, x, left, count);
  let sum = 0;
  for (let at = 0; at < local.length; at += 1)
    sum += (local[at] as number) * (values[left - 1 + at] as number);
  return sum;
}

function weigh(
  local: Float64Array,
  x: number,
  left: number,
  bandwidth: number,
  { weights, tricube }: LoessOptions,
): number {
  const near = tricube.weights(bandwidth);
  let total = 0;
  for (let at = 0; at < local.length; at += 1) {
    const steps = left + at - x;
    const weight = near[steps < 0 ? -steps : steps] as number;
    local[at] = weights ? weight * (weights[left - 1 + at] as number) : weight;
    total += local[at] as number;
  }
  return total;
}

/** Turns the weights of a local mean into those of a local line. */
function tilt(local: Float64Array, x: number, left: number, count: number): void {
  let center = 0;
  for (let at = 0; at < local.length; at += 1) center += (local[at] as number) * (left + at);
  let spread = 0;
  for (let at = 0; at < local.length; at += 1) {
    const distance = left + at - center;
    spread += (local[at] as number) * (distance * distance);
  }
  if (Math.sqrt(spread) <= 0.001 * (count - 1)) return;
  const slope = (x - center) / spread;
  for (let at = 0; at < local.length; at += 1)
    local[at] = (local[at] as number) * (slope * (left + at - center) + 1);
}

/** The local regression at every point; a point at which nothing counts keeps its value. O(points × window). */
export function loess(values: Float64Array, options: LoessOptions): Float64Array {
  const count = values.length;
  if (count < 2) return values.slice();
  const { window } = options;
  const half = Math.trunc((window + 1) / 2);
  const local = new Float64Array(Math.min(window, count));
  return Float64Array.from(values, (value, index) => {
    const left = window >= count ? 1 : Math.min(Math.max(1, index + 2 - half), count - window + 1);
    const right = window >= count ? count : left + window - 1;
    return loessAt(values, index + 1, [left, right], options, local) ?? value;
  });
}

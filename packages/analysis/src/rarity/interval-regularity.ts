/** How regular the pauses between moments are. */
export interface IntervalRegularity {
  /** Seconds, the middle pause. */
  readonly median: number;
  /** Seconds, the middle distance of pauses from it (median absolute deviation). */
  readonly deviation: number;
  /** The share of pauses within the tolerance of the median. */
  readonly regularity: number;
}

/** Median, median absolute deviation, and the share of pauses near the median, of moments in seconds, sorted and different. O(n log n). */
export function intervalRegularity(seconds: Float64Array, tolerance: number): IntervalRegularity | undefined {
  if (seconds.length < 3) return undefined;
  const pauses = seconds.slice(1).map((second, at) => second - (seconds[at] as number));
  const median = middle(pauses);
  const distances = pauses.map((pause) => Math.abs(pause - median));
  const near = distances.filter((distance) => distance <= tolerance * median * (1 + 1e-12)).length;
  return { median, deviation: middle(distances), regularity: near / pauses.length };
}

function middle(values: Float64Array): number {
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

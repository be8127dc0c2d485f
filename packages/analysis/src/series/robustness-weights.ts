/**
 * How much each point counts in the next pass: bisquare of the residual over six times the median absolute residual.
 * Source: Cleveland et al., "STL" (1990), section 2.4.
 */
export function robustnessWeights(
  values: Float64Array,
  seasonal: Float64Array,
  trend: Float64Array,
): Float64Array {
  const sizes = values.map((value, at) => Math.abs(value - (seasonal[at] as number) - (trend[at] as number)));
  const sorted = sizes.slice().sort();
  const upper = Math.trunc(sorted.length / 2);
  const limit = 3 * ((sorted[upper] as number) + (sorted[sorted.length - upper - 1] as number));
  return sizes.map((size) => {
    if (size <= 0.001 * limit) return 1;
    return size <= 0.999 * limit ? (1 - (size / limit) ** 2) ** 2 : 0;
  });
}

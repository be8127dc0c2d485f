/**
 * How much each point counts in the next pass: bisquare of the residual over six times the median absolute residual;
 * all count fully where that is 0.
 * Source: Cleveland et al., "STL" (1990), section 2.4.
 */
export function robustnessWeights(
  values: Float64Array,
  seasonal: Float64Array,
  trend: Float64Array,
): Float64Array {
  const sizes = values.map((value, at) =>
    Math.abs(value - ((trend[at] as number) + (seasonal[at] as number))),
  );
  const sorted = sizes.slice().sort();
  const upper = Math.trunc(sorted.length / 2);
  const limit = 3 * ((sorted[upper] as number) + (sorted[sorted.length - upper - 1] as number));
  if (limit === 0) return sizes.fill(1);
  return sizes.map((size) => {
    if (size <= 0.001 * limit) return 1;
    const share = size / limit;
    const rest = 1 - share * share;
    return size <= 0.999 * limit ? rest * rest : 0;
  });
}

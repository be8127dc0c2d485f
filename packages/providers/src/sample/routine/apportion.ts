/**
 * Splits a whole total by weights into whole parts that add up to it exactly: the largest remainder method (Hamilton);
 * equal remainders go to the earlier part. Weights are not negative and not all zero.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .filter(({ index }) => (weights[index] as number) > 0)
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index)
    .slice(0, left)
    .forEach(({ index }) => ((parts[index] as number) += 1));
  return parts;
}

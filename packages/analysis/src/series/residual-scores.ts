/**
 * The residuals in standard deviations (population) from their mean. Given the values, a deviation that is only rounding
 * of them scores 0; without them a constant residual scores NaN, as NumPy divides.
 */
export function residualScores(residuals: Float64Array, values?: Float64Array): Float64Array {
  const count = residuals.length;
  const mean = residuals.reduce((sum, value) => sum + value, 0) / count;
  const spread = Math.sqrt(residuals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count);
  const largest = (values ?? new Float64Array(0)).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (values && spread <= largest * 1e-12) return new Float64Array(count);
  return residuals.map((value) => (value - mean) / spread);
}

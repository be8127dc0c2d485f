import { exactProduct } from './exact-product';

/** Below it powers lose digits, for they are no normal doubles. */
const SMALLEST = 1e-250;

/**
 * What C's `pow(x, 1.0 / n)` gives of an x from 0, rounded once, which `**` here does not: what ties there ties here. O(n).
 * One step of Newton's method on `**`, in twice the precision, with the rounding of the exponent.
 */
export function nthRoot(x: number, n: number): number {
  const exponent = 1 / n;
  const near = x ** exponent;
  if (x < SMALLEST) return near;
  let [power, rest] = [1, 0];
  for (let at = 0; at < n; at += 1) {
    const [product, left] = exactProduct(power, near);
    const more = left + rest * near;
    power = product + more;
    rest = more - (power - product);
  }
  const [whole, part] = exactProduct(exponent, n);
  const rounding = (whole - 1 + part) / n;
  return near + near * ((x - power - rest) / (n * power) + rounding * Math.log(x));
}

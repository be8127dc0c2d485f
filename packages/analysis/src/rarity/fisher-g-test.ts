/** Above it the chance that noise shows such a peak is 1 but for 10⁻⁹. */
const CERTAIN = 20;
/** From how many powers on MSTICPy takes an approximation. */
const MANY = 700;

/**
 * Fisher's test of a periodogram's highest peak against white noise: the chance that the largest of n powers takes at least the
 * share `g` of their sum; `g` is from 1 / n to 1, `n` a whole number from 1. No errors. O(1 / g). Source: R. A. Fisher, "Tests of significance in harmonic analysis" (1929):
 * Σ (-1)^(j-1) C(n, j) (1 - j g)^(n-1) for j = 1 … ⌊1 / g⌋. Where the first term is over 20 it is 1 - e^(-first), within 10⁻⁸.
 */
export function fisherGTest(g: number, n: number): number {
  const first = n * (1 - g) ** (n - 1);
  if (first > CERTAIN) return 1 - Math.exp(-first);
  return Math.min(1, Math.max(0, alternating(g, n, Math.floor(1 / g + 1e-12))));
}

/** The same as MSTICPy computes it: one term too few, and an approximation for more than 700 powers. */
export function originalGTest(g: number, n: number): number {
  if (n > MANY) return Math.min(1, 1 - (1 - Math.exp(-n * g)) ** n);
  return Math.min(1, alternating(g, n, Math.floor(1 / g) - 1));
}

function alternating(g: number, n: number, terms: number): number {
  let [sum, choose] = [0, 0];
  for (let j = 1; j <= terms && j <= n; j += 1) {
    choose += Math.log((n - j + 1) / j);
    const rest = 1 - j * g;
    if (rest <= 0) break;
    sum += (j % 2 === 1 ? 1 : -1) * Math.exp(choose + (n - 1) * Math.log(rest));
  }
  return sum;
}

import type { Constant } from '../plan/scalar';
import {
  betaDensity,
  betaProbability,
  betaQuantile,
  erf,
  erfc,
  gamma,
  logGamma,
} from '../values/special-functions';
import type { FunctionRow } from './function-row';

const LAST_DIGITS = 'to about 13 digits';
const MOST = 10_000;

function real(
  name: string,
  count: number,
  js: (...values: number[]) => Constant,
  note = LAST_DIGITS,
): FunctionRow {
  return { name, takes: Array.from({ length: count }, () => 'real' as const), gives: 'real', js, note };
}

const isShape = (a: number, b: number): boolean => a > 0 && b > 0 && a <= MOST && b <= MOST;

function density(x: number, a: number, b: number): number {
  if (Number.isNaN(x) || x < 0 || x > 1 || !(a > 0) || !(b > 0)) return Number.NaN;
  if (x === 0 || x === 1 || !isShape(a, b))
    throw new RangeError('unsupported beta_pdf: at the edge of its range');
  return betaDensity(x, a, b);
}

function probability(x: number, a: number, b: number): number {
  if (Number.isNaN(x) || x < 0 || x > 1 || !isShape(a, b)) return Number.NaN;
  return betaProbability(x, a, b);
}

/** A probability beyond 1 gives null and a wrong shape NaN, as the documented answers show (the text has them reversed). */
function quantile(p: number, a: number, b: number): Constant {
  if (!(a > 0) || !(b > 0)) return Number.NaN;
  if (p > 1) return null;
  if (!(p > 0 && p < 1) || !isShape(a, b))
    throw new RangeError('unsupported beta_inv: at the edge of its range');
  return betaQuantile(p, a, b);
}

/** Two-sided, with the degrees of freedom of Welch and Satterthwaite; mean, variance and size of one sample, then of the other. */
function welch(...samples: number[]): number {
  const [m1 = 0, v1 = 0, n1 = 0, m2 = 0, v2 = 0, n2 = 0] = samples;
  const [a, b] = [v1 / n1, v2 / n2];
  const freedom = (a + b) ** 2 / ((a * a) / (n1 - 1) + (b * b) / (n2 - 1));
  if (!(a >= 0 && b >= 0 && n1 > 1 && n2 > 1 && Number.isFinite(freedom)))
    throw new RangeError('unsupported welch_test: samples without spread or of less than two');
  const squared = (m1 - m2) ** 2 / (a + b);
  return betaProbability(freedom / (freedom + squared), freedom / 2, 0.5);
}

/** The gamma and error functions, the beta distribution, and Welch's test. */
export const DISTRIBUTION_FUNCTIONS: readonly FunctionRow[] = [
  real('gamma', 1, gamma),
  real('loggamma', 1, logGamma),
  real('erf', 1, erf),
  real('erfc', 1, erfc),
  real('beta_pdf', 3, density),
  real('beta_cdf', 3, probability),
  real('beta_inv', 3, quantile),
  real('welch_test', 6, welch),
];

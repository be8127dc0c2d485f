/** Coefficients of Lanczos' approximation with g = 607/128 and 15 terms (Godfrey 2001). */
const LANCZOS = [
  0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174,
  -0.49191381609762019978, 0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4,
  0.15808870322491248884e-3, -0.21026444172410488319e-3, 0.2174396181152126432e-3, -0.16431810653676389022e-3,
  0.84418223983852743293e-4, -0.2619083840158140867e-4, 0.36899182659531622704e-5,
];
const G = 607 / 128;
const SMALLEST = 1e-300;
const PRECISION = 1e-16;
const MOST_STEPS = 10_000;

/** The gamma function; factorials of whole numbers are exact. Throws RangeError at its poles. */
export function gamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) throw new RangeError('unsupported gamma: a pole');
  if (Number.isInteger(x) && x <= 171) return factorial(x - 1);
  if (x > 171.7) return Number.POSITIVE_INFINITY;
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  const power = (x + G - 0.5) ** ((x - 0.5) / 2);
  return Math.sqrt(2 * Math.PI) * series(x) * power * Math.exp(-(x + G - 0.5)) * power;
}

/** The natural logarithm of the size of the gamma function. Throws RangeError at its poles. */
export function logGamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) throw new RangeError('unsupported loggamma: a pole');
  if (x <= 171) return Math.log(Math.abs(gamma(x)));
  return Math.log(Math.sqrt(2 * Math.PI) * series(x)) + (x - 0.5) * Math.log(x + G - 0.5) - (x + G - 0.5);
}

const factorial = (n: number): number => {
  let product = 1n;
  for (let factor = 2n; factor <= BigInt(n); factor += 1n) product *= factor;
  return Number(product);
};

const series = (x: number): number =>
  LANCZOS.reduce(
    (sum, coefficient, index) => sum + (index === 0 ? coefficient : coefficient / (x - 1 + index)),
    0,
  );

/** The error function: its rising series (Abramowitz and Stegun 7.1.6) near zero, one less its complement beyond. */
export function erf(x: number): number {
  if (Math.abs(x) > 2.5) return x < 0 ? erfc(-x) - 1 : 1 - erfc(x);
  let term = x;
  let sum = x;
  for (let n = 1; n < 200 && Math.abs(term) > Math.abs(sum) * 1e-18; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** The complementary error function: a continued fraction (Abramowitz and Stegun 7.1.14) beyond 2, one less erf before. */
export function erfc(x: number): number {
  if (x < 2) return 1 - erf(x);
  let fraction = 0;
  for (let n = 200; n > 0; n -= 1) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** The density of the beta distribution between 0 and 1. */
export const betaDensity = (x: number, a: number, b: number): number =>
  Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta(a, b));

/** The regularized incomplete beta function, by its continued fraction (Lentz's method; DLMF 8.17.22). */
export function betaProbability(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaProbability(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= MOST_STEPS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < PRECISION * 4) return front * result;
  }
  throw new RangeError('unsupported beta distribution: its fraction does not settle');
}

const away = (value: number): number => (Math.abs(value) < SMALLEST ? SMALLEST : value);

/** Where the beta distribution reaches a probability between 0 and 1, by halving until doubles end. */
export function betaQuantile(probability: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (betaProbability(middle, a, b) < probability) low = middle;
    else high = middle;
  }
}

/** Parts a double into two halves of 26 bits, whose products are exact. */
const SPLITTER = 134_217_729;

/** A product and what its rounding left out: together the exact one. Source: T. J. Dekker, Numerische Mathematik 18 (1971). */
export function exactProduct(a: number, b: number): readonly [product: number, rest: number] {
  const product = a * b;
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  return [product, aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow];
}

function halves(x: number): readonly [high: number, low: number] {
  const scaled = SPLITTER * x;
  const high = scaled - (scaled - x);
  return [high, x - high];
}

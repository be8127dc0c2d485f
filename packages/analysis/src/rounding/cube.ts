import { exactProduct } from './exact-product';

/** The cube of a number, rounded once, as C's `pow` does and `**` here does not: sums over it equal those of compiled code. */
export function cube(x: number): number {
  const [square, squareRest] = exactProduct(x, x);
  const [product, productRest] = exactProduct(square, x);
  return product + (productRest + squareRest * x);
}

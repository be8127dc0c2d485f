import fc from 'fast-check';
import { cube } from '../../src/rounding/cube';
import { nthRoot } from '../../src/rounding/nth-root';

const unit = fc.double({ min: 1e-6, max: 1, noNaN: true });
/** A double as a whole number of 2^-1100, so that powers of it are exact. */
const exact = (value: number): bigint => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  return ((bits & 0xfffffffffffffn) | 0x10000000000000n) << (exponent - 1075n + 1100n);
};
const distance = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a);

it('rounds a cube to the nearest double', () => {
  fc.assert(
    fc.property(unit, (x) => {
      const power = exact(x) ** 3n;
      const far = (value: number): bigint => distance(exact(value) << 2200n, power);
      const found = cube(x);
      const step = found * Number.EPSILON;
      expect(far(found) <= far(found + step) && far(found) <= far(found - step)).toBe(true);
    }),
  );
});

it('is the root of a power', () => {
  fc.assert(
    fc.property(unit, fc.integer({ min: 1, max: 40 }), (x, n) => {
      expect(Math.abs(nthRoot(x, n) ** n / x - 1)).toBeLessThan(n * 1e-15);
      expect(nthRoot(x, 1)).toBe(x);
    }),
  );
});

it('takes numbers so small that they are nearly nothing', () => {
  expect([nthRoot(0, 3), nthRoot(5e-324, 2), nthRoot(1, 7)]).toEqual([0, 5e-324 ** 0.5, 1]);
});

it('gives the last digit that C gives where powers here do not', () => {
  const given = [nthRoot(0.238, 5), nthRoot(0.522, 4), nthRoot(0.181, 12)];
  expect(given).toEqual([0.7504389919680904, 0.8499974557182731, 0.8672411591446999]);
});

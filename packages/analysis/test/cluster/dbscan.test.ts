import fc from 'fast-check';
import { dbscan } from '../../src/cluster/dbscan';
import type { Points } from '../../src/cluster/normalized-points';
import { runNow } from '../../src/run/steps';

/** DBSCAN by its definition: every pair is looked at. */
function bruteForce({ count, dimensions, values }: Points, eps: number, minSamples: number): number[] {
  const distance = (a: number, b: number): number => {
    let sum = 0;
    for (let axis = 0; axis < dimensions; axis += 1)
      sum += ((values[a * dimensions + axis] as number) - (values[b * dimensions + axis] as number)) ** 2;
    return sum;
  };
  const around = Array.from({ length: count }, (_, a) =>
    Array.from({ length: count }, (__, b) => b).filter((b) => distance(a, b) <= eps * eps),
  );
  const labels = new Array<number>(count).fill(-1);
  let next = 0;
  for (let row = 0; row < count; row += 1) {
    if (labels[row] !== -1 || (around[row] as number[]).length < minSamples) continue;
    const open = [row];
    while (open.length > 0) {
      const at = open.pop() as number;
      if (labels[at] !== -1) continue;
      labels[at] = next;
      if ((around[at] as number[]).length >= minSamples) open.push(...(around[at] as number[]));
    }
    next += 1;
  }
  return labels;
}

/** Points on quarters, so that sums of squares are exact; the wider they lie, the more cells are between two near ones. */
const points = fc
  .record({ dimensions: fc.integer({ min: 1, max: 6 }), width: fc.constantFrom(6, 14, 40) })
  .chain(({ dimensions, width }) =>
    fc
      .array(fc.array(fc.integer({ min: 0, max: width }), { minLength: dimensions, maxLength: dimensions }), {
        maxLength: 40,
      })
      .map((rows) => ({
        count: rows.length,
        dimensions,
        values: Float64Array.from(rows.flat(), (at) => at / 4),
      })),
  );

it('labels as the definition does', () => {
  fc.assert(
    fc.property(
      points,
      fc.constantFrom(0.25, 0.5, 1, 1.5, 2, 3.25),
      fc.integer({ min: 1, max: 6 }),
      (given, eps, minSamples) => {
        expect([...runNow(dbscan(given, { eps, minSamples }))]).toEqual(bruteForce(given, eps, minSamples));
      },
    ),
    { numRuns: 1_500 },
  );
});

it('takes rows at exactly eps as neighbours', () => {
  const line = { count: 3, dimensions: 1, values: Float64Array.from([0, 1, 2.5]) };
  expect([...runNow(dbscan(line, { eps: 1, minSamples: 2 }))]).toEqual([0, 0, -1]);
});

it('finds what is near two cells away', () => {
  const pair = { count: 2, dimensions: 2, values: Float64Array.from([1, 0, 3, 0]) };
  expect([...runNow(dbscan(pair, { eps: 2, minSamples: 2 }))]).toEqual([0, 0]);
});

it('gives a border row to the first cluster of two that reach it', () => {
  const line = { count: 7, dimensions: 1, values: Float64Array.from([5, 4.75, 4.5, 3.5, 2.5, 2.25, 2]) };
  expect([...runNow(dbscan(line, { eps: 1, minSamples: 4 }))]).toEqual([0, 0, 0, 0, 1, 1, 1]);
});

it.each([
  [5e-324, [-1, -1, 0, 0]],
  [1e-200, [-1, -1, 0, 0]],
  [1e9, [0, 0, 0, 0]],
  [Infinity, [0, 0, 0, 0]],
])('takes an eps of %d', (eps, labels) => {
  const four = { count: 4, dimensions: 2, values: Float64Array.from([1, 0, 0, 1, -0.6, 0.8, -0.6, 0.8]) };
  expect([...runNow(dbscan(four, { eps, minSamples: 2 }))]).toEqual(labels);
});

import type { Points } from './normalized-points';

/** Points without repetition. */
export interface UniquePoints extends Points {
  /** How many rows are at each point. */
  readonly weights: Float64Array;
  /** The point of each row. */
  readonly pointOfRow: Uint32Array;
  /** The first row at each point; ascending. */
  readonly firstRow: Uint32Array;
}

/** Folds equal rows into one point with a weight. O(n). */
export function uniquePoints({ count, dimensions, values }: Points): UniquePoints {
  const known = new Map<string, number>();
  const pointOfRow = new Uint32Array(count);
  const firstRow: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const key = values.subarray(row * dimensions, (row + 1) * dimensions).join();
    let point = known.get(key);
    if (point === undefined) {
      point = firstRow.push(row) - 1;
      known.set(key, point);
      weights.push(0);
    }
    weights[point] = (weights[point] as number) + 1;
    pointOfRow[row] = point;
  }
  const unique = new Float64Array(firstRow.length * dimensions);
  firstRow.forEach((row, point) =>
    unique.set(values.subarray(row * dimensions, (row + 1) * dimensions), point * dimensions),
  );
  return {
    count: firstRow.length,
    dimensions,
    values: unique,
    weights: Float64Array.from(weights),
    pointOfRow,
    firstRow: Uint32Array.from(firstRow),
  };
}

import { PAUSE_ROWS, type Steps } from '../run/steps';
import type { Points } from './normalized-points';
import { PointTable } from './point-table';

/** Points without repetition, in the order in which they first appear. */
export interface UniquePoints extends Points {
  /** How many rows are at each point. */
  readonly weights: Float64Array;
  /** The point of each row. */
  readonly pointOfRow: Uint32Array;
}

/** Folds equal rows into one point with a weight. O(n). */
export function* uniquePoints({ count, dimensions, values }: Points): Steps<UniquePoints> {
  const table = new PointTable(dimensions, count);
  const pointOfRow = new Uint32Array(count);
  const weights = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    if (row % PAUSE_ROWS === 0) yield { message: 'folding equal rows', done: row, total: count };
    const point = table.add(values, row * dimensions);
    weights[point] = (weights[point] as number) + 1;
    pointOfRow[row] = point;
  }
  return {
    count: table.size,
    dimensions,
    values: table.tuples.subarray(0, table.size * dimensions),
    weights: weights.subarray(0, table.size),
    pointOfRow,
  };
}

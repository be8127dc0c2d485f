import { PAUSE_ROWS, type Steps } from '../run/steps';
import { neighborSearch, type NeighborSearch } from './neighbor-search';
import type { Points } from './normalized-points';
import { PointTable } from './point-table';

/** A cell is smaller by so little, so that rounding never puts two points into it that are not near. */
const MARGIN = 1 - 1e-12;
/** The smallest side by which the place of a cell stays finite. */
const SMALLEST = 1e-300;

/** Points sorted into cells so small that any two points of one cell are near each other. */
export interface CellGrid extends NeighborSearch {
  readonly cells: readonly (readonly number[])[];
  readonly cellOfPoint: Uint32Array;
}

/**
 * Sorts points into a grid of cells of side `eps / sqrt(d)`: the cells of grid-based DBSCAN (de Berg, Gunawan, Roeloffzen,
 * "Faster DBSCAN", 2017). O(n).
 */
export function* cellGrid({ count, dimensions, values }: Points, eps: number): Steps<CellGrid> {
  const side = Math.max((eps / Math.sqrt(dimensions)) * MARGIN, SMALLEST);
  const table = new PointTable(dimensions, count);
  const cells: number[][] = [];
  const cellOfPoint = new Uint32Array(count);
  const at = new Float64Array(dimensions);
  for (let point = 0; point < count; point += 1) {
    if (point % PAUSE_ROWS === 0) yield { message: 'sorting into cells', done: point, total: count };
    for (let axis = 0; axis < dimensions; axis += 1)
      at[axis] = Math.floor((values[point * dimensions + axis] as number) / side);
    const cell = table.add(at, 0);
    if (cell === cells.length) cells.push([]);
    cells[cell]?.push(point);
    cellOfPoint[point] = cell;
  }
  const search = yield* neighborSearch({ coordinates: table.tuples, count: cells.length, dimensions });
  return { cells, cellOfPoint, ...search };
}

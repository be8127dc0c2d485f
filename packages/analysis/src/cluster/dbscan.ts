import type { Steps } from '../run/steps';
import { cellGrid } from './cell-grid';
import { coreCells } from './core-cells';
import { corePoints } from './core-points';
import { joinedPoints } from './joined-points';
import type { DbscanOptions } from './dbscan-options';
import { labelledPoints } from './labelled-points';
import type { Points } from './normalized-points';
import { uniquePoints } from './unique-points';

/**
 * Labels each row with its cluster, -1 for noise: clusters are numbered by the first core row in row order, a border row
 * goes to the first cluster that reaches it. Exact; near linear where rows repeat or cells are full, O(n²) at worst.
 * Source: Ester, Kriegel, Sander, Xu, "DBSCAN" (KDD 1996); labels equal those of scikit-learn.
 */
export function* dbscan(points: Points, options: DbscanOptions): Steps<Int32Array> {
  const unique = yield* uniquePoints(points);
  const grid = yield* cellGrid(unique, options.eps);
  const core = yield* corePoints(unique, grid, options);
  const coreOf = yield* coreCells(grid, core);
  const sets = yield* joinedPoints(unique, grid, coreOf, options.eps);
  const labels = yield* labelledPoints(unique, grid, { core, coreOf, sets }, options.eps);
  const found = new Int32Array(points.count);
  for (let row = 0; row < found.length; row += 1)
    found[row] = labels[unique.pointOfRow[row] as number] as number;
  return found;
}

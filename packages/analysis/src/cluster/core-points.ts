import { PAUSE_WORK, type Steps } from '../run/steps';
import type { CellGrid } from './cell-grid';
import type { DbscanOptions } from './dbscan-options';
import { near } from './near';
import type { UniquePoints } from './unique-points';

/** One byte a point: 1 where enough rows are near it. Points of a cell with enough rows are not looked at one by one. */
export function* corePoints(points: UniquePoints, grid: CellGrid, options: DbscanOptions): Steps<Uint8Array> {
  const { cells, neighborhoods } = grid;
  const { minSamples } = options;
  const core = new Uint8Array(points.count);
  const rows = rowsOf(cells, points);
  let work = 0;
  for (const [cell, members] of cells.entries())
    if ((rows[cell] as number) >= minSamples) for (const point of members) core[point] = 1;
  for (const { cell, around } of neighborhoods((one) => (rows[one] as number) < minSamples)) {
    if (around.reduce((sum, other) => sum + (rows[other] as number), 0) >= minSamples)
      yield* markCore(core, points, cells[cell] as readonly number[], { cells, around, ...options });
    work += LOOKUP + around.length;
    if (work <= PAUSE_WORK) continue;
    work = 0;
    yield { message: 'looking for core rows' };
  }
  return core;
}

/** What finding a neighbourhood costs, in comparisons. */
export const LOOKUP = 10;

const rowsOf = (cells: CellGrid['cells'], { weights }: UniquePoints): Float64Array =>
  Float64Array.from(cells, (members) => members.reduce((sum, point) => sum + (weights[point] as number), 0));

/** Where to look for what is near. */
interface Around extends DbscanOptions {
  readonly cells: CellGrid['cells'];
  readonly around: readonly number[];
}

function* markCore(
  core: Uint8Array,
  points: UniquePoints,
  members: readonly number[],
  { cells, around, eps, minSamples }: Around,
): Steps<void> {
  let work = 0;
  for (const point of members) {
    let reached = 0;
    for (const cell of around) {
      const others = cells[cell] as readonly number[];
      for (const other of others)
        if (near(points, point, other, eps * eps)) reached += points.weights[other] as number;
      work += others.length;
      if (reached >= minSamples) break;
    }
    core[point] = Number(reached >= minSamples);
    if (work <= PAUSE_WORK) continue;
    work = 0;
    yield { message: 'looking for core rows' };
  }
}

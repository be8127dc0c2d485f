import { PAUSE_ROWS, PAUSE_WORK, type Steps } from '../run/steps';
import type { CellGrid } from './cell-grid';
import { LOOKUP } from './core-points';
import type { DisjointSets } from './disjoint-sets';
import { near } from './near';
import type { UniquePoints } from './unique-points';

/** What is known of core points. */
export interface CoreRows {
  /** One byte a point. */
  readonly core: Uint8Array;
  /** Those of each cell. */
  readonly coreOf: readonly (readonly number[])[];
  /** Which belong together. */
  readonly sets: DisjointSets;
}

/** Numbers the sets of core points by their first, and gives each other point the least number that reaches it, or -1. */
export function* labelledPoints(
  points: UniquePoints,
  grid: CellGrid,
  { core, coreOf, sets }: CoreRows,
  eps: number,
): Steps<Int32Array> {
  const labels = yield* coreLabels(core, sets);
  const isBorder = (cell: number): boolean => coreOf[cell]?.length !== grid.cells[cell]?.length;
  let work = 0;
  for (const { cell, around } of grid.neighborhoods(isBorder)) {
    const byNumber = around
      .map((other) => coreOf[other] as readonly number[])
      .filter(({ length }) => length > 0)
      .sort(([a], [b]) => (labels[a as number] as number) - (labels[b as number] as number));
    work += LOOKUP + around.length;
    for (const point of grid.cells[cell] as readonly number[]) {
      if (core[point]) continue;
      const reaching = byNumber.find((others) => {
        work += others.length;
        return others.some((other) => near(points, point, other, eps * eps));
      });
      labels[point] = reaching ? (labels[reaching[0] as number] as number) : -1;
    }
    if (work <= PAUSE_WORK) continue;
    work = 0;
    yield { message: 'labelling rows' };
  }
  return labels;
}

function* coreLabels(core: Uint8Array, sets: DisjointSets): Steps<Int32Array> {
  const numbers = new Map<number, number>();
  const labels = new Int32Array(core.length).fill(-1);
  for (let point = 0; point < core.length; point += 1) {
    if (point % PAUSE_ROWS === 0) yield { message: 'numbering clusters', done: point, total: core.length };
    if (!core[point]) continue;
    const root = sets.find(point);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    labels[point] = number;
  }
  return labels;
}

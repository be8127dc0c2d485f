import { PAUSE_WORK, type Steps } from '../run/steps';
import type { CellGrid } from './cell-grid';
import { DisjointSets } from './disjoint-sets';
import { near } from './near';
import type { UniquePoints } from './unique-points';

/** Makes near core points one set: those of a cell are, those of two cells where one pair is near. */
export function* joinedPoints(
  points: UniquePoints,
  { neighbors, lookups }: CellGrid,
  coreOf: readonly (readonly number[])[],
  eps: number,
): Steps<DisjointSets> {
  const sets = new DisjointSets(points.count);
  let work = 0;
  for (const [cell, left] of coreOf.entries()) {
    const [own] = left;
    for (const point of left) sets.join(own as number, point);
    work += left.length + (own === undefined ? 1 : lookups);
    for (const other of own === undefined ? [] : neighbors(cell)) {
      const right = coreOf[other] as readonly number[];
      const [first] = right;
      if (other < cell || first === undefined || sets.find(own as number) === sets.find(first)) continue;
      if (yield* anyNear(points, left, right, eps * eps)) sets.join(own as number, first);
    }
    if (work <= PAUSE_WORK) continue;
    work = 0;
    yield { message: 'joining clusters', done: cell, total: coreOf.length };
  }
  return sets;
}

function* anyNear(
  points: UniquePoints,
  left: readonly number[],
  right: readonly number[],
  square: number,
): Steps<boolean> {
  let work = 0;
  for (const one of left) {
    if (right.some((other) => near(points, one, other, square))) return true;
    work += right.length;
    if (work <= PAUSE_WORK) continue;
    work = 0;
    yield { message: 'joining clusters', done: 0 };
  }
  return false;
}

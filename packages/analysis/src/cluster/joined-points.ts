import { PAUSE_WORK, type Steps } from '../run/steps';
import type { CellGrid } from './cell-grid';
import { LOOKUP } from './core-points';
import { DisjointSets } from './disjoint-sets';
import { near } from './near';
import type { UniquePoints } from './unique-points';

/** Makes near core points one set: those of a cell are, those of two cells where one pair is near. */
export function* joinedPoints(
  points: UniquePoints,
  { neighborhoods }: CellGrid,
  coreOf: readonly (readonly number[])[],
  eps: number,
): Steps<DisjointSets> {
  const sets = new DisjointSets(points.count);
  for (const members of coreOf) for (const point of members) sets.join(members[0] as number, point);
  let work = 0;
  for (const { cell, around } of neighborhoods((one) => coreOf[one]?.length !== 0)) {
    const left = coreOf[cell] as readonly number[];
    const own = left[0] as number;
    for (const other of around) {
      const right = coreOf[other] as readonly number[];
      const [first] = right;
      if (other < cell || first === undefined || sets.find(own) === sets.find(first)) continue;
      if (yield* anyNear(points, left, right, eps * eps)) sets.join(own, first);
    }
    work += LOOKUP + around.length;
    if (work <= PAUSE_WORK) continue;
    work = 0;
    yield { message: 'joining clusters' };
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
    yield { message: 'joining clusters' };
  }
  return false;
}

import type { Steps } from '../run/steps';
import { cellGrid, type CellGrid } from './cell-grid';
import { DisjointSets } from './disjoint-sets';
import type { Points } from './normalized-points';
import { uniquePoints, type UniquePoints } from './unique-points';

/** What is near, and how many make a cluster. */
export interface DbscanOptions {
  /** The largest distance of neighbours, inclusive. */
  readonly eps: number;
  /** How many rows, the row itself included, must be near a row that carries a cluster. */
  readonly minSamples: number;
}

/**
 * Labels each row with its cluster, -1 for noise: clusters are numbered by the first core row in row order, a border row
 * goes to the first cluster that reaches it. Exact; near linear where rows repeat or cells are full, O(n²) at worst.
 * Source: Ester, Kriegel, Sander, Xu, "DBSCAN" (KDD 1996); labels equal those of scikit-learn.
 */
export function* dbscan(points: Points, options: DbscanOptions): Steps<Int32Array> {
  const unique = uniquePoints(points);
  yield { message: 'folding equal rows', done: 1, total: 3 };
  const grid = cellGrid(unique, options.eps);
  const core = yield* corePoints(unique, grid, options);
  const labels = yield* labelPoints(unique, grid, core, options.eps);
  return Int32Array.from(unique.pointOfRow, (point) => labels[point] as number);
}

const near = ({ dimensions, values }: Points, a: number, b: number, square: number): boolean => {
  let sum = 0;
  for (let axis = 0; axis < dimensions; axis += 1)
    sum += ((values[a * dimensions + axis] as number) - (values[b * dimensions + axis] as number)) ** 2;
  return sum <= square;
};

function* corePoints(
  points: UniquePoints,
  grid: CellGrid,
  { eps, minSamples }: DbscanOptions,
): Steps<Uint8Array> {
  const core = new Uint8Array(points.count);
  const square = eps * eps;
  for (const [cell, members] of grid.cells.entries()) {
    if (cell % 256 === 0) yield { message: 'looking for core rows', done: cell, total: grid.cells.length };
    const own = members.reduce((sum, point) => sum + (points.weights[point] as number), 0);
    if (grid.tight && own >= minSamples) {
      for (const point of members) core[point] = 1;
      continue;
    }
    const around = grid.neighbors(cell).flatMap((other) => grid.cells[other] ?? []);
    for (const point of members) {
      let reached = 0;
      for (const other of around) {
        if (near(points, point, other, square)) reached += points.weights[other] as number;
        if (reached >= minSamples) break;
      }
      if (reached >= minSamples) core[point] = 1;
    }
  }
  return core;
}

/** What joining clusters needs to know. */
interface Joining {
  readonly points: UniquePoints;
  readonly square: number;
  readonly sets: DisjointSets;
  /** Whether the core points of one cell are one set from the start. */
  readonly tight: boolean;
}

function* labelPoints(
  points: UniquePoints,
  grid: CellGrid,
  core: Uint8Array,
  eps: number,
): Steps<Int32Array> {
  const joining = { points, square: eps * eps, sets: new DisjointSets(points.count), tight: grid.tight };
  const coreOf = grid.cells.map((members) => members.filter((point) => core[point]));
  for (const [cell, members] of coreOf.entries()) {
    if (cell % 256 === 0) yield { message: 'joining clusters', done: cell, total: coreOf.length };
    if (members.length === 0) continue;
    joinWithin(members, joining);
    for (const other of grid.neighbors(cell))
      if (other > cell) joinCells(members, coreOf[other] ?? [], joining);
  }
  return numberClusters(points, grid, core, joining);
}

function joinWithin(members: readonly number[], joining: Joining): void {
  if (joining.tight) for (const point of members) joining.sets.join(members[0] as number, point);
  else joinNear(members, members, joining);
}

/** Joins two cells; where each is one set already, the first near pair is enough. */
function joinCells(left: readonly number[], right: readonly number[], joining: Joining): void {
  const { points, square, sets, tight } = joining;
  const [first] = right;
  if (first === undefined) return;
  if (!tight) return joinNear(left, right, joining);
  if (sets.find(left[0] as number) === sets.find(first)) return;
  for (const a of left)
    for (const b of right)
      if (near(points, a, b, square)) {
        sets.join(a, b);
        return;
      }
}

function joinNear(
  left: readonly number[],
  right: readonly number[],
  { points, square, sets }: Joining,
): void {
  for (const a of left)
    for (const b of right) if (sets.find(a) !== sets.find(b) && near(points, a, b, square)) sets.join(a, b);
}

function numberClusters(
  points: UniquePoints,
  grid: CellGrid,
  core: Uint8Array,
  { sets, square }: Joining,
): Int32Array {
  const numbers = new Map<number, number>();
  const labels = new Int32Array(points.count).fill(-1);
  for (let point = 0; point < points.count; point += 1) {
    if (!core[point]) continue;
    const root = sets.find(point);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    labels[point] = numbers.get(root) as number;
  }
  for (let point = 0; point < points.count; point += 1) {
    if (core[point]) continue;
    let best = -1;
    for (const cell of grid.neighbors(grid.cellOfPoint[point] as number))
      for (const other of grid.cells[cell] ?? []) {
        const label = core[other] ? (labels[other] as number) : -1;
        if (label >= 0 && (best < 0 || label < best) && near(points, point, other, square)) best = label;
      }
    labels[point] = best;
  }
  return labels;
}

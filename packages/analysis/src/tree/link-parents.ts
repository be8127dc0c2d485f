import { eachRow } from '../run/each-row';
import type { Steps } from '../run/steps';
import { Moments } from './moments';
import { ProcessIndex } from './process-index';
import type { ProcessRecords } from './process-records';

/** How many processes of one moment are looked through for a circle, and how many for one of the same session. */
const WALK = 64;
const TIES = 16;

/**
 * The parent of each process start as a row number, -1 where the log does not hold it: the latest process of the same
 * host, id and name that started no later. A moment's own logon session breaks ties, among the last 16; a row is never its own ancestor.
 * Where the log says when the parent started, the parent is the process of that id and moment; with `named` it must have the name
 * that the child tells as well. O(n log n).
 */
export function* linkParents(records: ProcessRecords, named = false): Steps<Int32Array> {
  const { ticks, parent, parentName, parentTicks } = records;
  const count = ticks.length;
  const parents = new Int32Array(count).fill(-1);
  const isTold = (row: number): boolean => parentTicks?.validity?.[row] === 1;
  const isNamed = (row: number): boolean => parentName[row] !== 0 && (named || !isTold(row));
  const byName = yield* ProcessIndex.build(records, true);
  const byId = parent.every((id, row) => id === 0 || isNamed(row))
    ? byName
    : yield* ProcessIndex.build(records, false);
  const search = new Search(records, parents, firstOfMoment(ticks));
  yield* eachRow(count, 'linking processes', (row) => {
    if (parent[row] === 0) return;
    const index = isNamed(row) ? byName : byId;
    const group = index.group(parent[row] as number, isNamed(row) ? (parentName[row] as number) : 0);
    if (group < 0) return;
    parents[row] = isTold(row)
      ? search.atMoment(row, index, group, parentTicks?.values[row] as bigint)
      : search.latest(row, index, group);
  });
  return parents;
}

/** For each row the first row of its moment. */
function firstOfMoment(ticks: BigInt64Array): Uint32Array {
  const first = new Uint32Array(ticks.length);
  const moments = new Moments(ticks);
  for (let row = 1; row < ticks.length; row += 1)
    first[row] = moments.same(row, row - 1) ? (first[row - 1] as number) : row;
  return first;
}

/** Looks through the processes of one group. */
class Search {
  constructor(
    private readonly records: ProcessRecords,
    private readonly parents: Int32Array,
    private readonly firstOf: Uint32Array,
  ) {}

  /** The latest process of a group that started no later than a row. */
  latest(row: number, index: ProcessIndex, group: number): number {
    const first = this.firstOf[row] as number;
    const isLast = this.firstOf[row + 1] !== first;
    const end = isLast ? row + 1 : this.endOfMoment(this.records.ticks[row] as bigint);
    const now = this.best(row, index, group, end, first);
    if (now >= 0 || first === 0) return now;
    const before = index.lastBefore(group, first);
    return before < 0 ? -1 : this.best(row, index, group, before + 1, this.firstOf[before] as number);
  }

  /** The process of a group that started at a moment. */
  atMoment(row: number, index: ProcessIndex, group: number, moment: bigint): number {
    const end = this.endOfMoment(moment);
    if (end === 0 || this.records.ticks[end - 1] !== moment) return -1;
    return this.best(row, index, group, end, this.firstOf[end - 1] as number);
  }

  /** The last of a group from one row on and before another; one of the child's session before others. */
  private best(row: number, index: ProcessIndex, group: number, end: number, from: number): number {
    const { session, startedFrom } = this.records;
    let best = -1;
    let at = index.lastBefore(group, end);
    for (let tie = 0; tie < TIES && at >= from; tie += 1) {
      if (!this.circles(row, at)) {
        if (session[at] === startedFrom[row]) return at;
        if (best < 0) best = at;
      }
      at = index.lastBefore(group, at);
    }
    return best;
  }

  private circles(row: number, candidate: number): boolean {
    const first = this.firstOf[row];
    let at = candidate;
    for (let step = 0; step < WALK; step += 1) {
      if (at === row) return true;
      if (at < 0 || this.firstOf[at] !== first) return false;
      at = this.parents[at] as number;
    }
    return true;
  }

  /** The row behind the last one of a moment, or before it. */
  private endOfMoment(moment: bigint): number {
    const { ticks } = this.records;
    let low = 0;
    let high = ticks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ticks[middle] as bigint) <= moment) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

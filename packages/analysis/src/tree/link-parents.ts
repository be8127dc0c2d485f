import type { Steps } from '../run/steps';
import type { ProcessRecords } from './process-records';

/** How many processes of one moment are looked through for a circle. */
const WALK = 64;

/**
 * The parent of each process start as a row number, -1 where the log does not hold it: the latest process of the same
 * host, id and name that started no later. A moment's own logon session breaks ties; a row is never its own ancestor. Where
 * the log says when the parent started, the parent is the process of that id and moment. O(n).
 */
export function* linkParents(records: ProcessRecords): Steps<Int32Array> {
  const { ticks, self, parent } = records;
  const count = ticks.length;
  const parents = new Int32Array(count).fill(-1);
  const latest = new LatestByKey(records);
  for (let from = 0; from < count;) {
    if (from % 4096 === 0) yield { message: 'linking processes', done: from, total: count };
    let to = from;
    while (to < count && ticks[to] === ticks[from]) latest.add(to++);
    for (let row = from; row < to; row += 1)
      if (parent[row] !== 0 && self[row] !== undefined) parents[row] = choose(row, latest, records, parents);
    from = to;
  }
  return parents;
}

function choose(row: number, latest: LatestByKey, records: ProcessRecords, parents: Int32Array): number {
  const { ticks, session, startedFrom } = records;
  let best = -1;
  for (let at = latest.first(row); at >= 0; at = latest.before(at)) {
    if (best >= 0 && ticks[at] !== ticks[best]) break;
    if (!fits(row, at, records) || circles(row, at, records, parents)) continue;
    const sameSession = session[at] === startedFrom[row];
    if (best < 0 || sameSession) best = at;
    if (sameSession) break;
  }
  return best;
}

/** Where a log tells the parent's start, only the process of that moment fits. */
function fits(
  row: number,
  candidate: number,
  { parentTicks, ticks, name, parentName }: ProcessRecords,
): boolean {
  if (parentTicks && (parentTicks.validity?.[row] ?? 1)) return ticks[candidate] === parentTicks.values[row];
  return parentName[row] === 0 || name[row] === 0 || name[candidate] === parentName[row];
}

function circles(row: number, candidate: number, { ticks }: ProcessRecords, parents: Int32Array): boolean {
  let at = candidate;
  for (let step = 0; step < WALK; step += 1) {
    if (at === row) return true;
    if (at < 0 || ticks[at] !== ticks[row]) return false;
    at = parents[at] as number;
  }
  return true;
}

/** The processes that started so far, by host and id, and by name where the child names its parent. */
class LatestByKey {
  private readonly last = new Map<number, number>();
  private readonly lastNamed = new Map<number, number>();
  private readonly previous: Int32Array;
  private readonly previousNamed: Int32Array;
  private named = false;

  constructor(private readonly records: ProcessRecords) {
    this.previous = new Int32Array(records.ticks.length).fill(-1);
    this.previousNamed = new Int32Array(records.ticks.length).fill(-1);
  }

  add(row: number): void {
    const { self, name } = this.records;
    const id = self[row] as number;
    if (id === 0) return;
    this.previous[row] = this.last.get(id) ?? -1;
    this.last.set(id, row);
    const key = id * 2 ** 26 + (name[row] as number);
    this.previousNamed[row] = this.lastNamed.get(key) ?? -1;
    this.lastNamed.set(key, row);
  }

  /** The latest that may be the parent of a row. */
  first(row: number): number {
    const { parent, parentName, parentTicks } = this.records;
    const id = parent[row] as number;
    this.named = !parentTicks && parentName[row] !== 0;
    if (!this.named) return this.last.get(id) ?? -1;
    return this.lastNamed.get(id * 2 ** 26 + (parentName[row] as number)) ?? -1;
  }

  /** The one before a candidate. */
  before(candidate: number): number {
    return (this.named ? this.previousNamed : this.previous)[candidate] as number;
  }
}

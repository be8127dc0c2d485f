import { eachRow } from '../run/each-row';
import type { Steps } from '../run/steps';
import { PairCodes } from './pair-codes';
import type { ProcessRecords } from './process-records';

/** Processes by host and id, and by name where it is asked to, each group in the order of time. */
export class ProcessIndex {
  constructor(
    private readonly groups: PairCodes,
    private readonly starts: Uint32Array,
    private readonly rows: Uint32Array,
  ) {}

  /** Sorts the processes into groups. O(n). */
  static *build({ self, name }: ProcessRecords, named: boolean): Steps<ProcessIndex> {
    const groups = new PairCodes(self.length);
    const groupOf = new Uint32Array(self.length);
    yield* eachRow(self.length, 'linking processes', (row) => {
      groupOf[row] = groups.code(self[row] as number, named ? (name[row] as number) : 0);
    });
    const starts = new Uint32Array(groups.count + 1);
    for (const group of groupOf) starts[group + 1] = (starts[group + 1] as number) + 1;
    for (let group = 0; group < groups.count; group += 1)
      starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
    const next = starts.slice();
    const rows = new Uint32Array(self.length);
    yield* eachRow(self.length, 'linking processes', (row) => {
      const group = groupOf[row] as number;
      rows[next[group] as number] = row;
      next[group] = (next[group] as number) + 1;
    });
    return new ProcessIndex(groups, starts, rows);
  }

  /** The number of a group; -1 where there is none. */
  group(id: number, name: number): number {
    return this.groups.find(id, name);
  }

  /** The last row of a group before another row; -1 where there is none. */
  lastBefore(group: number, row: number): number {
    let low = this.starts[group] as number;
    let high = this.starts[group + 1] as number;
    const first = low;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.rows[middle] as number) < row) low = middle + 1;
      else high = middle;
    }
    return low === first ? -1 : (this.rows[low - 1] as number);
  }
}

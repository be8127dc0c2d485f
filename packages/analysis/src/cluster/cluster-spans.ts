import type { ColumnData, LongColumn } from '@casebook/core';
import { PAUSE_ROWS, type Steps } from '../run/steps';

/** What each shown row of clustered events stands for. */
export interface ClusterSpans {
  /** The rows to show: all noise, then the first of each cluster. */
  readonly shown: Uint32Array;
  readonly sizes: BigInt64Array;
  readonly first: LongColumn;
  readonly last: LongColumn;
}

/** Sizes and spans by cluster; noise rows each have their own span unless `noiseTogether`. O(n). */
export function* clusterSpans(
  labels: Int32Array,
  times: ColumnData,
  noiseTogether: boolean,
): Steps<ClusterSpans> {
  const { values, validity } = times as LongColumn;
  const noise = labels.reduce((count, label) => count + Number(label < 0), 0);
  const clusters = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  const spans = new Spans(noise + clusters);
  const shared = noiseTogether ? new Spans(1) : undefined;
  let next = 0;
  for (let row = 0; row < labels.length; row += 1) {
    if (row % PAUSE_ROWS === 0) yield { message: 'spanning clusters', done: row, total: labels.length };
    const label = labels[row] as number;
    const tick = validity && !validity[row] ? undefined : (values[row] as bigint);
    spans.add(label < 0 ? next : noise + label, row, tick);
    if (label < 0) {
      shared?.add(0, row, tick);
      next += 1;
    }
  }
  for (let at = 0; shared && at < noise; at += 1) spans.copy(at, shared);
  return { shown: spans.rows, sizes: spans.sizes, first: spans.column('first'), last: spans.column('last') };
}

/** First row, size, first and last time of some groups. */
class Spans {
  readonly rows: Uint32Array;
  readonly sizes: BigInt64Array;
  private readonly first: BigInt64Array;
  private readonly last: BigInt64Array;
  private readonly timed: Uint8Array;

  constructor(count: number) {
    this.rows = new Uint32Array(count);
    this.sizes = new BigInt64Array(count);
    this.first = new BigInt64Array(count);
    this.last = new BigInt64Array(count);
    this.timed = new Uint8Array(count);
  }

  add(group: number, row: number, tick: bigint | undefined): void {
    if (this.sizes[group] === 0n) this.rows[group] = row;
    this.sizes[group] = (this.sizes[group] as bigint) + 1n;
    if (tick === undefined) return;
    if (!this.timed[group] || tick < (this.first[group] as bigint)) this.first[group] = tick;
    if (!this.timed[group] || tick > (this.last[group] as bigint)) this.last[group] = tick;
    this.timed[group] = 1;
  }

  /** Takes the times of the only group of another. */
  copy(group: number, { first, last, timed }: Spans): void {
    this.first[group] = first[0] as bigint;
    this.last[group] = last[0] as bigint;
    this.timed[group] = timed[0] as number;
  }

  column(which: 'first' | 'last'): LongColumn {
    const nulls = this.timed.includes(0) ? { validity: this.timed } : {};
    return { type: 'datetime', values: this[which], ...nulls };
  }
}

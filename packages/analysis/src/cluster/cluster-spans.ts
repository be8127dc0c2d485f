import type { ColumnData, LongColumn } from '@casebook/core';

/** What each shown row of clustered events stands for. */
export interface ClusterSpans {
  /** The rows to show: all noise, then the first of each cluster. */
  readonly shown: readonly number[];
  readonly sizes: readonly number[];
  readonly first: LongColumn;
  readonly last: LongColumn;
}

/** Sizes and spans by cluster; noise rows each have their own span unless `noiseTogether`. O(n). */
export function clusterSpans(labels: Int32Array, times: ColumnData, noiseTogether: boolean): ClusterSpans {
  const { values, validity } = times as LongColumn;
  const spans = new Map<number, { row: number; size: number; first?: bigint; last?: bigint }>();
  labels.forEach((label, row) => {
    const key = label < 0 && !noiseTogether ? -1 - row : label;
    const span = spans.get(key) ?? { row, size: 0 };
    spans.set(key, span);
    span.size += 1;
    if (validity && !validity[row]) return;
    const tick = values[row] as bigint;
    if (span.first === undefined || tick < span.first) span.first = tick;
    if (span.last === undefined || tick > span.last) span.last = tick;
  });
  const noise = [...labels.keys()].filter((row) => (labels[row] as number) < 0);
  const clusters = [...spans].filter(([key]) => key >= 0).sort(([a], [b]) => a - b);
  const entries = [
    ...noise.map((row) => ({ ...spans.get(noiseTogether ? -1 : -1 - row), row, size: 1 })),
    ...clusters.map(([, span]) => span),
  ];
  return {
    shown: entries.map(({ row }) => row),
    sizes: entries.map(({ size }) => size),
    first: moments(entries.map(({ first }) => first)),
    last: moments(entries.map(({ last }) => last)),
  };
}

const moments = (ticks: readonly (bigint | undefined)[]): LongColumn => ({
  type: 'datetime',
  values: BigInt64Array.from(ticks, (tick) => tick ?? 0n),
  ...(ticks.includes(undefined)
    ? { validity: Uint8Array.from(ticks, (tick) => (tick === undefined ? 0 : 1)) }
    : {}),
});

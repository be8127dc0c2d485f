import type { Aggregate } from '../aggregate';
import type { Column } from '../column';
import { findColumn, type Columnar } from '../columnar';
import { gather } from '../gather';
import { groupRows, type Groups } from '../group-rows';

/** Without keys, all rows are one group, even where there are none. */
const everything = (rowCount: number): Groups => ({
  groupOf: new Uint32Array(rowCount),
  count: 1,
  first: new Uint32Array(1),
});

/** See `Frame.summarize`. */
export const summarize = (
  frame: Columnar,
  aggregates: Readonly<Record<string, Aggregate>>,
  by: readonly string[],
): Column[] => {
  const keys = by.map((name) => findColumn(frame, name));
  const groups =
    keys.length === 0
      ? everything(frame.rowCount)
      : groupRows(
          keys.map(({ data }) => data),
          frame.rowCount,
        );
  return [
    ...keys.map(({ name, data }) => ({ name, data: gather(data, groups.first) })),
    ...Object.entries(aggregates).map(([name, aggregate]) => ({
      name,
      data: aggregate.compute(frame, groups),
    })),
  ];
};

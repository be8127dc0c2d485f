import type { Aggregate } from '../aggregate';
import type { Row } from '../cell';
import type { ColumnData, LongColumn } from '../column';
import { findColumn } from '../columnar';
import { groupRows } from '../group-rows';
import { predicateTests, type Predicate } from '../predicate';

const longs = (counts: ArrayLike<number>): LongColumn => ({
  type: 'long',
  values: BigInt64Array.from({ length: counts.length }, (_, group) => BigInt(counts[group] as number)),
});

/** The number of rows of each group, as long. */
export const count = (): Aggregate<number> => ({
  compute(_frame, groups) {
    const counts = new Float64Array(groups.count);
    for (const group of groups.groupOf) counts[group] = (counts[group] as number) + 1;
    return longs(counts);
  },
});

/** The number of rows of each group that a predicate means, as long; see `Frame.where` for predicates. */
export const countif = <R extends Row = Row>(predicate: Predicate<R>): Aggregate<number> => ({
  compute(frame, groups) {
    const tests = predicateTests(frame, predicate);
    const counts = new Float64Array(groups.count);
    groups.groupOf.forEach((group, row) => {
      if (tests.every((test) => test(row))) counts[group] = (counts[group] as number) + 1;
    });
    return longs(counts);
  },
});

/** The exact number of different values of a column in each group, without nulls, as long. */
export const dcount = (column: string): Aggregate<number> => ({
  compute(frame, { groupOf, count: size }) {
    const { data } = findColumn(frame, column);
    const groups: ColumnData = { type: 'int', values: Int32Array.from(groupOf) };
    const { first } = groupRows([groups, data], frame.rowCount);
    const counts = new Float64Array(size);
    for (const row of first) {
      const group = groupOf[row] as number;
      if (!data.validity || data.validity[row]) counts[group] = (counts[group] as number) + 1;
    }
    return longs(counts);
  },
});

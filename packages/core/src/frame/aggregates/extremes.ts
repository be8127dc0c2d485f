import type { Aggregate } from '../aggregate';
import type { Cell } from '../cell';
import { findColumn } from '../columnar';
import { gather } from '../gather';
import { extremeRows } from './extreme-rows';

const extreme = <C extends Cell>(by: string, column: string, sign: 1 | -1): Aggregate<C> => ({
  compute(frame, groups) {
    const { data } = findColumn(frame, column);
    const key = findColumn(frame, by);
    if (frame.rowCount > 0 || groups.count === 0) return gather(data, extremeRows(key, groups, sign));
    return gather(data, new Int32Array(groups.count).fill(-1), true);
  },
});

/** The smallest value of a column in each group; nulls, and NaN where there is a number, are left out; null of nothing. */
export const min = <C extends Cell = Cell>(column: string): Aggregate<C> => extreme(column, column, -1);

/** The largest value of a column in each group; nulls, and NaN where there is a number, are left out; null of nothing. */
export const max = <C extends Cell = Cell>(column: string): Aggregate<C> => extreme(column, column, 1);

/** The cell of `column` in each group's row where `by` is largest; the first row where several are. */
export const argMax = <C extends Cell = Cell>(by: string, column: string): Aggregate<C> =>
  extreme(by, column, 1);

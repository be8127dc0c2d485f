import type { Column, ColumnData } from '../column';
import { findColumn, type Columnar } from '../columnar';
import { gather } from '../gather';
import { radixSort } from '../radix-sort';
import { sortWords } from '../sort-words';

/** A key to sort by. */
export interface SortKey {
  readonly by: string;
  /** Defaults to `desc`, as in KQL. */
  readonly order?: 'asc' | 'desc';
  /** Where nulls go, with NaN next to them; defaults to `first` for `asc` and `last` for `desc`, as in KQL. */
  readonly nulls?: 'first' | 'last';
}

/** Sorts by a column from small to large. */
export const asc = (by: string): SortKey => ({ by, order: 'asc' });

/** Sorts by a column from large to small. */
export const desc = (by: string): SortKey => ({ by, order: 'desc' });

/** 0, 1, 2 for rows to come first, next and last: values against NaN against null; nothing where all are values. */
const classes = (data: ColumnData, nulls: 'first' | 'last'): Uint32Array | undefined => {
  const { validity } = data;
  const reals = data.type === 'real' && data.values.some(Number.isNaN) ? data.values : undefined;
  if (!validity && !reals) return undefined;
  const length = 'codes' in data ? data.codes.length : data.values.length;
  const rank = (row: number): number =>
    validity && !validity[row] ? 2 : reals && Number.isNaN(reals[row]) ? 1 : 0;
  return Uint32Array.from({ length }, (_, row) => (nulls === 'last' ? rank(row) : 2 - rank(row)));
};

const rowsInOrder = (frame: Columnar, keys: readonly SortKey[]): Uint32Array => {
  let index: Uint32Array = Uint32Array.from({ length: frame.rowCount }, (_, row) => row);
  for (const { by, order = 'desc', nulls = order === 'asc' ? 'first' : 'last' } of [...keys].reverse()) {
    const column = findColumn(frame, by);
    const groups = classes(column.data, nulls);
    const value = nulls === 'last' ? 0 : 2;
    for (const words of sortWords(column)) {
      const level = groups ? words.map((word, row) => (groups[row] === value ? word : 0)) : words;
      index = radixSort(index, level, order === 'desc');
    }
    if (groups) index = radixSort(index, groups, false);
  }
  return index;
};

/** See `Frame.sort`. */
export const sort = (frame: Columnar, keys: readonly (string | SortKey)[]): Column[] => {
  const index = rowsInOrder(
    frame,
    keys.map((key) => (typeof key === 'string' ? { by: key } : key)),
  );
  return frame.data.map(({ name, data }) => ({ name, data: gather(data, index) }));
};

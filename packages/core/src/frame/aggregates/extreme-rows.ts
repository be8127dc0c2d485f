import type { Column } from '../column';
import type { Groups } from '../group-rows';
import { sortWords } from '../sort-words';

/** Whether the cell is neither null nor NaN. */
const isValue = ({ data }: Column, row: number): boolean => {
  if (data.validity && !data.validity[row]) return false;
  return data.type !== 'real' || !Number.isNaN(data.values[row]);
};

/**
 * The row of the largest (or smallest) value in each group, the first of equal ones; a group without values has its first
 * row that is not null, else its first row.
 */
export const extremeRows = (column: Column, groups: Groups, sign: 1 | -1): Uint32Array => {
  const [low, high] = sortWords(column);
  const rows = new Int32Array(groups.count).fill(-1);
  const { data } = column;
  const compare = (one: number, other: number): number => {
    const difference = high ? (high[one] as number) - (high[other] as number) : 0;
    return difference || ((low as Uint32Array)[one] as number) - ((low as Uint32Array)[other] as number);
  };
  groups.groupOf.forEach((group, row) => {
    if (!isValue(column, row)) return;
    const best = rows[group] as number;
    if (best < 0 || compare(row, best) * sign > 0) rows[group] = row;
  });
  groups.groupOf.forEach((group, row) => {
    if ((rows[group] as number) < 0 && (!data.validity || data.validity[row])) rows[group] = row;
  });
  return Uint32Array.from(rows, (row, group) => (row < 0 ? (groups.first[group] as number) : row));
};

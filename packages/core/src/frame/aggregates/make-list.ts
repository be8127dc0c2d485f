import type { Aggregate } from '../aggregate';
import type { Json } from '../cell';
import type { Column } from '../column';
import { findColumn } from '../columnar';
import { cellReader } from '../cell-reader';

/** The JSON texts that a cell adds to a list: those of its items where it is one. */
const itemTexts = (column: Column): ((row: number) => readonly string[]) => {
  const { data } = column;
  if (data.type === 'long') return (row) => [String(data.values[row])];
  const read = cellReader(data);
  return (row) => {
    const cell = read(row);
    if (data.type === 'dynamic' && Array.isArray(cell)) return cell.map((item: Json) => JSON.stringify(item));
    if (typeof cell === 'number' && !Number.isFinite(cell)) return [JSON.stringify(String(cell))];
    return [JSON.stringify(cell)];
  };
};

/** The values of a column in each group, in row order, as one dynamic list; nulls are left out and lists are joined, as in KQL. */
export const makeList = (column: string): Aggregate<readonly Json[]> => ({
  compute(frame, groups) {
    const source = findColumn(frame, column);
    const texts = itemTexts(source);
    const { validity } = source.data;
    const lists = Array.from({ length: groups.count }, (): string[] => []);
    groups.groupOf.forEach((group, row) => {
      if (!validity || validity[row]) (lists[group] as string[]).push(...texts(row));
    });
    const jsons = lists.map((list) => `[${list.join(',')}]`);
    const dictionary = [...new Set(jsons)];
    const codeOf = new Map(dictionary.map((json, code) => [json, code]));
    return {
      type: 'dynamic',
      codes: Uint32Array.from(jsons, (json) => codeOf.get(json) as number),
      dictionary,
    };
  },
});

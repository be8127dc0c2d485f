import type { Column } from '@casebook/core';
import type { Steps } from '../run/steps';

/** How many values are written between two pauses. */
const BATCH = 1024;

/** A dynamic column of lists of what JSON can say, with pauses. O(size of the lists). */
export function* dynamicColumn(
  name: string,
  count: number,
  valueAt: (row: number) => readonly unknown[],
): Steps<Column> {
  const codes = new Uint32Array(count);
  const known = new Map<string, number>();
  for (let row = 0; row < count; row += 1) {
    if (row % BATCH === 0) yield { message: 'writing values', done: row, total: count };
    const text = JSON.stringify(valueAt(row));
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    codes[row] = code;
  }
  return { name, data: { type: 'dynamic', codes, dictionary: [...known.keys()] } };
}

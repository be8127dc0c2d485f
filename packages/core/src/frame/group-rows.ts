import type { ColumnData } from './column';
import { valueCodes, wordCodes, type Codes } from './value-codes';

/** Rows by group: the group of each row, and each group's first row; groups count from 0 by first appearance. */
export interface Groups {
  readonly groupOf: Uint32Array;
  readonly count: number;
  readonly first: Uint32Array;
}

const DIRECT = 2 ** 20;

const combine = (one: Codes, other: Codes): Codes => {
  const rows = one.codes.length;
  const size = one.size * other.size;
  if (size <= DIRECT) {
    const codes = new Uint32Array(rows);
    for (let row = 0; row < rows; row++)
      codes[row] = (one.codes[row] as number) * other.size + (other.codes[row] as number);
    return { codes, size };
  }
  const words = new Int32Array(rows * 2);
  for (let row = 0; row < rows; row++) {
    words[2 * row] = one.codes[row] as number;
    words[2 * row + 1] = other.codes[row] as number;
  }
  return wordCodes(words, 2);
};

/** Groups of rows whose cells are equal in all of the given columns; without columns, all rows are one group. */
export const groupRows = (columns: readonly ColumnData[], rowCount: number): Groups => {
  const everything: Codes = { codes: new Uint32Array(rowCount), size: 1 };
  const { codes, size } = columns.map(valueCodes).reduce(combine, everything);
  const groups = new Int32Array(size).fill(-1);
  const groupOf = new Uint32Array(rowCount);
  const firsts: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    const code = codes[row] as number;
    let group = groups[code] as number;
    if (group < 0) {
      group = firsts.length;
      groups[code] = group;
      firsts.push(row);
    }
    groupOf[row] = group;
  }
  return { groupOf, count: firsts.length, first: Uint32Array.from(firsts) };
};

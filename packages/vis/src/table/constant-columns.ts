import { cellReader, type Column, type ColumnData, type Frame } from '@casebook/core';
import { formatCell } from './format-cell';

/** A column that says the same in every row. */
export interface ConstantColumn {
  readonly name: string;
  readonly text: string;
}

const WIDE = 8;
const MANY = 3;
const SHORT = 80;

const sameText = (codes: Uint32Array, dictionary: readonly string[]): boolean =>
  codes.every((code) => dictionary[code] === dictionary[codes[0] as number]);

const isConstant = (data: ColumnData): boolean => {
  if (data.validity?.includes(0)) return false;
  if ('codes' in data) return sameText(data.codes, data.dictionary);
  const { values } = data;
  return Array.prototype.every.call(values, (value) => value === values[0]);
};

/**
 * The columns of a wide frame (over 8 columns, at least 3 rows) whose one value is better said once than in every row; values over
 * 80 characters stay in the rows, and so does every column where all are constant.
 */
export const constantColumns = (frame: Frame, columns: readonly Column[]): readonly ConstantColumn[] => {
  if (columns.length <= WIDE || frame.rowCount < MANY) return [];
  const found = columns
    .filter(({ data }) => isConstant(data))
    .map(({ name, data }) => ({ name, text: formatCell(data.type, cellReader(data)(0)) }))
    .filter(({ text }) => text.length <= SHORT);
  return found.length === columns.length ? [] : found;
};

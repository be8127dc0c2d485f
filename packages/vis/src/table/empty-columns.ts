import { cellReader, type Column, type Frame } from '@casebook/core';

const isEmptyColumn = ({ data }: Column, rowCount: number): boolean => {
  if ('codes' in data && data.type === 'string')
    return data.codes.every((code) => data.dictionary[code] === '');
  if (data.validity) return data.validity.every((valid) => valid === 0);
  if (data.type !== 'dynamic') return false;
  const read = cellReader(data);
  return Array.from({ length: rowCount }, (_, row) => read(row)).every((cell) => cell === null);
};

/** The names of the columns that hold nothing in any row; none where there are no rows. */
export const emptyColumns = (frame: Frame): string[] =>
  frame.rowCount === 0
    ? []
    : frame.data.filter((column) => isEmptyColumn(column, frame.rowCount)).map(({ name }) => name);

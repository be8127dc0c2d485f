import { DateTime } from '../time/date-time';
import { Duration } from '../time/duration';
import type { Cell } from './cell';
import type { ColumnData, LongColumn, TextColumn } from './column';
import { parseFrozen } from './freeze-json';
import { longNumbers } from './long-numbers';

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Whether every value of a long column is within ±(2^53 - 1), so that its cells are numbers. */
export const isSafeLong = ({ values, validity }: LongColumn): boolean =>
  values.every((value, row) => (validity && !validity[row]) || (value <= SAFE && value >= -SAFE));

const longReader = (data: LongColumn): ((row: number) => Cell) => {
  const { values } = data;
  if (data.type === 'datetime') return (row) => new DateTime(values[row] as bigint);
  if (data.type === 'timespan') return (row) => new Duration(values[row] as bigint);
  const numbers = longNumbers(values);
  if (numbers) return (row) => numbers[row] as number;
  return isSafeLong(data) ? (row) => Number(values[row]) : (row) => values[row] as bigint;
};

const textReader = ({ type, codes, dictionary }: TextColumn): ((row: number) => Cell) => {
  if (type !== 'dynamic') return (row) => dictionary[codes[row] as number] as string;
  const parsed = new Map<number, Cell>();
  return (row) => {
    const code = codes[row] as number;
    if (!parsed.has(code)) parsed.set(code, parseFrozen(dictionary[code] as string));
    return parsed.get(code) as Cell;
  };
};

const valueReader = (data: ColumnData): ((row: number) => Cell) => {
  if ('codes' in data) return textReader(data);
  if (data.type === 'bool') return (row) => data.values[row] === 1;
  if (data.type === 'int' || data.type === 'real') return (row) => data.values[row] as number;
  return longReader(data);
};

/** A function from row number to cell for one column. */
export const cellReader = (data: ColumnData): ((row: number) => Cell) => {
  const read = valueReader(data);
  const { validity } = data;
  return validity ? (row) => (validity[row] ? read(row) : null) : read;
};

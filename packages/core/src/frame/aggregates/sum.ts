import { CasebookError } from '../../error/casebook-error';
import type { Aggregate } from '../aggregate';
import type { Cell } from '../cell';
import type { Column, ColumnData, LongColumn, TextColumn, Validity } from '../column';
import { findColumn } from '../columnar';
import { decimalScale, decimalText, scaledDecimal } from '../decimal-key';
import type { Groups } from '../group-rows';
import { longNumbers } from '../long-numbers';

/** Sums of each group, and how many values went into each. */
export interface Sums<V> {
  readonly sums: V[];
  readonly counts: number[];
}

/** The error for a column that cannot be added up. */
export const noSum = (what: string, { name, data }: Column): CasebookError =>
  new CasebookError('TypeMismatch', `no ${what} of a ${data.type} column: ${JSON.stringify(name)}`);

const addNumbers = (
  values: ArrayLike<number>,
  validity: Validity | undefined,
  groups: Groups,
): Sums<number> => {
  const sums = new Float64Array(groups.count);
  const counts = new Float64Array(groups.count);
  for (let row = 0; row < values.length; row++) {
    if (validity && !validity[row]) continue;
    const group = groups.groupOf[row] as number;
    sums[group] = (sums[group] as number) + (values[row] as number);
    counts[group] = (counts[group] as number) + 1;
  }
  return { sums: Array.from(sums), counts: Array.from(counts) };
};

const addBigs = (read: (row: number) => bigint, { validity }: ColumnData, groups: Groups): Sums<bigint> => {
  const sums = Array.from({ length: groups.count }, () => 0n);
  const counts = Array.from({ length: groups.count }, () => 0);
  groups.groupOf.forEach((group, row) => {
    if (validity && !validity[row]) return;
    sums[group] = (sums[group] as bigint) + read(row);
    counts[group] = (counts[group] as number) + 1;
  });
  return { sums, counts };
};

/** Sums of a bool, int or real column as doubles. */
export const sumNumbers = (
  { values, validity }: Exclude<ColumnData, LongColumn | TextColumn>,
  groups: Groups,
): Sums<number> => addNumbers(values, validity, groups);

/** Exact sums of a long, datetime or timespan column. */
export const sumLongs = (data: LongColumn, groups: Groups): Sums<bigint> => {
  const numbers = longNumbers(data.values);
  const largest = numbers?.reduce((most, value) => Math.max(most, Math.abs(value)), 0) ?? Infinity;
  if (!numbers || largest * numbers.length >= 2 ** 53)
    return addBigs((row) => data.values[row] as bigint, data, groups);
  const { sums, counts } = addNumbers(numbers, data.validity, groups);
  return { sums: sums.map(BigInt), counts };
};

/** Exact sums of a decimal column, in units of 10^-scale. */
export const sumDecimals = (data: TextColumn, groups: Groups): Sums<bigint> & { readonly scale: number } => {
  const scale = data.dictionary.reduce((most, text) => Math.max(most, decimalScale(text)), 0);
  const scaled = data.dictionary.map((text) => (text === '' ? 0n : scaledDecimal(text, scale)));
  return { ...addBigs((row) => scaled[data.codes[row] as number] as bigint, data, groups), scale };
};

const LIMIT = 2n ** 63n;

const exactLongs = (sums: readonly bigint[], name: string): BigInt64Array => {
  if (sums.some((sum) => sum >= LIMIT || sum < -LIMIT)) {
    throw new CasebookError('InvalidValue', `sum beyond 64 bits: ${JSON.stringify(name)}`, {
      help: 'Extend the column to real first.',
    });
  }
  return BigInt64Array.from(sums);
};

const compute = (column: Column, groups: Groups): ColumnData => {
  const { data, name } = column;
  if (data.type === 'real') return { type: 'real', values: Float64Array.from(sumNumbers(data, groups).sums) };
  if (data.type === 'int')
    return { type: 'long', values: exactLongs(sumNumbers(data, groups).sums.map(BigInt), name) };
  if (data.type === 'long' || data.type === 'timespan')
    return { type: data.type, values: exactLongs(sumLongs(data, groups).sums, name) };
  if (data.type !== 'decimal') throw noSum('sum', column);
  const { sums, scale } = sumDecimals(data, groups);
  const texts = sums.map((sum) => decimalText(sum, scale));
  const dictionary = [...new Set(texts)];
  const codeOf = new Map(dictionary.map((text, code) => [text, code]));
  return {
    type: 'decimal',
    codes: Uint32Array.from(texts, (text) => codeOf.get(text) as number),
    dictionary,
  };
};

/**
 * The sum of a column in each group, nulls left out, 0 of nothing: int and long give long, real real, decimal decimal, timespan
 * timespan, all but real exact. Other types are a `TypeMismatch` error, a sum beyond 64 bits an `InvalidValue` error.
 */
export const sum = <C extends Cell = Cell>(column: string): Aggregate<C> => ({
  compute: (frame, groups) => compute(findColumn(frame, column), groups),
});

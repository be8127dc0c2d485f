import { CasebookError } from '../error/casebook-error';
import type { Column, ColumnData } from './column';
import { decimalKey } from './decimal-key';
import { numberKey, numberTest, type OrderOperator } from './number-test';
import { longKey, longTest } from './long-test';
import { textKey, textTest, type TextOperator } from './text-test';

/**
 * The comparisons of KQL. `==`, `!=`, `in`, `!in` take every type, `<` to `>=` all but dynamic, the others strings; those with
 * `~` and the words ignore case. Against null, `==` and `!=` tell null from not null; in other comparisons a null cell
 * is false, except that it is `!=` to and `!in` any value.
 */
export type CompareOperator = OrderOperator | 'in' | '!in' | TextOperator;

type Test = (row: number) => boolean;

const isNull = (value: unknown): boolean => value === null || value === undefined;

const valueTest = (column: Column, operator: CompareOperator, value: unknown): Test => {
  const { name, data } = column;
  if ('codes' in data) return textTest(data, operator as OrderOperator | TextOperator, value, name);
  if (!['==', '!=', '<', '<=', '>', '>='].includes(operator)) {
    throw new CasebookError(
      'TypeMismatch',
      `no ${operator} on a ${data.type} column: ${JSON.stringify(name)}`,
    );
  }
  const order = operator as OrderOperator;
  return data.type === 'bool' || data.type === 'int' || data.type === 'real'
    ? numberTest(data, order, value, name)
    : longTest(data, order, value, name);
};

const nullTest = (data: ColumnData, operator: CompareOperator): Test => {
  const { validity } = data;
  if (operator === '==') return validity ? (row) => !validity[row] : () => false;
  if (operator === '!=') return validity ? (row) => validity[row] === 1 : () => true;
  return () => false;
};

const listTest = (column: Column, value: unknown): Test => {
  const { data, name } = column;
  if (!Array.isArray(value)) {
    throw new CasebookError('TypeMismatch', `no list for column ${JSON.stringify(name)}: ${String(value)}`);
  }
  const known: readonly unknown[] = value.filter((item) => !isNull(item));
  return notNull(data, memberTest(data, known, name), known.length < value.length);
};

const memberTest = (data: ColumnData, values: readonly unknown[], name: string): Test => {
  if ('codes' in data) {
    const keys = new Set(values.map((value) => textKey(data.type, value, name)));
    const wanted = data.dictionary.map((text) => keys.has(data.type === 'decimal' ? decimalKey(text) : text));
    return (row) => wanted[data.codes[row] as number] as boolean;
  }
  if (data.type === 'bool' || data.type === 'int' || data.type === 'real') {
    const numbers = new Set(values.map((value) => numberKey(data.type, value, name)));
    numbers.delete(NaN);
    return (row) => numbers.has(data.values[row] as number);
  }
  const longs = new Set(values.map((value) => longKey(data.type, value, name)));
  return (row) => longs.has(data.values[row] as bigint);
};

/** The test with a fixed answer for null cells. */
const notNull = ({ validity }: ColumnData, test: Test, answer: boolean): Test =>
  validity ? (row) => (validity[row] ? test(row) : answer) : test;

/** A test of a column's cells against a value; a value or operator that does not fit the type is a `TypeMismatch` error. */
export const columnTest = (column: Column, operator: CompareOperator, value: unknown): Test => {
  if (operator === 'in') return listTest(column, value);
  if (operator === '!in') {
    const within = listTest(column, value);
    return (row) => !within(row);
  }
  if (isNull(value)) return nullTest(column.data, operator);
  const negative = operator.startsWith('!');
  return notNull(column.data, valueTest(column, operator, value), negative);
};

import { CasebookError } from '../error/casebook-error';
import type { BoolColumn, IntColumn, RealColumn } from './column';

/** Equality and order. */
export type OrderOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** The error for a value that a column cannot be compared with. */
export const unfit = (type: string, value: unknown, name: string): CasebookError =>
  new CasebookError('TypeMismatch', `no ${type} for column ${JSON.stringify(name)}: ${String(value)}`);

/** The number that a value is in a bool, int or real column; a value that does not fit is a `TypeMismatch` error. */
export const numberKey = (type: 'bool' | 'int' | 'real', value: unknown, name: string): number => {
  if (type === 'bool' && typeof value === 'boolean') return Number(value);
  if (type !== 'bool' && typeof value === 'number') return value;
  if (type !== 'bool' && typeof value === 'bigint' && BigInt(Number(value)) === value) return Number(value);
  throw unfit(type, value, name);
};

/** A test of a bool, int or real column; false is below true, NaN equals nothing. */
export const numberTest = (
  { type, values }: BoolColumn | IntColumn | RealColumn,
  operator: OrderOperator,
  value: unknown,
  name: string,
): ((row: number) => boolean) => {
  const other = numberKey(type, value, name);
  const at = values as Float64Array;
  switch (operator) {
    case '==':
      return (row) => at[row] === other;
    case '!=':
      return (row) => at[row] !== other;
    case '<':
      return (row) => (at[row] as number) < other;
    case '<=':
      return (row) => (at[row] as number) <= other;
    case '>':
      return (row) => (at[row] as number) > other;
    case '>=':
      return (row) => (at[row] as number) >= other;
  }
};

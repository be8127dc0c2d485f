import { CasebookError } from '../error/casebook-error';
import { DateTime } from '../time/date-time';
import { Duration } from '../time/duration';
import type { ColumnData, LongColumn, TextColumn, Validity } from './column';
import { isTextType } from './column';
import type { KqlType } from './kql-type';

const INT_MAX = 2 ** 31;
const LONG_MAX = 2n ** 63n;
const DECIMAL = /^-?\d+(\.\d+)?$/;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const refuse = (type: KqlType, value: unknown, column: string): CasebookError =>
  new CasebookError('InvalidValue', `no exact ${type} in column ${JSON.stringify(column)}: ${String(value)}`);

const isNull = (value: unknown): boolean => value === null || value === undefined;

const toLong = (value: unknown): bigint | undefined => {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined;
  return typeof value === 'string' && /^-?\d+$/.test(value) ? BigInt(value) : undefined;
};

const toTicks: Record<LongColumn['type'], (value: unknown) => bigint | undefined> = {
  long: (value) => {
    const long = toLong(value);
    return long !== undefined && long < LONG_MAX && long >= -LONG_MAX ? long : undefined;
  },
  datetime: (value) => {
    if (value instanceof DateTime) return value.ticks;
    if (Object.prototype.toString.call(value) === '[object Date]')
      return DateTime.fromDate(value as Date).ticks;
    return typeof value === 'string' ? DateTime.parse(value).ticks : undefined;
  },
  timespan: (value) => {
    if (value instanceof Duration) return value.ticks;
    return typeof value === 'string' ? Duration.parse(value).ticks : undefined;
  },
};

const toReal = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value === 'NaN' || value === 'Infinity' || value === '-Infinity' || value === '-0')
    return Number(value);
  return undefined;
};

const toText: Record<TextColumn['type'], (value: unknown) => string | undefined> = {
  string: (value) => (isNull(value) ? '' : typeof value === 'string' ? value : undefined),
  decimal: (value) => {
    const text = typeof value === 'bigint' ? String(value) : value;
    return typeof text === 'string' && DECIMAL.test(text) ? text : undefined;
  },
  guid: (value) => (typeof value === 'string' && GUID.test(value) ? value.toLowerCase() : undefined),
  dynamic: (value) => JSON.stringify(value),
};

const textColumn = (
  type: TextColumn['type'],
  cells: readonly unknown[],
  validity: Validity | undefined,
  name: string,
): TextColumn => {
  const seen = new Map<string, number>();
  const codeOf = (text: string): number => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    seen.set(text, seen.size);
    return seen.size - 1;
  };
  const codes = Uint32Array.from(cells, (cell) => {
    if (isNull(cell) && type !== 'string') return codeOf(type === 'dynamic' ? 'null' : '');
    const text = toText[type](cell);
    if (text === undefined) throw refuse(type, cell, name);
    return codeOf(text);
  });
  return {
    type,
    codes,
    dictionary: [...seen.keys()],
    ...(validity && type !== 'string' ? { validity } : {}),
  };
};

const fill = <V>(
  cells: readonly unknown[],
  convert: (cell: unknown) => V | undefined,
  empty: V,
  type: KqlType,
  name: string,
): V[] =>
  cells.map((cell) => {
    if (isNull(cell)) return empty;
    const value = convert(cell);
    if (value === undefined) throw refuse(type, cell, name);
    return value;
  });

const toInt = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value < INT_MAX && value >= -INT_MAX
    ? value
    : undefined;

const toBool = (value: unknown): number | undefined =>
  typeof value === 'boolean' ? Number(value) : undefined;

/**
 * Stores values as a column of a type; null and undefined are null (string: empty).
 * A value that the type cannot hold exactly is an `InvalidValue` error that names the column.
 */
export const encodeColumn = (type: KqlType, cells: readonly unknown[], name: string): ColumnData => {
  const validity = cells.some(isNull) ? Uint8Array.from(cells, (cell) => (isNull(cell) ? 0 : 1)) : undefined;
  const nulls = validity ? { validity } : {};
  if (isTextType(type)) return textColumn(type, cells, validity, name);
  if (type === 'bool') return { type, values: Uint8Array.from(fill(cells, toBool, 0, type, name)), ...nulls };
  if (type === 'int') return { type, values: Int32Array.from(fill(cells, toInt, 0, type, name)), ...nulls };
  if (type === 'real')
    return { type, values: Float64Array.from(fill(cells, toReal, 0, type, name)), ...nulls };
  return { type, values: BigInt64Array.from(fill(cells, toTicks[type], 0n, type, name)), ...nulls };
};

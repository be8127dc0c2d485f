import { STORAGE } from '../contract/storage-types';
import type { KqlType } from '@casebook/core';
import type { Constant, Scalar } from '../plan/scalar';

/** An identifier of SQL. */
export const quoteId = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text literal of SQL; the one place where text enters SQL. */
export function quoteText(text: string): string {
  const quoted = text.split('\0').map((piece) => `'${piece.replaceAll("'", "''")}'`);
  return quoted.length === 1 ? (quoted[0] ?? "''") : `(${quoted.join(' || chr(0) || ')})`;
}

/** The null of a type; a string is never null. */
export const nullSql = (type: KqlType): string =>
  type === 'string' ? "''" : `CAST(NULL AS ${STORAGE[type]})`;

/** A constant as SQL. */
export function constantSql(type: KqlType, value: Constant): string {
  if (value === null) return nullSql(type);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'bigint') return bigintSql(type, value);
  if (typeof value === 'number') return realSql(value);
  return type === 'decimal' ? `CAST(${quoteText(value)} AS ${STORAGE.decimal})` : quoteText(value);
}

/** A constant as a scalar. */
export const constant = (type: KqlType, value: Constant): Scalar => ({
  type,
  sql: constantSql(type, value),
  constant: type === 'string' && value === null ? '' : value,
});

function bigintSql(type: KqlType, value: bigint): string {
  return type === 'int'
    ? `${value < 0n ? `(${value})` : value}::INTEGER`
    : `${value < 0n ? `(${value})` : value}::BIGINT`;
}

function realSql(value: number): string {
  if (Number.isNaN(value)) return "'nan'::DOUBLE";
  if (!Number.isFinite(value)) return `'${value < 0 ? '-' : ''}inf'::DOUBLE`;
  return `${Object.is(value, -0) ? "'-0'" : value < 0 ? `(${value})` : value}::DOUBLE`;
}

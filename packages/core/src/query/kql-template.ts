import { CasebookError } from '../error/casebook-error';
import type { Json } from '../frame/cell';
import { cellReader } from '../frame/cell-reader';
import { columnLength, type Column } from '../frame/column';
import { DateTime } from '../time/date-time';
import { Duration } from '../time/duration';
import {
  quoteBool,
  quoteDateTime,
  quoteDuration,
  quoteDynamic,
  quoteLong,
  quoteReal,
  quoteString,
} from './quote';
import { RawKql } from './raw-kql';
import { endsInComment } from './scan-kql';

/**
 * A value that {@link kql} can quote: a list or a column of a frame becomes literals with commas between, without its nulls, which
 * equal nothing; another object of JSON becomes one dynamic literal.
 */
export type KqlValue =
  | string
  | number
  | bigint
  | boolean
  | DateTime
  | Date
  | Duration
  | RawKql
  | readonly (KqlValue | null)[]
  | Column
  | Int32Array
  | Float64Array
  | BigInt64Array
  | { readonly [name: string]: Json };

const isTyped = (value: unknown): value is Int32Array | Float64Array | BigInt64Array =>
  ArrayBuffer.isView(value) && 'length' in value;

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    prototype === null ||
    ((prototype as { constructor?: { name?: string } }).constructor?.name === 'Object' &&
      Object.getPrototypeOf(prototype) === null)
  );
};

const isColumn = (value: unknown): value is Column => {
  const { name, data } = (value ?? {}) as Partial<Column>;
  return typeof name === 'string' && data !== undefined && ('codes' in data || isTyped(data.values));
};

const cellsOf = ({ data }: Column): readonly (KqlValue | null)[] => {
  const read = cellReader(data);
  return Array.from({ length: columnLength(data) }, (_, row) => read(row) as KqlValue | null);
};

const list = (values: readonly (KqlValue | null)[]): string => {
  const given = values.filter((value): value is KqlValue => value !== null);
  return given.length === 0 ? 'dynamic([])' : given.map(quote).join(', ');
};

const quote = (value: KqlValue): string => {
  if (typeof value === 'string') return quoteString(value);
  if (typeof value === 'bigint') return quoteLong(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? quoteLong(value) : quoteReal(value);
  if (typeof value === 'boolean') return quoteBool(value);
  if (value instanceof DateTime) return quoteDateTime(value);
  if (value instanceof Duration) return quoteDuration(value);
  if (RawKql.is(value)) return `${value.text}${endsInComment(value.text) ? '\n' : ''}`;
  if (isTyped(value)) return list([...value]);
  if (Array.isArray(value)) return list(value as readonly (KqlValue | null)[]);
  if (isColumn(value)) return list(cellsOf(value));
  if (Object.prototype.toString.call(value) === '[object Date]')
    return quoteDateTime(DateTime.fromDate(value as Date));
  if (typeof value === 'object' && value !== null && isPlain(value))
    return quoteDynamic(value as { readonly [name: string]: Json });
  throw new CasebookError('InvalidParameter', `value that KQL has no literal for: ${String(value)}`, {
    help: 'Give a string, number, bigint, boolean, DateTime, Date, Duration, rawKql(…), a list of them, or an object of JSON.',
  });
};

/** The escapes that mean in KQL what they mean in a template; others lose their backslash, or become a sign of their own. */
const KEPT = /^\\(?:[\\`'"${}nrtxu]|\r?\n)/;

const refuseLost = (raw: string): void => {
  const lost = (raw.match(/\\(?:\r\n|[\s\S])/g) ?? []).find((escape) => !KEPT.test(escape));
  if (lost !== undefined)
    throw new CasebookError('InvalidParameter', `lost backslash in a template: ${lost}`, {
      help: `JavaScript reads ${lost} before KQL does: write \\${lost}.`,
    });
};

/**
 * KQL text with each value quoted: kql`SecurityEvent | where Computer == ${host}`. Whole numbers within ±(2^53 - 1) are
 * long, other numbers real; a list is literals with commas between, an empty one `dynamic([])`. Values stand where
 * a literal may stand, never inside quotes. A backslash that JavaScript would drop, as in `\\d`, is `InvalidParameter`.
 */
export const kql = (texts: TemplateStringsArray, ...values: readonly KqlValue[]): string => {
  texts.raw.forEach(refuseLost);
  return texts
    .map((text, place) => (place === 0 ? text : `${quote(values[place - 1] as KqlValue)}${text}`))
    .join('');
};

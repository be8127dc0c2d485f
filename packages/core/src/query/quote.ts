/**
 * The one place where values become KQL. Whatever the value, the text is one literal or one name and reads back equal;
 * `tools/test/quote.test.ts` holds it against Microsoft's parser.
 */
import { CasebookError } from '../error/casebook-error';
import type { Json } from '../frame/cell';
import type { DateTime } from '../time/date-time';
import type { Duration } from '../time/duration';
import { TICKS } from '../time/ticks';

const LONG_LIMIT = 2n ** 63n;
const INT_LIMIT = 2 ** 31;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const refuse = (type: string, value: unknown): CasebookError =>
  new CasebookError('InvalidParameter', `invalid ${type}: ${String(value)}`);

const escapeUnit = (unit: string): string =>
  ESCAPES.get(unit) ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A string literal in which everything but `[A-Za-z0-9 _.:/@-]` is escaped, one escape a UTF-16 unit. */
export const quoteString = (value: string): string =>
  `"${value.replace(/[^A-Za-z0-9 _.:/@-]/g, escapeUnit)}"`;

/** A long literal; numbers beyond ±(2^53 - 1), fractions, and what 64 bits cannot hold are `InvalidParameter` errors. */
export const quoteLong = (value: number | bigint): string => {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw refuse('long', value);
  const long = BigInt(value);
  if (long >= LONG_LIMIT || long < -LONG_LIMIT) throw refuse('long', value);
  return long < 0n ? `long(${long})` : `${long}`;
};

/** An int literal; what 32 bits cannot hold is an `InvalidParameter` error. */
export const quoteInt = (value: number): string => {
  if (!Number.isInteger(value) || value >= INT_LIMIT || value < -INT_LIMIT) throw refuse('int', value);
  return `int(${value})`;
};

/** A real literal, also for NaN and the infinities. */
export const quoteReal = (value: number): string => {
  if (Number.isNaN(value)) return 'real(nan)';
  if (!Number.isFinite(value)) return value > 0 ? 'real(+inf)' : 'real(-inf)';
  return `real(${Object.is(value, -0) ? '-0.0' : String(value)})`;
};

/** A bool literal. */
export const quoteBool = (value: boolean): string => (value ? 'true' : 'false');

/** A datetime literal with all seven digits. */
export const quoteDateTime = (value: DateTime): string => {
  const text = value.toString().slice(0, 19);
  return `datetime(${text}.${String(value.ticks % TICKS.second).padStart(7, '0')}Z)`;
};

/** A timespan literal, `timespan([-]d.hh:mm:ss.fffffff)`. */
export const quoteDuration = (value: Duration): string => {
  const size = value.ticks < 0n ? -value.ticks : value.ticks;
  const pad = (part: bigint, width: number): string => String(part).padStart(width, '0');
  const clock = [(size / TICKS.hour) % 24n, (size / TICKS.minute) % 60n, (size / TICKS.second) % 60n];
  const text = `${size / TICKS.day}.${clock.map((part) => pad(part, 2)).join(':')}.${pad(size % TICKS.second, 7)}`;
  return `timespan(${value.ticks < 0n ? '-' : ''}${text})`;
};

/** A dynamic literal; a number that JSON cannot hold is an `InvalidParameter` error. */
export const quoteDynamic = (value: Json): string => `dynamic(${jsonText(value)})`;

const jsonText = (value: Json): string => {
  if (typeof value === 'string') return quoteString(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(jsonText).join(',')}]`;
  if (typeof value !== 'object') throw refuse('dynamic', value);
  const members = Object.entries(value as { readonly [key: string]: Json });
  return `{${members.map(([name, member]) => `${quoteString(name)}:${jsonText(member)}`).join(',')}}`;
};

/** A name from an allow-list: bare where no keyword can look like it, else in brackets; others are `InvalidParameter` errors. */
export const quoteName = (value: string, allowed: readonly string[]): string => {
  if (!allowed.includes(value)) throw refuse('name', value);
  return /^[A-Z][A-Za-z0-9_]*$/.test(value) ? value : `[${quoteString(value)}]`;
};

const OPERATOR = /^(?:==|!=|=~|!~|<|<=|>|>=|!?[a-z][a-z_]*~?)$/;

/** An operator from an allow-list, as it is; others are `InvalidParameter` errors. */
export const quoteOperator = (value: string, allowed: readonly string[]): string => {
  if (!allowed.includes(value) || !OPERATOR.test(value)) throw refuse('operator', value);
  return value;
};

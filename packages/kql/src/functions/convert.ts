import type { KqlType } from '@casebook/core';
import type { Constant, Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { STORAGE } from '../contract/storage-types';
import { constant } from '../sql/quote-sql';
import { decimalOfReal, plainDecimal } from '../values/decimal-text';
import { datetimeText, momentOf } from '../values/datetime-text';
import type { JsonValue } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { jsonText, printJson } from '../values/print-json';
import { parseReal, textOfReal } from '../values/real-text';
import { timespanText } from '../values/timespan-text';
import { unanswerable } from '../values/unanswerable';
import { applyHost, hostCall, type HostFunction } from './host-function';
import { once } from './once';
import { quickDatetime, quickInteger, quickReal } from './quick-conversions';
import { datetimeOf, timespanOf } from './read-or-refuse';

interface Conversion {
  readonly sql?: (value: string) => string;
  readonly js?: (value: never) => Constant;
  /** Around the call of `js` at the host, SQL that answers common values itself; exactly as `js` does. */
  readonly quick?: (host: string, value: string) => string;
}

const json = (text: (value: string) => string): ((value: string) => string) => text;
const bounded = (value: bigint, bits: 32 | 64): bigint | null =>
  BigInt.asIntN(bits, value) === value ? value : null;
const truncated = (value: number, bits: 32 | 64): bigint | null => {
  if (Number.isNaN(value)) unanswerable('whole number of NaN');
  const limit = 2n ** BigInt(bits - 1);
  if (value >= Number(limit)) return limit - 1n;
  return value <= -Number(limit) ? -limit : BigInt(Math.trunc(value));
};
const saturated = (value: string, bits: 32 | 64): string => {
  const type = bits === 64 ? 'BIGINT' : 'INTEGER';
  const limit = 2n ** BigInt(bits - 1);
  return once(
    [value],
    (x) =>
      `CASE WHEN isnan(${x}) THEN error('unsupported whole number of NaN') WHEN ${x} >= ${limit - 1n} THEN ${limit - 1n} WHEN ${x} <= -${limit} THEN (-${limit - 1n} - 1) ELSE CAST(trunc(${x}) AS ${type}) END`,
  );
};

/** Cuts the digits after the point; which whole number a decimal beyond them becomes is not known. */
const wholeOfDecimal = (value: string, type: 'BIGINT' | 'INTEGER'): string =>
  once(
    [`trunc(${value})`],
    (x) =>
      `CASE WHEN ${x} IS NOT NULL AND TRY_CAST(${x} AS ${type}) IS NULL THEN error('unsupported whole number of a decimal beyond its range') ELSE TRY_CAST(${x} AS ${type}) END`,
  );

const wrapped = (value: string): string =>
  `CAST(((${value} + 2147483648::HUGEINT) % 4294967296 + 4294967296) % 4294967296 - 2147483648 AS INTEGER)`;

/** Reads a whole number as `tolong` does: decimal digits or `0x…`, nothing else. Errors: KqlUnsupported for hexadecimal digits beyond the greatest number. */
export function parseInteger(text: string, bits: 32 | 64 = 64): bigint | null {
  const plain = text.trim();
  if (/^[-+]?\d+$/.test(plain)) return bounded(BigInt(plain.replace('+', '')), bits);
  if (!/^0[xX][0-9a-fA-F]+$/.test(plain)) return null;
  return bounded(BigInt(plain), bits) ?? unanswerable(`hexadecimal number that is too large: ${plain}`);
}

/** Reads a truth value as `tobool` does. */
export function parseBool(text: string): boolean | null {
  const plain = text.toLowerCase();
  if (plain === 'true') return true;
  if (plain === 'false') return false;
  const number = parseInteger(text);
  return number === null ? null : number !== 0n;
}

/**
 * Reads the first 32 hexadecimal digits of a text as a GUID, hyphens at their places passed over, whatever follows; null
 * where the text is none (https://learn.microsoft.com/kusto/query/toguid-function). Errors: KqlUnsupported for braces.
 */
export function parseGuid(text: string): string | null {
  const parts = /^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})/i.exec(text);
  if (parts) return parts.slice(1).join('-').toLowerCase();
  if (/^\s*[{(]?[0-9a-f-]{32,}/i.test(text)) unanswerable(`guid of ${text.slice(0, 40)}`);
  return null;
}

const datetimeSql = (value: string): string =>
  once(
    [value],
    (t) =>
      `strftime(make_timestamp(${t} // 10 - 62135596800000000), '%Y-%m-%dT%H:%M:%S.%f') || CAST(${t} % 10 AS VARCHAR) || 'Z'`,
  );

const fromJson =
  (of: (value: JsonValue) => Constant) =>
  (text: string): Constant =>
    of(parseJson(text));

const dynamicTo: Partial<Record<KqlType, Conversion>> = {
  string: {
    sql: (d) => `coalesce(json_extract_string(${d}, '$'), '')`,
    js: fromJson((value) => jsonText(value)),
  },
  bool: {
    js: fromJson((v) =>
      typeof v === 'boolean'
        ? v
        : typeof v === 'number'
          ? v !== 0
          : typeof v === 'bigint'
            ? v !== 0n
            : parseBool(jsonText(v)),
    ),
  },
  long: { quick: quickInteger(18, 'BIGINT'), js: fromJson((v) => dynamicInteger(v, 64)) },
  int: { quick: quickInteger(9, 'INTEGER'), js: fromJson((v) => dynamicInteger(v, 32)) },
  real: {
    quick: quickReal,
    js: fromJson((v) =>
      typeof v === 'number'
        ? v
        : typeof v === 'bigint'
          ? Number(v)
          : typeof v === 'boolean'
            ? Number(v)
            : parseReal(jsonText(v)),
    ),
  },
  datetime: { js: fromJson((v) => (typeof v === 'bigint' ? momentOf(v) : datetimeOf(jsonText(v)))) },
  timespan: { js: fromJson((v) => (typeof v === 'bigint' ? v : timespanOf(jsonText(v)))) },
  guid: { js: fromJson((v) => parseGuid(jsonText(v))) },
  decimal: { js: fromJson((v) => (v === null ? null : (plainDecimal(jsonText(v)) ?? null))) },
};

function dynamicInteger(value: JsonValue, bits: 32 | 64): bigint | null {
  if (typeof value === 'bigint') return BigInt.asIntN(bits, value);
  if (typeof value === 'number') return truncated(value, bits);
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return parseInteger(jsonText(value), bits);
}

/** A decimal without its last zeros; where it fills the digits that are stored, Kusto has more of them. */
const decimalText = (value: string): string =>
  once(
    [`CAST(${value} AS VARCHAR)`],
    (x) =>
      `CASE WHEN NOT contains(${x}, '.') THEN ${x} WHEN right(${x}, 3) <> '000' THEN error('unsupported text of a decimal of more than 14 digits after the point') ELSE rtrim(rtrim(${x}, '0'), '.') END`,
  );

const toDynamic: Partial<Record<KqlType, Conversion>> = {
  string: { sql: (s) => `CAST(to_json(${s}) AS VARCHAR)`, js: (s: string) => JSON.stringify(s) },
  bool: { sql: (b) => `CAST(${b} AS VARCHAR)`, js: (b: boolean) => String(b) },
  int: { sql: (n) => `CAST(${n} AS VARCHAR)`, js: (n: bigint) => String(n) },
  long: { sql: (n) => `CAST(${n} AS VARCHAR)`, js: (n: bigint) => String(n) },
  real: { js: (x: number) => printJson(x) },
  datetime: {
    sql: json((t) => `'"' || ${datetimeSql(t)} || '"'`),
    js: (t: bigint) => `"${datetimeText(t)}"`,
  },
  timespan: { js: (t: bigint) => `"${timespanText(t)}"` },
  guid: { sql: (g) => `'"' || ${g} || '"'`, js: (g: string) => `"${g}"` },
  decimal: { sql: (x) => `'"' || ${decimalText(x)} || '"'` },
};

const toText: Partial<Record<KqlType, Conversion>> = {
  bool: {
    sql: (b) => `CASE ${b} WHEN true THEN 'True' WHEN false THEN 'False' ELSE '' END`,
    js: (b: boolean) => (b ? 'True' : 'False'),
  },
  int: { sql: (n) => `coalesce(CAST(${n} AS VARCHAR), '')`, js: (n: bigint) => String(n) },
  long: { sql: (n) => `coalesce(CAST(${n} AS VARCHAR), '')`, js: (n: bigint) => String(n) },
  real: { js: (x: number) => textOfReal(x) },
  decimal: { sql: (x) => `coalesce(${decimalText(x)}, '')` },
  datetime: { sql: (t) => `coalesce(${datetimeSql(t)}, '')`, js: (t: bigint) => datetimeText(t) },
  timespan: { js: (t: bigint) => timespanText(t) },
  guid: { sql: (g) => `coalesce(${g}, '')`, js: (g: string) => g },
};

const fromText: Partial<Record<KqlType, Conversion>> = {
  bool: { js: (s: string) => parseBool(s) },
  int: { quick: quickInteger(9, 'INTEGER'), js: (s: string) => parseInteger(s, 32) },
  long: { quick: quickInteger(18, 'BIGINT'), js: (s: string) => parseInteger(s, 64) },
  real: { quick: quickReal, js: (s: string) => parseReal(s) },
  decimal: { js: (s: string) => plainDecimal(s) ?? null },
  datetime: { quick: quickDatetime, js: (s: string) => datetimeOf(s) },
  timespan: { js: (s: string) => timespanOf(s) },
  guid: { js: (s: string) => parseGuid(s) },
};

const CONVERSIONS: Partial<Record<`${KqlType}>${KqlType}`, Conversion>> = {
  'int>long': { sql: (n) => `CAST(${n} AS BIGINT)`, js: (n: bigint) => n },
  'long>int': { sql: (n) => wrapped(n), js: (n: bigint) => BigInt.asIntN(32, n) },
  'int>real': { sql: (n) => `CAST(${n} AS DOUBLE)`, js: (n: bigint) => Number(n) },
  'long>real': { sql: (n) => `CAST(${n} AS DOUBLE)`, js: (n: bigint) => Number(n) },
  'int>decimal': { sql: (n) => `CAST(${n} AS ${STORAGE.decimal})` },
  'long>decimal': { sql: (n) => `CAST(${n} AS ${STORAGE.decimal})` },
  'decimal>real': { sql: (x) => `CAST(${x} AS DOUBLE)` },
  'decimal>long': { sql: (x) => wholeOfDecimal(x, 'BIGINT') },
  'decimal>int': { sql: (x) => wholeOfDecimal(x, 'INTEGER') },
  'real>long': { sql: (x) => saturated(x, 64), js: (x: number) => truncated(x, 64) },
  'real>int': { sql: (x) => saturated(x, 32), js: (x: number) => truncated(x, 32) },
  'bool>int': { sql: (b) => `CAST(${b} AS INTEGER)`, js: (b: boolean) => (b ? 1n : 0n) },
  'bool>long': { sql: (b) => `CAST(${b} AS BIGINT)`, js: (b: boolean) => (b ? 1n : 0n) },
  'bool>real': { sql: (b) => `CAST(CAST(${b} AS INTEGER) AS DOUBLE)`, js: (b: boolean) => (b ? 1 : 0) },
  'int>bool': { sql: (n) => `(${n} <> 0)`, js: (n: bigint) => n !== 0n },
  'long>bool': { sql: (n) => `(${n} <> 0)`, js: (n: bigint) => n !== 0n },
  'real>bool': { sql: (n) => `(${n} <> 0)`, js: (n: number) => n !== 0 },
  'datetime>int': { sql: (t) => wrapped(t), js: (t: bigint) => BigInt.asIntN(32, t) },
  'bool>decimal': { sql: (b) => `CAST(CAST(${b} AS INTEGER) AS ${STORAGE.decimal})` },
  'real>timespan': { js: (x: number) => truncated(x, 64) },
  'real>decimal': { js: (x: number) => decimalOfReal(x) },
  'datetime>long': { sql: (t) => t, js: (t: bigint) => t },
  'timespan>long': { sql: (t) => t, js: (t: bigint) => t },
  'timespan>int': { sql: (t) => wrapped(t), js: (t: bigint) => BigInt.asIntN(32, t) },
  'datetime>real': { sql: (t) => `CAST(${t} AS DOUBLE)`, js: (t: bigint) => Number(t) },
  'timespan>real': { sql: (t) => `CAST(${t} AS DOUBLE)`, js: (t: bigint) => Number(t) },
  'real>datetime': {
    js: (x: number) => (Number.isFinite(x) ? momentOf(BigInt(Math.trunc(x))) : null),
  },
  'int>datetime': { js: (n: bigint) => momentOf(n) },
  'long>datetime': { js: (n: bigint) => momentOf(n) },
  'int>timespan': { sql: (n) => `CAST(${n} AS BIGINT)`, js: (n: bigint) => n },
  'long>timespan': { sql: (n) => n, js: (n: bigint) => n },
};

/** The scalar as another type, by the rules of KQL's conversion functions; nothing where there is no such rule. */
export function convert(value: Scalar, to: KqlType, scope: Scope): Scalar | undefined {
  const from = value.type;
  if (from === to) return value;
  if (value.constant === null) return constant(to, null);
  if (from === 'dynamic' && to === 'string' && value.path) return pathText(value);
  if (from === 'decimal' && /\.\d*0$/.test(String(value.constant)) && (to === 'string' || to === 'dynamic'))
    unanswerable('text of a decimal that ends in zeros');
  const conversion = conversionOf(from, to);
  if (!conversion) return undefined;
  const fn = conversion.js && hostFunction(from, to, conversion.js);
  if (fn && value.constant !== undefined) return constant(to, applyHost(fn, [value.constant]));
  if (conversion.sql) return { type: to, sql: conversion.sql(value.sql) };
  if (!fn) return undefined;
  const { quick } = conversion;
  const host = (sql: string): string => hostCall(fn, [sql], scope);
  return { type: to, sql: quick ? once([value.sql], (x) => quick(host(x), x)) : host(value.sql) };
}

function conversionOf(from: KqlType, to: KqlType): Conversion | undefined {
  if (from === 'string' && to !== 'dynamic') return fromText[to];
  if (from === 'dynamic') return dynamicTo[to];
  if (to === 'string') return toText[from];
  if (to === 'dynamic') return toDynamic[from];
  return CONVERSIONS[`${from}>${to}`];
}

const hostFunction = (from: KqlType, to: KqlType, call: NonNullable<Conversion['js']>): HostFunction => ({
  name: `${from}_to_${to}`,
  takes: [from],
  gives: to,
  call,
});

const pathText = ({ path }: Scalar): Scalar => ({
  type: 'string',
  sql: `coalesce(json_extract_string(${path?.document}, ${path?.steps}), '')`,
});

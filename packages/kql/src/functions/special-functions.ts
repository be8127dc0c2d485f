import type { KqlType } from '@casebook/core';
import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import { constant, nullSql } from '../sql/quote-sql';
import { combine } from '../expressions/arithmetic';
import { ASSERT } from './assert-special';
import { convert } from './convert';
import { once } from './once';
import { converted, type Call, type SpecialRow } from './special-row';

const conversion = (
  name: string,
  type: KqlType,
  { aliases = [], note }: { aliases?: readonly string[]; note?: string } = {},
): SpecialRow => ({
  name,
  aliases,
  ...(note === undefined ? {} : { note }),
  build: (call) => converted(call, 0, type),
});

const UNLISTED = { note: 'a text in a form that the documents do not list ends the query' };
const WHOLE = { note: 'NaN, a decimal out of range and hexadecimal digits out of range end the query' };

const now = (call: Call): Scalar => {
  call.scope.compilation.flags.readsClock = true;
  return constant('datetime', call.scope.compilation.now);
};

const resultType = (call: Call, values: readonly Scalar[]): KqlType =>
  call.node.type ?? values.find((value) => value.constant !== null)?.type ?? 'dynamic';

const asType = (call: Call, value: Scalar, type: KqlType): string =>
  (
    convert(value, type, call.scope) ??
    refuse(`${value.type} as ${type} in ${call.name}`, call.node, call.scope)
  ).sql;

function choice(call: Call): Scalar {
  const values = call.args.map((_, index) => call.arg(index));
  const last = values.length - 1;
  const results = values.filter((_, index) => index % 2 === 1 || index === last);
  const type = resultType(call, results);
  const pieces: string[] = [];
  for (let index = 0; index + 1 < values.length; index += 2) {
    const [test, value] = [values[index], values[index + 1]];
    if (!test || !value) break;
    pieces.push(`WHEN ${asType(call, test, 'bool')} THEN ${asType(call, value, type)}`);
  }
  const otherwise = values[last];
  return {
    type,
    sql: `CASE ${pieces.join(' ')} ELSE ${otherwise ? asType(call, otherwise, type) : nullSql(type)} END`,
  };
}

function coalesced(call: Call): Scalar {
  const values = call.args.map((_, index) => call.arg(index));
  const type = resultType(call, values);
  const sqls = values.map((value) => asType(call, value, type));
  return type === 'string'
    ? { type, sql: `coalesce(${sqls.map((sql) => `nullif(${sql}, '')`).join(', ')}, '')` }
    : { type, sql: `coalesce(${sqls.join(', ')})` };
}

function nullTest(whenNull: boolean) {
  return (call: Call): Scalar => {
    const value = call.arg(0);
    if (value.constant !== undefined) return constant('bool', (value.constant === null) === whenNull);
    if (value.type === 'string') return constant('bool', !whenNull);
    return { type: 'bool', sql: `(${value.sql} IS ${whenNull ? '' : 'NOT '}NULL)` };
  };
}

function negated(call: Call): Scalar {
  const value = converted(call, 0, 'bool');
  return typeof value.constant === 'boolean'
    ? constant('bool', !value.constant)
    : { type: 'bool', sql: `(NOT ${value.sql})` };
}

function binned(call: Call): Scalar {
  const [value, size] = [call.arg(0), call.arg(1)];
  const [v, s] = [value.constant, size.constant];
  const whole = ['int', 'long', 'datetime', 'timespan'];
  if (whole.includes(value.type) && whole.includes(size.type)) {
    if (typeof v === 'bigint' && typeof s === 'bigint')
      return constant(value.type, s <= 0n ? null : v - (((v % s) + s) % s));
    return { type: value.type, sql: binSql(value, size) };
  }
  const [x, y] = [converted(call, 0, 'real'), converted(call, 1, 'real')];
  const down = (step: string): string => `(floor(${x.sql} / ${step}) * ${step})`;
  if (y.constant === 0) return refuse('bin of size 0.0', call.node, call.scope);
  const positive = typeof y.constant === 'number' && y.constant > 0;
  const sql = positive
    ? down(y.sql)
    : once(
        [y.sql],
        (step) =>
          `CASE WHEN ${step} = 0 THEN error('unsupported bin of size 0.0') WHEN ${step} > 0 THEN ${down(step)} END`,
      );
  return { type: 'real', sql };
}

function binSql(value: Scalar, size: Scalar): string {
  if (value.type === 'datetime' && typeof size.constant === 'bigint' && size.constant > 0n) {
    return `(${value.sql} // ${size.sql} * ${size.sql})`;
  }
  return once(
    [value.sql, size.sql],
    (x, s) => `CASE WHEN ${s} > 0 THEN ${x} - ((${x} % ${s}) + ${s}) % ${s} END`,
  );
}

/** Functions that need the clock, the types or the syntax of their arguments. */
export const SPECIAL_FUNCTIONS: readonly SpecialRow[] = [
  conversion('tostring', 'string', {
    note: 'a real of 1E+15 or more or below 0.0001, and a decimal of more than 14 digits after the point, end the query',
  }),
  conversion('toint', 'int', WHOLE),
  conversion('tolong', 'long', WHOLE),
  conversion('toreal', 'real', {
    aliases: ['todouble'],
    note: 'digits of a number beyond the greatest real end the query',
  }),
  conversion('tobool', 'bool', { aliases: ['toboolean'] }),
  conversion('todatetime', 'datetime', UNLISTED),
  conversion('totimespan', 'timespan', { ...UNLISTED, aliases: ['totime'] }),
  conversion('toguid', 'guid', { note: 'a GUID in braces ends the query' }),
  conversion('todecimal', 'decimal'),
  {
    name: 'now',
    build: (call) =>
      call.args.length === 0 ? now(call) : combine('+', now(call), call.arg(0), call.node, call.scope),
  },
  { name: 'ago', build: (call) => combine('-', now(call), call.arg(0), call.node, call.scope) },
  { name: 'iff', aliases: ['iif'], build: choice },
  { name: 'case', build: choice },
  { name: 'coalesce', build: coalesced },
  { name: 'isnull', build: nullTest(true) },
  { name: 'isnotnull', aliases: ['notnull'], build: nullTest(false) },
  { name: 'not', build: negated },
  ASSERT,
  { name: 'bin', aliases: ['floor'], build: binned },
];

import type { KqlType } from '@casebook/core';
import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import { STORAGE } from '../contract/storage-types';
import { STATISTICS } from './statistics';
import { inInputOrder, predicate, where } from './aggregate-filter';
import type { AggregateCall, AggregateRow } from './aggregate-row';
import { anyValue } from './any-value';
import { COLLECTING_AGGREGATES } from './collecting-aggregates';
import { decimalArithmetic } from './decimal-arithmetic';
import { DIGEST_AGGREGATES } from './digest-functions';
import { SKETCH_AGGREGATES } from './distinct-sketch';
import { PERCENTILE_AGGREGATES } from './percentile-aggregates';

function sum(call: AggregateCall, at?: number): Scalar {
  const { type } = call.arg(0);
  const filter = where(predicate(call, at));
  if (type === 'dynamic' || type === 'real') {
    return { type: 'real', sql: `coalesce(sum(${call.as(0, 'real')})${filter}, 0)` };
  }
  if (type !== 'int' && type !== 'long' && type !== 'timespan' && type !== 'decimal')
    return refuse(`${call.name} of a ${type}`, call.node, call.scope);
  const result: KqlType = type === 'timespan' || type === 'decimal' ? type : 'long';
  const total = `coalesce(sum(${call.arg(0).sql})${filter}, 0)`;
  return {
    type: result,
    sql: result === 'decimal' ? `CAST(${total} AS ${STORAGE.decimal})` : wrapped(total),
  };
}

/** A sum as 64 bits hold it: Kusto's own sums wrap around. */
const wrapped = (total: string): string =>
  `list_transform([${total}::HUGEINT], lambda t: CAST(CASE WHEN t BETWEEN -9223372036854775808 AND 9223372036854775807 THEN t ELSE ((t + 9223372036854775808) % 18446744073709551616 + 18446744073709551616) % 18446744073709551616 - 9223372036854775808 END AS BIGINT))[1]`;

function avg(call: AggregateCall, at?: number): Scalar {
  const { type, sql } = call.arg(0);
  const filter = where(predicate(call, at));
  if (type === 'datetime' || type === 'timespan') {
    return {
      type,
      sql: `CAST(sum(${sql}::HUGEINT)${filter} // nullif(count(${sql})${filter}, 0) AS BIGINT)`,
    };
  }
  if (type === 'long' || type === 'int') {
    const count = `count(${sql})${filter}`;
    return {
      type: 'real',
      sql: `CASE WHEN ${count} = 0 THEN 'nan'::DOUBLE ELSE ${wrapped(`sum(${sql})${filter}`)} / ${count} END`,
    };
  }
  if (type === 'decimal') {
    const part = (name: string): Scalar => ({
      type,
      sql: `CAST(${name}(${sql})${filter} AS ${STORAGE.decimal})`,
    });
    return decimalArithmetic('/', part('sum'), part('count'), call.scope);
  }
  if (type !== 'real' && type !== 'dynamic')
    return refuse(`${call.name} of a ${type}`, call.node, call.scope);
  return { type: 'real', sql: `coalesce(avg(${call.as(0, 'real')})${filter}, 'nan'::DOUBLE)` };
}

function extreme(call: AggregateCall, which: 'min' | 'max', at?: number): Scalar {
  const { type, sql } = call.arg(0);
  const filter = predicate(call, at);
  if (type === 'string') {
    const found = `coalesce(${which}(${sql})${where(`${sql} <> ''`, filter)}, '')`;
    return { type, sql: which === 'min' ? unlessEmptyTexts(sql, found, filter) : found };
  }
  if (type === 'dynamic') return refuse(`${call.name} of dynamic values`, call.node, call.scope);
  if (type === 'real') {
    const nan = `bool_or(isnan(${sql}))${where(filter)}`;
    return { type, sql: `CASE WHEN ${nan} THEN 'nan'::DOUBLE ELSE ${which}(${sql})${where(filter)} END` };
  }
  if (type === 'bool')
    return { type, sql: `${which === 'min' ? 'bool_and' : 'bool_or'}(${sql})${where(filter)}` };
  return { type, sql: `${which}(${sql})${where(filter)}` };
}

/** No page says whether an empty text among others is the least of them or none at all. */
const unlessEmptyTexts = (sql: string, found: string, filter: string | undefined): string =>
  `CASE WHEN bool_or(${sql} = '')${where(filter)} AND bool_or(${sql} <> '')${where(filter)} THEN error('unsupported min of empty and other texts') ELSE ${found} END`;

function distinctCount(call: AggregateCall, at?: number): Scalar {
  const { sql } = call.arg(0);
  return { type: 'long', sql: `count(DISTINCT ${sql})${where(predicate(call, at))}` };
}

const any = (call: AggregateCall): Scalar =>
  anyValue(call.arg(0), inInputOrder(call), predicate(call, call.name.endsWith('if') ? 1 : undefined));

/** The aggregates. */
export const AGGREGATE_ROWS: readonly AggregateRow[] = [
  { name: 'count', build: () => ({ type: 'long', sql: 'count(*)' }) },
  { name: 'countif', build: (call) => ({ type: 'long', sql: `count(*)${where(predicate(call, 0))}` }) },
  { name: 'sum', build: (call) => sum(call) },
  { name: 'sumif', build: (call) => sum(call, 1) },
  { name: 'avg', build: (call) => avg(call) },
  { name: 'avgif', build: (call) => avg(call, 1) },
  { name: 'min', build: (call) => extreme(call, 'min') },
  { name: 'minif', build: (call) => extreme(call, 'min', 1) },
  { name: 'max', build: (call) => extreme(call, 'max') },
  { name: 'maxif', build: (call) => extreme(call, 'max', 1) },
  { name: 'dcount', note: 'exact, where Kusto estimates', build: (call) => distinctCount(call) },
  { name: 'dcountif', note: 'exact, where Kusto estimates', build: (call) => distinctCount(call, 1) },
  { name: 'count_distinct', build: (call) => distinctCount(call) },
  { name: 'count_distinctif', build: (call) => distinctCount(call, 1) },
  { name: 'take_any', aliases: ['any'], build: any },
  { name: 'take_anyif', aliases: ['anyif'], build: any },
  ...COLLECTING_AGGREGATES,
  ...PERCENTILE_AGGREGATES,
  ...DIGEST_AGGREGATES,
  ...SKETCH_AGGREGATES,
  ...STATISTICS,
];

/** Aggregates by every name that they go by. */
export const AGGREGATES: ReadonlyMap<string, AggregateRow> = new Map(
  AGGREGATE_ROWS.flatMap((row) => [row.name, ...(row.aliases ?? [])].map((name) => [name, row] as const)),
);

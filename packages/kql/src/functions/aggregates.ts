import type { KqlType } from '@casebook/core';
import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import { orderSql } from '../sql/emit';
import { STORAGE } from '../contract/storage-types';
import { STATISTICS } from './statistics';
import type { AggregateCall, AggregateRow } from './aggregate-row';

const where = (condition: string | undefined): string =>
  condition === undefined ? '' : ` FILTER (WHERE ${condition})`;

const both = (...conditions: readonly (string | undefined)[]): string | undefined => {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? undefined : given.join(' AND ');
};

const condition = (call: AggregateCall, at: number | undefined): string | undefined =>
  at === undefined ? undefined : call.as(at, 'bool');

function sum(call: AggregateCall, at?: number): Scalar {
  const { type } = call.arg(0);
  const filter = where(condition(call, at));
  if (type === 'dynamic' || type === 'real') {
    return { type: 'real', sql: `coalesce(sum(${call.as(0, 'real')})${filter}, 0)` };
  }
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
  const filter = where(condition(call, at));
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
  return { type: 'real', sql: `coalesce(avg(${call.as(0, 'real')})${filter}, 'nan'::DOUBLE)` };
}

function extreme(call: AggregateCall, which: 'min' | 'max', at?: number): Scalar {
  const { type, sql } = call.arg(0);
  const filter = condition(call, at);
  if (type === 'string') {
    return { type, sql: `coalesce(${which}(${sql})${where(both(`${sql} <> ''`, filter))}, '')` };
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

function distinctCount(call: AggregateCall, at?: number): Scalar {
  const { sql } = call.arg(0);
  return { type: 'long', sql: `count(DISTINCT ${sql})${where(condition(call, at))}` };
}

function collected(call: AggregateCall, distinct: boolean, at?: number, maxAt?: number): Scalar {
  const value = call.arg(0);
  const json = call.as(0, 'dynamic');
  const order = call.input.order.length > 0 ? ` ORDER BY ${orderSql(call.input.order)}` : '';
  const filter = where(
    both(value.type === 'string' ? undefined : `${value.sql} IS NOT NULL`, condition(call, at)),
  );
  const items =
    value.type === 'dynamic'
      ? `flatten(list(CASE WHEN json_type(${json}) = 'ARRAY' THEN CAST(json_extract(${json}, '$[*]') AS VARCHAR[]) ELSE [${json}] END${order})${filter})`
      : `list(${json}${order})${filter}`;
  const unique = distinct
    ? `list_transform([${items}], lambda l: list_filter(l, lambda x, i: list_position(l, x) = i))[1]`
    : items;
  const size = maxAt === undefined || maxAt >= call.args.length ? '' : `[1:${call.as(maxAt, 'long')}]`;
  return { type: 'dynamic', sql: `'[' || coalesce(array_to_string((${unique})${size}, ','), '') || ']'` };
}

/** The aggregates. */
export const AGGREGATE_ROWS: readonly AggregateRow[] = [
  { name: 'count', build: () => ({ type: 'long', sql: 'count(*)' }) },
  { name: 'countif', build: (call) => ({ type: 'long', sql: `count(*)${where(condition(call, 0))}` }) },
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
  { name: 'make_list', aliases: ['makelist'], build: (call) => collected(call, false, undefined, 1) },
  { name: 'make_set', aliases: ['makeset'], build: (call) => collected(call, true, undefined, 1) },
  { name: 'make_list_if', build: (call) => collected(call, false, 1, 2) },
  { name: 'make_set_if', build: (call) => collected(call, true, 1, 2) },
  ...STATISTICS,
];

/** Aggregates by every name that they go by. */
export const AGGREGATES: ReadonlyMap<string, AggregateRow> = new Map(
  AGGREGATE_ROWS.flatMap((row) => [row.name, ...(row.aliases ?? [])].map((name) => [name, row] as const)),
);

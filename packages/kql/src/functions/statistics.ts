import type { KqlType } from '@casebook/core';
import { refuse } from '../plan/refusal';
import type { Constant, Scalar } from '../plan/scalar';
import { orderSql } from '../sql/emit';
import { isBag, type JsonValue } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { printJson } from '../values/print-json';
import type { AggregateCall, AggregateRow } from './aggregate-row';
import { hostCall } from './host-function';

const where = (...conditions: readonly (string | undefined)[]): string => {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? '' : ` FILTER (WHERE ${given.join(' AND ')})`;
};

const condition = (call: AggregateCall, at: number | undefined): string | undefined =>
  at === undefined ? undefined : call.as(at, 'bool');

/** A spread of DuckDB's: 0 where there are too few values for it. */
const spread = (name: string, sql: string, at?: number): AggregateRow => ({
  name,
  build: (call) => ({
    type: 'real',
    sql: `coalesce(${sql}(${call.as(0, 'real')})${where(condition(call, at))}, 0)`,
  }),
});

function percentile(call: AggregateCall): Scalar {
  const { type, sql } = call.arg(0);
  const share = call.arg(1).constant;
  const size = typeof share === 'bigint' || typeof share === 'number' ? Number(share) : Number.NaN;
  if (!(size >= 0 && size <= 100) || type === 'dynamic' || type === 'string') {
    return refuse(`percentile ${call.args[1]?.text} of a ${type}`, call.node, call.scope);
  }
  return { type, sql: `quantile_disc(${sql}, ${size / 100})` };
}

function any(call: AggregateCall): Scalar {
  const { type, sql } = call.arg(0);
  const picked = `first(${sql})${where(condition(call, 1))}`;
  return { type, sql: type === 'string' ? `coalesce(${picked}, '')` : picked };
}

const merge = (texts: string): Constant => {
  const result = new Map<string, JsonValue>();
  for (const bag of parseJson(texts) as readonly JsonValue[]) {
    if (!isBag(bag)) continue;
    for (const [name, value] of bag) if (!result.has(name)) result.set(name, value);
  }
  return printJson(result);
};

function bag(call: AggregateCall, at?: number): Scalar {
  if (call.args.length > (at === undefined ? 1 : 2))
    return refuse(`${call.name} with a size`, call.node, call.scope);
  const json = call.as(0, 'dynamic');
  const order = call.input.order.length > 0 ? ` ORDER BY ${orderSql(call.input.order)}` : '';
  const list = `list(${json}${order})${where(`json_type(${json}) = 'OBJECT'`, condition(call, at))}`;
  const texts = `'[' || coalesce(array_to_string(${list}, ','), '') || ']'`;
  const gives: KqlType = 'dynamic';
  return {
    type: gives,
    sql: hostCall({ name: 'merge_bags', takes: ['dynamic'], gives, call: merge }, [`(${texts})`], call.scope),
  };
}

function withNulls(call: AggregateCall): Scalar {
  const order = call.input.order.length > 0 ? ` ORDER BY ${orderSql(call.input.order)}` : '';
  const items = `list(coalesce(${call.as(0, 'dynamic')}, 'null')${order})`;
  return { type: 'dynamic', sql: `'[' || coalesce(array_to_string(${items}, ','), '') || ']'` };
}

const bits = (name: string, sql: string): AggregateRow => ({
  name,
  build: (call) => ({ type: 'long', sql: `${sql}(${call.as(0, 'long')})` }),
});

/** Aggregates beyond counts and sums. */
export const STATISTICS: readonly AggregateRow[] = [
  spread('stdev', 'stddev_samp'),
  spread('stdevif', 'stddev_samp', 1),
  spread('stdevp', 'stddev_pop'),
  spread('variance', 'var_samp'),
  spread('varianceif', 'var_samp', 1),
  spread('variancep', 'var_pop'),
  { name: 'percentile', note: 'exact, where Kusto estimates', build: percentile },
  { name: 'take_anyif', aliases: ['anyif'], build: any },
  { name: 'make_bag', aliases: ['make_dictionary'], build: (call) => bag(call) },
  { name: 'make_bag_if', build: (call) => bag(call, 1) },
  { name: 'make_list_with_nulls', build: withNulls },
  bits('binary_all_and', 'bit_and'),
  bits('binary_all_or', 'bit_or'),
  bits('binary_all_xor', 'bit_xor'),
];

import type { KqlType } from '@casebook/core';
import { refuse } from '../plan/refusal';
import type { SyntaxNode } from '../parser/syntax-node';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { nullSql } from '../sql/quote-sql';
import { parseJson } from '../values/parse-json';
import type { AggregateCall, AggregateRow } from './aggregate-row';
import { convert } from './convert';
import { digestOf, digestPercentileSql } from './digest-functions';

/** What the support matrix says of all percentiles. */
export const NEAREST_RANK = 'exact nearest rank, where Kusto estimates';

const TYPES: readonly KqlType[] = ['int', 'long', 'real', 'decimal', 'datetime', 'timespan'];

/** The percentages that constant arguments name: numbers of 0..100, or one dynamic array of them. */
export function percentages(nodes: readonly SyntaxNode[], scope: Scope): readonly number[] {
  return nodes.flatMap((node) => {
    const { constant } = scope.compilation.scalar(node, scope);
    const values = typeof constant === 'string' ? parseJson(constant) : constant;
    const list = (Array.isArray(values) ? values : [values]) as readonly unknown[];
    return list.map((value) => {
      const share = typeof value === 'bigint' || typeof value === 'number' ? Number(value) : Number.NaN;
      return share >= 0 && share <= 100
        ? share
        : refuse(`percentage that is not a constant of 0 to 100: ${node.text}`, node, scope);
    });
  });
}

/** One percentile of a group. */
export function percentileOf({ type, sql }: Scalar, share: number, node: SyntaxNode, scope: Scope): Scalar {
  return TYPES.includes(type)
    ? { type, sql: `quantile_disc(${sql}, ${Number((share / 100).toPrecision(15))})` }
    : refuse(`percentile of a ${type}`, node, scope);
}

/** One percentile of a group whose values count as often as their weights say. */
export function weightedPercentile(
  value: Scalar,
  weight: Scalar,
  share: number,
  node: SyntaxNode,
  scope: Scope,
): Scalar {
  const digest = digestOf(value, weight, '', node, scope);
  const found = digestPercentileSql(
    digest,
    { type: 'real', sql: `${share}::DOUBLE`, constant: share },
    scope,
  );
  return value.type === 'decimal'
    ? refuse('weighted percentile of a decimal', node, scope)
    : (convert(found, value.type, scope) ?? refuse(`weighted percentile of a ${value.type}`, node, scope));
}

function only(call: AggregateCall, from: number): number {
  const shares = percentages(call.args.slice(from), call.scope);
  return shares.length === 1 && shares[0] !== undefined
    ? shares[0]
    : refuse(`${call.name} with these arguments`, call.node, call.scope);
}

function array(call: AggregateCall, from: number, each: (share: number) => Scalar): Scalar {
  const items = percentages(call.args.slice(from), call.scope).map((share) => {
    const value = each(share);
    const json =
      convert(value, 'dynamic', call.scope) ?? refuse(`array of ${value.type}`, call.node, call.scope);
    return `coalesce(${json.sql}, 'null')`;
  });
  const some = `count(${call.arg(0).sql}) > 0`;
  return {
    type: 'dynamic',
    sql: `CASE WHEN ${some} THEN '[' || ${items.join(` || ',' || `)} || ']' ELSE ${nullSql('dynamic')} END`,
  };
}

/** The percentiles that give one column. */
export const PERCENTILE_AGGREGATES: readonly AggregateRow[] = [
  {
    name: 'percentile',
    note: NEAREST_RANK,
    build: (call) => percentileOf(call.arg(0), only(call, 1), call.node, call.scope),
  },
  {
    name: 'percentilew',
    note: NEAREST_RANK,
    build: (call) => weightedPercentile(call.arg(0), call.arg(1), only(call, 2), call.node, call.scope),
  },
  {
    name: 'percentiles_array',
    note: NEAREST_RANK,
    build: (call) => array(call, 1, (share) => percentileOf(call.arg(0), share, call.node, call.scope)),
  },
  {
    name: 'percentilesw_array',
    note: NEAREST_RANK,
    build: (call) =>
      array(call, 2, (share) => weightedPercentile(call.arg(0), call.arg(1), share, call.node, call.scope)),
  },
];

import type { PlanNode, Relation } from './relation';
import type { Scope } from './scope';
import { quoteId } from '../sql/quote-sql';

/** Where expressions name a subquery: no text and no identifier of a query can hold such a mark. */
export const SUBQUERY_MARKS = /\0(\d+)\0/g;

/** A plan inside of an expression, in parentheses; its SQL comes when the whole is known, so that parts stay shared. */
export function subquery(node: PlanNode, scope: Scope): string {
  const { subqueries } = scope.compilation;
  subqueries.push(node);
  return `\0${subqueries.length - 1}\0`;
}

/** The first value of the first column of a relation, computed once for the whole query; null when there is none. */
export function firstValue({ node, order }: Relation, sql: string, scope: Scope): string {
  const { names } = scope.compilation;
  const [name, id] = [names.fresh('value'), names.fresh('v')];
  const first: PlanNode = { kind: 'limit', input: node, count: '1', order };
  const input: PlanNode = { kind: 'select', input: first, items: [{ id, sql }] };
  const value = subquery({ kind: 'shared', name, input, materialized: true }, scope);
  return `(SELECT ${quoteId(id)} FROM ${value})`;
}

import type { KqlType } from '@casebook/core';
import { convert } from '../functions/convert';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanNode, Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { planColumns } from '../plan/shape';
import { quoteId } from '../sql/quote-sql';
import { named } from './named-expression';
import type { Operator } from './operator';
import { rowLimit } from './rows';

interface Level {
  readonly type: KqlType;
  readonly aggregateType: KqlType;
  readonly aggregate: string;
  readonly order: string;
  readonly count: string | undefined;
  /** Identifiers, quoted: of the value and of its aggregate. */
  readonly key: string;
  readonly value: string;
}

/** `top-nested`: the first values of each level by an aggregate, within each value of the level above. */
export const topNestedOperator: Operator = (node, input, scope) => {
  const { names } = scope.compilation;
  const items = node.items('Clauses').map((clause) => ({
    clause,
    id: names.fresh('level'),
    scalar: scope.compilation.scalar(named(clause.must('OfExpression')).expression, scope),
  }));
  const levels = items.map(({ clause, id, scalar }) =>
    levelOf(clause, { type: scalar.type, key: quoteId(id), value: quoteId(names.fresh('value')) }, scope),
  );
  const place = names.fresh('place');
  const start: PlanNode = {
    kind: 'select',
    input: input.node,
    items: [
      { id: '*', sql: '*' },
      ...items.map(({ id, scalar }) => ({ id, sql: scalar.sql })),
      { id: place, sql: 'row_number() OVER ()' },
    ],
  };
  const fresh = (hint: string): string => names.fresh(hint);
  return answer(
    levels.reduce<PlanNode>(
      (plan, _, index) => descend(plan, levels.slice(0, index + 1), place, fresh),
      start,
    ),
    levels,
    node,
    scope,
  );
};

/** One row for each value of the last level. */
function answer(rows: PlanNode, levels: readonly Level[], node: SyntaxNode, scope: Scope): Relation {
  const columns = planColumns(
    levels.flatMap(({ type, aggregateType }, index) => [
      { name: node.columns[2 * index]?.name ?? '', type },
      { name: node.columns[2 * index + 1]?.name ?? '', type: aggregateType },
    ]),
    scope,
  );
  const sources = levels.flatMap(({ key, value }) => [key, value]);
  const items = columns.map(({ id }, index) => ({ id, sql: sources[index] ?? '' }));
  const plan: PlanNode = {
    kind: 'distinct',
    ids: columns.map(({ id }) => id),
    input: { kind: 'select', input: rows, items },
  };
  return { node: plan, columns, order: [] };
}

function levelOf(clause: SyntaxNode, ids: Pick<Level, 'type' | 'key' | 'value'>, scope: Scope): Level {
  const others = clause.part('WithOthersClause');
  if (others) return refuse('top-nested with others', others, scope);
  const by = clause.must('ByExpression');
  const ordered = by.kind === 'OrderedExpression';
  const ascending = ordered && by.part('Ordering')?.part('AscOrDescKeyword')?.text === 'asc';
  const { expression } = named(ordered ? by.must('Expression') : by);
  const aggregate = scope.compilation.scalar(expression, { ...scope, aggregate: true });
  const comparable = aggregate.type === 'dynamic' ? convert(aggregate, 'string', scope)?.sql : aggregate.sql;
  return {
    ...ids,
    aggregateType: aggregate.type,
    aggregate: aggregate.sql,
    order: `${comparable ?? aggregate.sql} ${ascending ? 'ASC NULLS FIRST' : 'DESC NULLS LAST'}`,
    count: clause.part('Expression') ? rowLimit(clause, scope) : undefined,
  };
}

/** The rows whose value of the last level is among the first ones, with the aggregate of that value beside them. */
function descend(
  input: PlanNode,
  levels: readonly Level[],
  place: string,
  fresh: (hint: string) => string,
): PlanNode {
  const level = levels.at(-1);
  if (!level) return input;
  const rows: PlanNode = { kind: 'shared', name: fresh('rows'), input, materialized: true };
  const above = levels.slice(0, -1).map(({ key }) => key);
  const keys = [...above, level.key];
  const rank = quoteId(fresh('rank'));
  const within = above.length > 0 ? `PARTITION BY ${above.join(', ')} ` : '';
  const limit = level.count === undefined ? '' : ` WHERE ${rank} <= ${level.count}`;
  return {
    kind: 'template',
    inputs: [rows, rows],
    pieces: [
      `SELECT r.*, t.${level.value} FROM `,
      ` AS r JOIN (SELECT * FROM (SELECT ${keys.join(', ')}, ${level.aggregate} AS ${level.value}, row_number() OVER (${within}ORDER BY ${level.order}, min(${quoteId(place)}) DESC) AS ${rank} FROM `,
      ` GROUP BY ${keys.join(', ')})${limit}) AS t ON ${keys.map((key) => `r.${key} IS NOT DISTINCT FROM t.${key}`).join(' AND ')}`,
    ],
  };
}

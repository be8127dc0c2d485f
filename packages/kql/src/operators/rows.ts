import { refuse } from '../plan/refusal';
import type { PlanNode } from '../plan/relation';
import type { Scope } from '../plan/scope';
import type { SyntaxNode } from '../parser/syntax-node';
import { limited, planColumns } from '../plan/shape';
import { orderSql } from '../sql/emit';
import { quoteId } from '../sql/quote-sql';
import { named } from './named-expression';
import type { Operator } from './operator';
import { sorted } from './sort';
import { computed, kept, project } from '../plan/shape';

/** `take` and `limit`. */
export const takeOperator: Operator = (node, input, scope) => limited(input, rowLimit(node, scope));

/** `sample`: rows by chance. */
export const sampleOperator: Operator = (node, input, scope) => {
  const id = scope.compilation.names.fresh('chance');
  const shuffled: PlanNode = {
    kind: 'select',
    input: input.node,
    items: [
      { id: '*', sql: '*' },
      { id, sql: 'random()' },
    ],
  };
  const order = [{ id, descending: false, nullsFirst: false }];
  return {
    ...limited({ ...input, node: shuffled, order }, rowLimit(node, scope)),
    order: input.order,
    serialized: false,
  };
};

/** `top … by`. */
export const topOperator: Operator = (node, input, scope) =>
  limited(sorted([node.must('ByExpression')], input, scope), rowLimit(node, scope));

/** `count`. */
export const countOperator: Operator = (node, input, scope) => {
  const columns = planColumns([{ name: node.columns[0]?.name ?? 'Count', type: 'long' }], scope);
  const items = columns.map(({ id }) => ({ id, sql: 'count(*)' }));
  const plan: PlanNode = { kind: 'aggregate', input: input.node, keys: [], items };
  return { node: plan, columns, order: [] };
};

/** `distinct`. */
export const distinctOperator: Operator = (node, input, scope) => {
  let at = 0;
  const items = node.items('Expressions').flatMap((item) => {
    if (item.kind === 'StarExpression') return input.columns.map(kept);
    const { names, expression } = named(item);
    const name = names[0] ?? node.columns[at]?.name ?? expression.text;
    at += 1;
    return [computed(name, scope.compilation.scalar(expression, scope))];
  });
  const chosen = project({ ...input, order: [], serialized: false }, items, scope);
  const ids = chosen.columns.map(({ id }) => id);
  return { ...chosen, node: { kind: 'distinct', input: chosen.node, ids } };
};

/** `sample-distinct`: the values that come first. */
export const sampleDistinctOperator: Operator = (node, input, scope) => {
  const value = scope.compilation.scalar(node.must('OfExpression'), scope);
  const columns = planColumns(
    node.columns.slice(0, 1).map(({ name }) => ({ name, type: value.type })),
    scope,
  );
  const [id, place] = [columns[0]?.id ?? '', scope.compilation.names.fresh('first')];
  const over = input.order.length > 0 ? `ORDER BY ${orderSql(input.order)}` : '';
  const numbered: PlanNode = {
    kind: 'select',
    input: input.node,
    items: [
      { id, sql: value.sql },
      { id: place, sql: `row_number() OVER (${over})` },
    ],
  };
  const grouped: PlanNode = {
    kind: 'aggregate',
    input: numbered,
    keys: [{ id, sql: quoteId(id) }],
    items: [{ id: place, sql: `min(${quoteId(place)})` }],
  };
  const order = [{ id: place, descending: false, nullsFirst: false }];
  return limited({ node: grouped, columns, order }, rowLimit(node, scope));
};

/** The number of rows that an operator keeps: a whole number that the text decides. */
export function rowLimit(node: SyntaxNode, scope: Scope): string {
  const count = scope.compilation.scalar(node.must('Expression'), { ...scope, row: undefined });
  if (typeof count.constant === 'bigint')
    return count.constant < 0n
      ? refuse('row count below 0', node.must('Expression'), scope)
      : String(count.constant);
  return count.type === 'int' || count.type === 'long'
    ? count.sql
    : refuse('row count', node.must('Expression'), scope);
}

import type { ColumnInfo } from '@casebook/core';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanNode, Relation, SelectItem, SortTerm } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { Windows } from '../plan/windows';
import { computed, planColumns, type Computed } from '../plan/shape';
import { multipleAggregate } from '../functions/multiple-aggregates';
import { quoteId } from '../sql/quote-sql';
import { documentedName } from './documented-name';
import { named } from './named-expression';
import type { Operator } from './operator';

/** `summarize`. */
export const summarizeOperator: Operator = (node, input, outer) => {
  const bound = node.columns;
  const windows = new Windows(outer.compilation.names);
  const scope = { ...outer, windows };
  const keys = (node.part('ByClause')?.items('Expressions') ?? []).map((item, index) =>
    key(item, bound[index], scope),
  );
  const columns = [...keys];
  for (const item of node.items('Aggregates')) {
    columns.push(...aggregates(item, bound.slice(columns.length), keys, input, scope));
  }
  refuseTwice(columns, node, scope);
  return aggregated(windows.over(input), keys, columns.slice(keys.length), scope);
};

/** A name of ours that the binder does not know may be one that it gave to another column. */
function refuseTwice(columns: readonly Computed[], node: SyntaxNode, scope: Scope): void {
  const twice = columns.find(({ name }, index) => columns.findIndex((one) => one.name === name) !== index);
  if (twice) refuse(`two columns of one name: ${twice.name}`, node, scope);
}

/** Groups a relation; without aggregates one row stays for each key. */
export function aggregated(
  input: Relation,
  keys: readonly Computed[],
  aggregates: readonly Computed[],
  scope: Scope,
): Relation {
  const columns = planColumns([...keys, ...aggregates], scope);
  const item = ({ sql }: Computed, index: number): { id: string; sql: string } => ({
    id: columns[index]?.id ?? '',
    sql,
  });
  const appearance = firstAppearance(input, keys, scope);
  const plan: PlanNode = {
    kind: 'aggregate',
    input: input.node,
    keys: keys.map(item),
    items: [
      ...aggregates.map((one, index) => item(one, keys.length + index)),
      ...appearance.map(({ item: one }) => one),
    ],
  };
  return { node: plan, columns, order: appearance.map(({ term }) => term) };
}

/** Groups of rows with a place of their own come in the order in which they first appear. */
function firstAppearance(
  input: Relation,
  keys: readonly Computed[],
  scope: Scope,
): readonly { readonly item: SelectItem; readonly term: SortTerm }[] {
  const [place] = input.order;
  if (!place?.id.startsWith('~row') || keys.length === 0) return [];
  const id = scope.compilation.names.fresh('row');
  return [
    { item: { id, sql: `min(${quoteId(place.id)})` }, term: { id, descending: false, nullsFirst: false } },
  ];
}

function key(item: SyntaxNode, bound: ColumnInfo | undefined, scope: Scope): Computed {
  const { names, expression } = named(item);
  return computed(names[0] ?? bound?.name ?? expression.text, scope.compilation.scalar(expression, scope));
}

function aggregates(
  item: SyntaxNode,
  bound: readonly ColumnInfo[],
  keys: readonly Computed[],
  input: Relation,
  scope: Scope,
): readonly Computed[] {
  const { names, expression } = named(item);
  const several = multipleAggregate(expression, names, bound, keys, { ...scope, row: input });
  if (several) return several;
  if (names.length > 1) return refuse('several names for one aggregate', item, scope);
  if (names.length === 0 && hasComputedKey(expression))
    return refuse('aggregate without a name, of an element with a computed key', item, scope);
  const name = names[0] ?? documentedName(expression, scope) ?? bound[0]?.name ?? expression.text;
  const value = scope.compilation.scalar(expression, { ...scope, aggregate: true });
  return [computed(name, value)];
}

/** Whether a name made from an expression would hold what Kusto makes up at run time: a key that is no literal. */
function hasComputedKey(node: SyntaxNode): boolean {
  const key = node.kind === 'ElementExpression' ? node.must('Selector').part('Expression') : undefined;
  return (key !== undefined && !/Literal|Unary/.test(key.kind)) || node.children.some(hasComputedKey);
}

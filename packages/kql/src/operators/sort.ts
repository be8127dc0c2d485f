import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanNode, Relation, SelectItem, SortTerm } from '../plan/relation';
import type { Scope } from '../plan/scope';
import type { Operator } from './operator';

/** `sort` and `order`. */
export const sortOperator: Operator = (node, input, scope) => sorted(node.items('Expressions'), input, scope);

/** Gives a relation a new order; rows that tie stay in their old one. */
export function sorted(keys: readonly SyntaxNode[], input: Relation, scope: Scope): Relation {
  const added: SelectItem[] = [];
  const terms = keys.flatMap((key) => sortTerms(key, added, scope));
  const node: PlanNode =
    added.length === 0
      ? input.node
      : { kind: 'select', input: input.node, items: [{ id: '*', sql: '*' }, ...added] };
  const known = new Set(terms.map(({ id }) => id));
  return {
    ...input,
    serialized: true,
    node,
    order: [...terms, ...input.order.filter(({ id }) => !known.has(id))],
  };
}

function sortTerms(key: SyntaxNode, added: SelectItem[], scope: Scope): readonly SortTerm[] {
  const ordering = key.kind === 'OrderedExpression' ? key.part('Ordering') : undefined;
  const expression = key.kind === 'OrderedExpression' ? key.must('Expression') : key;
  const descending = ordering?.part('AscOrDescKeyword')?.text !== 'asc';
  const nulls = ordering?.part('NullsClause')?.text ?? '';
  const nullsFirst = nulls === '' ? !descending : /first/.test(nulls);
  const value = scope.compilation.scalar(expression, scope);
  if (value.type === 'dynamic') return refuse('sort by a dynamic value', key, scope);
  const hidden = (sql: string): string => {
    const id = scope.compilation.names.fresh('k');
    added.push({ id, sql });
    return id;
  };
  const term = { id: value.column ?? hidden(value.sql), descending, nullsFirst };
  if (value.type !== 'real') return [term];
  const missing = hidden(`CASE WHEN ${value.sql} IS NULL THEN 2 WHEN isnan(${value.sql}) THEN 1 ELSE 0 END`);
  return [{ id: missing, descending: nullsFirst, nullsFirst: false }, term];
}

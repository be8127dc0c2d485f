import { argumentsOf } from '../expressions/calls';
import { arraySortTuple } from '../functions/array-sort-tuples';
import { callRow } from '../functions/call';
import { TUPLES } from '../functions/catalogue';
import type { TupleRow } from '../functions/tuple-row';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Scope } from '../plan/scope';
import { computed, type Computed } from '../plan/shape';
import { named } from './named-expression';

function tupleRow(item: SyntaxNode): TupleRow | undefined {
  const { expression } = named(item);
  return expression.kind === 'FunctionCallExpression'
    ? (TUPLES.get(expression.must('Name').simpleName) ?? arraySortTuple(expression))
    : undefined;
}

/**
 * The columns of an item that gives several, such as `series_stats(x)`; nothing for any other. They take the names that
 * the item gives, then those of the binder, by position. A list of names in parentheses drops the columns beyond it,
 * as documented for `extend`, unless `all` are kept, as by `project`.
 */
export function tupleItems(
  item: SyntaxNode,
  scope: Scope,
  bound: (position: number) => string | undefined,
  all: boolean,
): readonly Computed[] | undefined {
  const row = tupleRow(item);
  if (!row) return undefined;
  const { names, expression } = named(item);
  const args = argumentsOf(expression).map((arg) =>
    scope.compilation.scalar(arg, { ...scope, filter: false }),
  );
  const called = row.columns.map((_, position) => names[position] ?? bound(position));
  const kept = !all && item.kind === 'CompoundNamedExpression' ? names.length : called.length;
  return row.columns.slice(0, kept).map(({ name, type }, position) => {
    const column = {
      name: `${row.name}_${name}`,
      takes: row.takes,
      gives: type,
      js: row.js(name),
      ...(row.nulls ? { nulls: true } : {}),
    };
    const title = called[position] ?? refuse(`column ${name} without a name`, item, scope);
    return computed(title, callRow(column, args, expression, scope));
  });
}

/** How many columns of an item get their names from the binder. */
export function unnamedColumns(item: SyntaxNode): number {
  const { names, expression } = named(item);
  const width = tupleRow(item)?.columns.length ?? (expression.kind === 'NameReference' ? 0 : 1);
  return Math.max(0, width - names.length);
}

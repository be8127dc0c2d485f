import type { ColumnInfo } from '@casebook/core';
import { quoteId } from '../sql/quote-sql';
import type { TimeBounds } from './time-bounds';
import type { PlanColumn, Relation, SelectItem, SortTerm } from './relation';
import type { Scalar } from './scalar';
import type { Scope } from './scope';

/** A column to compute. */
export interface Computed extends ColumnInfo {
  readonly sql: string;
}

/** A column of a relation as it is. */
export const kept = ({ name, type, id }: PlanColumn): Computed => ({ name, type, sql: quoteId(id) });

/** Names a scalar. */
export const computed = (name: string, { type, sql }: Scalar): Computed => ({ name, type, sql });

/** The columns that a list of computed columns gives. */
export const planColumns = (items: readonly ColumnInfo[], scope: Scope): readonly PlanColumn[] =>
  items.map(({ name, type }) => ({ name, type, id: scope.compilation.names.of(name) }));

/** Computes columns from a relation, one row for each row; the order of the rows goes with them. */
export function project(input: Relation, items: readonly Computed[], scope: Scope): Relation {
  const columns = planColumns(items, scope);
  const selected: SelectItem[] = items.map(({ sql }, index) => ({ id: columns[index]?.id ?? '', sql }));
  const order = input.order.map((term) => carry(term, selected, scope));
  return { ...input, node: { kind: 'select', input: input.node, items: selected }, columns, order };
}

/** Keeps the rows that meet a condition; `bounds` is what it says of time columns, `whole` whether that is all. */
export const filtered = (
  input: Relation,
  condition: string,
  { bounds, whole }: TimeBounds = { bounds: [], whole: false },
): Relation => ({
  ...input,
  node: { kind: 'filter', input: input.node, condition, ...(bounds.length > 0 ? { bounds, whole } : {}) },
});

/** Keeps the first rows in their order. */
export const limited = (input: Relation, count: string): Relation => ({
  ...input,
  node: { kind: 'limit', input: input.node, count, order: input.order },
});

/** The columns of a list with one replaced, or added at the end. */
export function withColumn(items: readonly Computed[], item: Computed): readonly Computed[] {
  const at = items.findIndex(({ name }) => name === item.name);
  return at < 0 ? [...items, item] : items.map((other, index) => (index === at ? item : other));
}

function carry(term: SortTerm, selected: SelectItem[], scope: Scope): SortTerm {
  const sql = quoteId(term.id);
  const same = selected.find((item) => item.sql === sql);
  if (same) return { ...term, id: same.id };
  const id = selected.some((item) => item.id === term.id) ? scope.compilation.names.fresh('o') : term.id;
  const hidden = id.startsWith('~') ? id : scope.compilation.names.fresh('o');
  selected.push({ id: hidden, sql });
  return { ...term, id: hidden };
}

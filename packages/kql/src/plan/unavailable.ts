import type { ColumnInfo } from '@casebook/core';
import { nullSql } from '../sql/quote-sql';
import type { Relation } from './relation';
import type { Scope } from './scope';
import { planColumns } from './shape';

/** Notes that a source is not there; the answer names it. */
export function noteUnavailable(source: string, message: string, scope: Scope): void {
  scope.compilation.notices.set(`unavailable ${message}`, {
    code: 'unavailable',
    message,
    table: source,
    partial: true,
  });
}

/** A table without rows. */
export function emptyTable(declared: readonly ColumnInfo[], scope: Scope): Relation {
  const columns = planColumns(declared, scope);
  const items = columns.map(({ id, type }) => ({ id, sql: nullSql(type) }));
  return { node: { kind: 'empty', items }, columns, order: [] };
}

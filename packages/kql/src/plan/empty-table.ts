import type { ColumnInfo } from '@casebook/core';
import { nullSql } from '../sql/quote-sql';
import type { Relation } from './relation';
import type { Scope } from './scope';
import { planColumns } from './shape';

/** A table without rows. */
export function emptyTable(declared: readonly ColumnInfo[], scope: Scope): Relation {
  const columns = planColumns(declared, scope);
  const items = columns.map(({ id, type }) => ({ id, sql: nullSql(type) }));
  return { node: { kind: 'empty', items }, columns, order: [] };
}

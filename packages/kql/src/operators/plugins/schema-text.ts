import type { ColumnInfo } from '@casebook/core';

/** The schema clause of `evaluate`, ` : (name:type, …)`. */
export const schemaText = (columns: readonly ColumnInfo[]): string =>
  ` : (${columns.map(({ name, type }) => `[${JSON.stringify(name)}]:${type}`).join(', ')})`;

import type { ColumnInfo } from '@casebook/core';

/** Columns as the parser reads them: `(['name']:type,…)`. */
export const schemaText = (columns: readonly ColumnInfo[]): string =>
  `(${columns.map(({ name, type }) => `['${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']:${type}`).join(',')})`;

import type { CachedRows } from '../convert/converter';
import { exampleOf, type Issue } from '../convert/issue';
import { cellColumn } from '../convert/projection';
import type { PartColumn, TablePart } from './table-part';

/** A file that was read: its part of the table, and what was lost on the way. */
export interface ReadFile {
  readonly part: TablePart;
  readonly issues: readonly Issue[];
}

/** Converted rows as a part of a table. */
export const cachedPart = ({ path, columns }: CachedRows): TablePart => ({
  shape: JSON.stringify(columns),
  paths: [path],
  columns: new Map(
    columns.map(({ name, type }, index): [string, PartColumn] => [
      name,
      { type, sql: cellColumn(index), nullable: false },
    ]),
  ),
});

/** The cells that a conversion could not read. */
export const unreadableIssues = (rows: CachedRows, table: string, file: string): Issue[] =>
  rows.unreadable.map(({ column, count, examples }) => ({
    kind: 'unreadable cell',
    table,
    file,
    count,
    example: `${column}: ${exampleOf(examples)}`,
  }));

import { Frame, type ColumnInfo, type WorkspaceReport } from '@casebook/core';
import type { Catalogue } from './catalogue/catalogue';
import type { Issue } from './convert/issue';
import type { FileClock } from './file-clock';

const TABLES: readonly ColumnInfo[] = [
  { name: 'Table', type: 'string' },
  { name: 'Files', type: 'long' },
  { name: 'Rows', type: 'long' },
  { name: 'Rejected', type: 'long' },
  { name: 'NullCells', type: 'long' },
  { name: 'FirstTime', type: 'datetime' },
  { name: 'LastTime', type: 'datetime' },
];

const ISSUES: readonly ColumnInfo[] = [
  { name: 'Kind', type: 'string' },
  { name: 'Table', type: 'string' },
  { name: 'File', type: 'string' },
  { name: 'Count', type: 'long' },
  { name: 'Example', type: 'string' },
];

const total = (issues: readonly Issue[], table: string, kind: string): number =>
  issues
    .filter((issue) => issue.table === table && issue.kind === kind)
    .reduce((sum, { count }) => sum + count, 0);

/** Says what a workspace holds and what was lost. */
export const workspaceReport = (
  source: string,
  { tables, issues }: Pick<Catalogue, 'tables' | 'issues'>,
  clock: FileClock,
): WorkspaceReport => ({
  kind: 'casebook.report',
  source,
  clock: { ...(clock.known ? { now: clock.known } : {}), origin: clock.origin },
  tables: Frame.fromRows(
    TABLES,
    tables.map(({ schema: { name }, files, rows, first, last }) => ({
      Table: name,
      Files: files,
      Rows: rows,
      Rejected: total(issues, name, 'rejected line'),
      NullCells: total(issues, name, 'unreadable cell'),
      FirstTime: first ?? null,
      LastTime: last ?? null,
    })),
  ),
  issues: Frame.fromRows(
    ISSUES,
    issues.map(({ kind, table, file, count, example }) => ({
      Kind: kind,
      Table: table,
      File: file,
      Count: count,
      Example: example,
    })),
  ),
});

import { CasebookError } from '@casebook/core';
import { CONVERSION_MACROS } from '../convert/conversion-macros';
import type { Converter } from '../convert/converter';
import type { Issue } from '../convert/issue';
import { Engine } from '../engine/engine';
import type { AssignedFile } from '../source/assign-tables';
import type { SkippedFile } from '../source/source-file';
import type { ResolvedOptions } from '../workspace-options';
import type { Catalogue } from './catalogue';
import { loadTable, type LoadedTable } from './load-table';
import { lookAt, type LookedAt, type StoredTypes } from './look-at-file';
import { tableFacts } from './table-facts';
import { tableView, type TableView } from './table-view';

/** What a catalogue is made of. */
export interface Contents {
  readonly assigned: readonly AssignedFile[];
  readonly skipped: readonly SkippedFile[];
  /** The types in which Parquet files store their columns, where they are files of ours. */
  readonly storedTypes: StoredTypes;
  readonly beside: Beside;
}

/** What the engine is to see beside the tables. */
export interface Beside {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** SQL that makes relations. */
  readonly views: readonly string[];
}

const reasonOf = (error: unknown): string => {
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  return (message.split('\n')[0] ?? '').slice(0, 200);
};

const skippedIssue = (file: string, table: string, reason: string): Issue => ({
  kind: 'skipped file',
  table,
  file,
  count: 1,
  example: reason,
});

/** Does work on a file; a file that cannot be read is told and left out, a mistake in the configuration is an error. */
const orSkip = async <T>(
  assigned: AssignedFile,
  issues: Issue[],
  work: () => Promise<T>,
): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (CasebookError.is(error) && error.code === 'InvalidConfiguration') throw error;
    issues.push(skippedIssue(assigned.file.name, assigned.table, reasonOf(error)));
    return undefined;
  }
};

const tableOf = (looked: LookedAt): string =>
  looked.kind === 'events' ? looked.table : looked.assigned.table;

const lookAtAll = async (
  converter: Converter,
  { assigned, storedTypes }: Contents,
  issues: Issue[],
  options: ResolvedOptions,
): Promise<Map<string, LookedAt[]>> => {
  const byTable = new Map<string, LookedAt[]>();
  for (const [index, file] of assigned.entries()) {
    options.report({ message: `Reading ${file.file.name}`, done: index, total: assigned.length });
    for (const looked of (await orSkip(file, issues, () => lookAt(converter, file, storedTypes))) ?? []) {
      const table = tableOf(looked);
      byTable.set(table, [...(byTable.get(table) ?? []), looked]);
    }
  }
  return byTable;
};

/** Reads all files of a source, then opens an engine that sees them and nothing else. */
export const loadCatalogue = async (
  converter: Converter,
  contents: Contents,
  work: string,
  options: ResolvedOptions,
): Promise<Catalogue> => {
  const issues: Issue[] = contents.skipped.map(({ name, reason }) => skippedIssue(name, '', reason));
  const loaded: LoadedTable[] = [];
  for (const [table, files] of await lookAtAll(converter, contents, issues, options)) {
    options.report({ message: `Preparing ${table}` });
    loaded.push(await loadTable(converter, table, files, (assigned, read) => orSkip(assigned, issues, read)));
  }
  await converter.forget();
  const filled = loaded.filter(({ files }) => files > 0);
  const files = [...new Set(filled.flatMap(({ parts }) => parts.flatMap(({ paths }) => paths)))];
  const engine = await Engine.open({
    files: [...new Set([...files, ...contents.beside.files])],
    folders: contents.beside.folders,
    temporary: work,
    memoryLimit: options.memoryLimit,
  });
  try {
    for (const macro of CONVERSION_MACROS) await engine.run(macro);
    const tables = [];
    const views: TableView[] = [];
    for (const [index, table] of filled.entries()) {
      const view = tableView(table.name, `table_${index}`, table.columns, table.parts);
      await engine.run(view.sql);
      views.push(view);
      tables.push(await tableFacts(engine, view.schema, table.files));
    }
    for (const sql of contents.beside.views) await engine.run(sql);
    return { engine, tables, views, files, issues: [...issues, ...loaded.flatMap((table) => table.issues)] };
  } catch (error) {
    engine.close();
    throw error;
  }
};

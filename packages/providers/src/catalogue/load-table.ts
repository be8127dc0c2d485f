import type { ColumnInfo, KqlType } from '@casebook/core';
import type { Converter } from '../convert/converter';
import type { Issue } from '../convert/issue';
import type { AssignedFile } from '../source/assign-tables';
import type { ReadFile } from './cached-part';
import type { LookedAt } from './look-at-file';
import { readParquet } from './read-parquet';
import { readEvents, readText } from './read-text';
import { seenColumns } from './seen-columns';
import type { TablePart } from './table-part';
import { unifyTypes } from './unify-types';

/** A table's files as parts, with what was lost on the way. */
export interface LoadedTable {
  readonly name: string;
  readonly columns: readonly ColumnInfo[];
  readonly parts: readonly TablePart[];
  readonly issues: readonly Issue[];
  readonly files: number;
}

const read = (
  converter: Converter,
  looked: LookedAt,
  types: ReadonlyMap<string, KqlType>,
): Promise<ReadFile> => {
  if (looked.kind === 'text') return readText(converter, looked, types);
  return looked.kind === 'events' ? readEvents(converter, looked) : readParquet(converter, looked, types);
};

/** Does work on a file, or gives nothing where the file cannot be read. */
export type Attempt = <T>(assigned: AssignedFile, work: () => Promise<T>) => Promise<T | undefined>;

/** Reads a table's files: text is converted, Parquet is taken as it is where its columns fit. */
export const loadTable = async (
  converter: Converter,
  table: string,
  files: readonly LookedAt[],
  attempt: Attempt,
): Promise<LoadedTable> => {
  const { columns, issues } = unifyTypes(table, files.flatMap(seenColumns));
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  const all: ReadFile[] = [];
  for (const looked of files) {
    const done = await attempt(looked.assigned, () => read(converter, looked, types));
    if (done) all.push(done);
  }
  return {
    name: table,
    columns,
    parts: all.map(({ part }) => part),
    issues: [...issues, ...all.flatMap((one) => one.issues)],
    files: all.length,
  };
};

import type { KqlType } from '@casebook/core';
import { knownTable } from '@casebook/kql';
import type { Converter } from '../convert/converter';
import { tableNames, type Inspection } from '../convert/inspection';
import type { Issue } from '../convert/issue';
import { parquetColumns, type ParquetColumn } from '../convert/parquet-columns';
import { EVENT_TABLES, type EventTable } from '../convert/windows-events';
import type { AssignedFile } from '../source/assign-tables';

/** A file that was looked at. */
export type LookedAt =
  | { readonly kind: 'text'; readonly assigned: AssignedFile; readonly inspection: Inspection }
  | {
      readonly kind: 'events';
      readonly assigned: AssignedFile;
      readonly inspection: Inspection;
      readonly table: EventTable;
    }
  | {
      readonly kind: 'parquet';
      readonly assigned: AssignedFile;
      readonly columns: readonly (ParquetColumn & { readonly shown: string })[];
      readonly issues: readonly Issue[];
    };

/** The types in which a Parquet file of ours stores its columns, where the caller knows them. */
export type StoredTypes = (table: string) => ReadonlyMap<string, KqlType> | undefined;

const lookAtParquet = async (
  converter: Converter,
  assigned: AssignedFile,
  stored: ReadonlyMap<string, KqlType> | undefined,
): Promise<LookedAt> => {
  const { file, table, rename } = assigned;
  const engine = await converter.engine();
  const columns = await parquetColumns(engine, await converter.parquetPath(file));
  const expected = { table, file: file.name, rename, known: new Set<string>() };
  const { names, issues } = tableNames(
    columns.map(({ name }) => name),
    expected,
  );
  return {
    kind: 'parquet',
    assigned,
    columns: columns.map((column, index) => {
      const type = stored?.get(column.name) ?? column.stored;
      return { ...column, shown: names[index] as string, ...(type ? { stored: type } : {}) };
    }),
    issues,
  };
};

/** Looks at a file; recorded Windows events give two, one for each of their tables. */
export const lookAt = async (
  converter: Converter,
  assigned: AssignedFile,
  storedTypes: StoredTypes,
): Promise<LookedAt[]> => {
  const { file, table } = assigned;
  if (file.format === 'parquet') return [await lookAtParquet(converter, assigned, storedTypes(table))];
  const known = new Set((knownTable(table)?.columns ?? []).map(({ name }) => name));
  const inspection = await converter.inspect(assigned, known);
  if (!inspection.events) return [{ kind: 'text', assigned, inspection }];
  return EVENT_TABLES.map((one) => ({ kind: 'events', assigned, inspection, table: one }));
};

import { CasebookError, type ColumnInfo, type KqlType } from '@casebook/core';
import { knownTable } from '@casebook/kql';
import type { CachedRows, Converter } from '../convert/converter';
import { tableNames, type Inspection } from '../convert/inspection';
import { exampleOf, type Issue } from '../convert/issue';
import {
  asText,
  parquetColumns,
  parquetReading,
  type ParquetColumn,
  type ParquetReading,
} from '../convert/parquet-columns';
import { cellColumn, type TargetColumn } from '../convert/projection';
import { EVENT_TABLES, leftOutKeys, type EventTable } from '../convert/windows-events';
import { sqlName, sqlText } from '../engine/sql-text';
import type { AssignedFile } from '../source/assign-tables';
import type { Constant } from '../source/configuration';
import type { PartColumn, TablePart } from './table-part';
import { unifyTypes, type SeenColumn } from './unify-types';

/** A table's files as parts, with what was lost on the way. */
export interface LoadedTable {
  readonly name: string;
  readonly columns: readonly ColumnInfo[];
  readonly parts: readonly TablePart[];
  readonly issues: readonly Issue[];
  readonly files: number;
}

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

const constantType = (value: Constant): KqlType => {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'long' : 'real';
  return 'string';
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

const seenColumns = (looked: LookedAt): SeenColumn[] => {
  const { file, constants } = looked.assigned;
  const filled = [...constants].map(([name, value]) => ({
    file: file.name,
    name,
    type: constantType(value),
  }));
  if (looked.kind === 'events') return [{ file: file.name, name: 'Message', type: 'string' }];
  const columns =
    looked.kind === 'text'
      ? looked.inspection.columns.map(({ name, type }) => ({
          file: file.name,
          name,
          ...(type ? { type } : {}),
        }))
      : looked.columns.map((column) => ({
          file: file.name,
          name: column.shown,
          type: parquetReading(column, undefined).type,
        }));
  const present = new Set(columns.map(({ name }) => name));
  return [...columns, ...filled.filter(({ name }) => !present.has(name))];
};

const cachedPart = ({ path, columns }: CachedRows): TablePart => ({
  shape: JSON.stringify(columns),
  paths: [path],
  columns: new Map(
    columns.map(({ name, type }, index): [string, PartColumn] => [
      name,
      { type, sql: cellColumn(index), nullable: false },
    ]),
  ),
});

const unreadableIssues = (rows: CachedRows, table: string, file: string): Issue[] =>
  rows.unreadable.map(({ column, count, examples }) => ({
    kind: 'unreadable cell',
    table,
    file,
    count,
    example: `${column}: ${exampleOf(examples)}`,
  }));

interface Read {
  readonly part: TablePart;
  readonly issues: readonly Issue[];
}

const readText = async (
  converter: Converter,
  { assigned, inspection }: LookedAt & { kind: 'text' },
  types: ReadonlyMap<string, KqlType>,
): Promise<Read> => {
  const rows = await converter.rows(assigned, inspection, types);
  refuseUnreadableConstants(rows, assigned, inspection);
  const lost = [
    ...unreadableIssues(rows, assigned.table, assigned.file.name),
    ...missingRows(rows, assigned, inspection),
  ];
  return { part: cachedPart(rows), issues: [...inspection.issues, ...lost] };
};

/** Tells when the engine read another number of rows than were counted in the text: then its reader and ours disagree. */
const missingRows = (
  { rows }: CachedRows,
  { table, file }: AssignedFile,
  { records }: Inspection,
): Issue[] =>
  records === undefined || records === rows
    ? []
    : [
        {
          kind: 'lost row',
          table,
          file: file.name,
          count: Math.abs(records - rows),
          example: `${records} rows in the text, ${rows} read`,
        },
      ];

const refuseUnreadableConstants = (
  rows: CachedRows,
  { constants, table }: AssignedFile,
  { columns }: Inspection,
): void => {
  const present = new Set(columns.map(({ name }) => name));
  const wrong = rows.unreadable.find(({ column }) => constants.has(column) && !present.has(column));
  if (wrong)
    throw new CasebookError(
      'InvalidConfiguration',
      `constant of the wrong type: ${wrong.column} of ${table}`,
      {
        help: `${JSON.stringify(constants.get(wrong.column))} is no value of that column.`,
      },
    );
};

const readEvents = async (
  converter: Converter,
  { assigned, inspection, table }: LookedAt & { kind: 'events' },
): Promise<Read> => {
  const rows = await converter.events(assigned, inspection, table);
  const file = assigned.file.name;
  const left = leftOutKeys(inspection.columns.map(({ source }) => String(source)));
  const issues: Issue[] = [...unreadableIssues(rows, table, file)];
  if (rows.ownTime > 0)
    issues.push({
      kind: 'time from EventTime',
      table,
      file,
      count: rows.ownTime,
      example: 'no readable @timestamp',
    });
  if (table === 'SecurityEvent') return { part: cachedPart(rows), issues };
  const dropped = { kind: 'left out field', table, file, count: left.length, example: left.join(', ') };
  const rejected = inspection.issues.map((issue) => ({ ...issue, table }));
  return { part: cachedPart(rows), issues: [...rejected, ...issues, ...(left.length > 0 ? [dropped] : [])] };
};

const constantTargets = (
  constants: AssignedFile['constants'],
  present: ReadonlySet<string>,
  types: ReadonlyMap<string, KqlType>,
): TargetColumn[] =>
  [...constants]
    .filter(([name]) => !present.has(name))
    .map(([name, value]) => ({
      name,
      type: types.get(name) ?? 'string',
      sql: value === null ? 'CAST(NULL AS VARCHAR)' : sqlText(String(value)),
      from: 'text',
    }));

/** The readings of a file's columns; where one would lose cells, it becomes a text whose unreadable cells are counted. */
const readingsOf = async (
  converter: Converter,
  { assigned, columns }: LookedAt & { kind: 'parquet' },
  types: ReadonlyMap<string, KqlType>,
): Promise<(ParquetReading & { readonly name: string; readonly column: ParquetColumn })[]> => {
  const readings = columns.map((column) => ({
    name: column.shown,
    column,
    ...parquetReading(column, types.get(column.shown)),
  }));
  const open = readings.filter(({ loses }) => loses !== undefined);
  if (open.length === 0) return readings;
  const lost = open.map(({ loses }, index) => `coalesce(bool_or(${loses}), false) AS l${index}`);
  const path = await converter.parquetPath(assigned.file);
  const [row = {}] = await (
    await converter.engine()
  ).ask<Record<string, boolean>>(`SELECT ${lost.join(', ')} FROM read_parquet(${sqlText(path)})`);
  const losing = new Set(open.filter((_, index) => row[`l${index}`]));
  return readings.map((reading) =>
    losing.has(reading) ? { ...reading, ...asText(reading.column, reading) } : reading,
  );
};

const readParquet = async (
  converter: Converter,
  looked: LookedAt & { kind: 'parquet' },
  types: ReadonlyMap<string, KqlType>,
): Promise<Read> => {
  const { assigned, columns, issues } = looked;
  const { file, table, constants } = assigned;
  const readings = await readingsOf(converter, looked, types);
  const present = new Set(readings.map(({ name }) => name));
  const filled = constantTargets(constants, present, types);
  const packed = file.entry !== undefined || file.gzip;
  if (packed || filled.length > 0 || readings.some(({ from }) => from === 'text')) {
    const targets = readings.map(({ name, type, sql, from }) => ({ name, type, sql, from }));
    const rows = await converter.parquetRows(file, [...targets, ...filled]);
    return { part: cachedPart(rows), issues: [...issues, ...unreadableIssues(rows, table, file.name)] };
  }
  const parts = readings.map(({ name, type, sql, native, column }): [string, PartColumn] => {
    const moment = native ? { native: { sql: sqlName(column.physical), type: native } } : {};
    return [name, { type, sql, nullable: true, ...moment }];
  });
  const shape = JSON.stringify([columns, parts]);
  return { part: { shape, paths: [file.path], columns: new Map(parts) }, issues };
};

const read = (converter: Converter, looked: LookedAt, types: ReadonlyMap<string, KqlType>): Promise<Read> => {
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
  const all: Read[] = [];
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

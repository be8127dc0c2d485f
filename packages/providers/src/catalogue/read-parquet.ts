import type { KqlType } from '@casebook/core';
import type { Converter } from '../convert/converter';
import { asText, parquetReading, type ParquetColumn, type ParquetReading } from '../convert/parquet-columns';
import type { TargetColumn } from '../convert/projection';
import { sqlName, sqlText } from '../engine/sql-text';
import type { AssignedFile } from '../source/assign-tables';
import { cachedPart, unreadableIssues, type ReadFile } from './cached-part';
import type { LookedAt } from './look-at-file';
import type { PartColumn } from './table-part';

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

/** The columns of a file that hold no nulls, as its own statistics say. */
const columnsWithoutNulls = async (converter: Converter, path: string): Promise<ReadonlySet<string>> => {
  const found = await (
    await converter.engine()
  ).ask<{ name: string }>(
    `SELECT path_in_schema AS name FROM parquet_metadata(${sqlText(path)}) GROUP BY 1 HAVING bool_and(coalesce(stats_null_count = 0, false))`,
  );
  return new Set(found.map(({ name }) => name));
};

/** Reads a Parquet file: in place where every column fits exactly, else converted. */
export const readParquet = async (
  converter: Converter,
  looked: LookedAt & { kind: 'parquet' },
  types: ReadonlyMap<string, KqlType>,
): Promise<ReadFile> => {
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
  const full = await columnsWithoutNulls(converter, file.path);
  const parts = readings.map(({ name, type, sql, native, column }): [string, PartColumn] => {
    const moment = native ? { native: { sql: sqlName(column.physical), type: native } } : {};
    return [name, { type, sql, nullable: !full.has(column.physical), ...moment }];
  });
  const shape = JSON.stringify([columns, parts]);
  return { part: { shape, paths: [file.path], columns: new Map(parts) }, issues };
};

import type { ColumnInfo } from '@casebook/core';
import { STORAGE, timeColumnOf, type SchemaColumn, type SchemaTable } from '@casebook/kql';
import { sqlName, sqlTexts } from '../engine/sql-text';
import { physicalNames } from './physical-names';
import type { PartColumn, TablePart } from './table-part';

/** A table as the compiler sees it, with the SQL that makes its relation. */
export interface TableView {
  readonly schema: SchemaTable;
  readonly sql: string;
}

/** The native type that all parts share for a column; mixed or partly missing ones cannot be filtered alike. */
const sharedNative = (parts: readonly TablePart[], name: string): PartColumn['native'] => {
  const natives = parts.map(({ columns }) => columns.get(name)?.native);
  const first = natives[0];
  return first && natives.every((native) => native?.type === first.type) ? first : undefined;
};

const isHeld = (parts: readonly TablePart[], name: string): boolean =>
  parts.some(({ columns }) => columns.has(name));

const merged = (parts: readonly TablePart[]): TablePart[] => {
  const byShape = new Map<string, TablePart>();
  for (const part of parts) {
    const same = byShape.get(part.shape);
    byShape.set(part.shape, same ? { ...same, paths: [...same.paths, ...part.paths] } : part);
  }
  return [...byShape.values()];
};

const absent = ({ type }: ColumnInfo): string =>
  type === 'string' ? "''" : `CAST(NULL AS ${STORAGE[type]})`;

const selectPart = (part: TablePart, columns: readonly SchemaColumn[]): string => {
  const cells = columns.flatMap((column) => {
    const source = part.columns.get(column.name);
    const sql = source ? `CAST(${source.sql} AS ${STORAGE[column.type]})` : absent(column);
    const cell = `${sql} AS ${sqlName(column.physical)}`;
    return column.native ? [cell, `${source?.native?.sql} AS ${sqlName(column.native.physical)}`] : [cell];
  });
  return `SELECT ${cells.join(', ')} FROM read_parquet(${sqlTexts(part.paths)}, hive_partitioning = false)`;
};

/**
 * Makes one relation of a table's parts; columns that a part has not are null, or empty where they are strings. The time
 * column is one that the parts have, where there is such a one: published tables have both TimeGenerated and Timestamp.
 */
export const tableView = (
  name: string,
  relation: string,
  columns: readonly ColumnInfo[],
  parts: readonly TablePart[],
): TableView => {
  const physical = physicalNames();
  const all = merged(parts);
  const schemaColumns = columns.map((column, index): SchemaColumn => {
    const native = sharedNative(all, column.name);
    const nullable =
      column.type === 'string' && all.some((part) => part.columns.get(column.name)?.nullable === true);
    return {
      ...column,
      physical: physical(column.name, index),
      ...(nullable ? { nullable } : {}),
      ...(native
        ? { native: { physical: physical(`${column.name}__native`, index), type: native.type } }
        : {}),
    };
  });
  const timeColumn =
    timeColumnOf(columns.filter((column) => isHeld(parts, column.name))) ?? timeColumnOf(columns);
  const selects = all.map((part) => selectPart(part, schemaColumns));
  const empty = `SELECT ${columns.length === 0 ? '1' : schemaColumns.map((column) => `${absent(column)} AS ${sqlName(column.physical)}`).join(', ')} WHERE false`;
  return {
    schema: { name, relation, columns: schemaColumns, ...(timeColumn ? { timeColumn } : {}) },
    sql: `CREATE VIEW ${sqlName(relation)} AS ${selects.join(' UNION ALL ') || empty}`,
  };
};

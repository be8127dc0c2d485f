import type { KqlType } from '@casebook/core';
import type { SchemaColumn } from '@casebook/kql';
import { Engine } from '../engine/engine';
import { sqlName, sqlText } from '../engine/sql-text';

/** A column of a Parquet file as the engine reads it. */
export interface ParquetColumn {
  /** Its name in the file. */
  readonly name: string;
  /** Its name in the engine's relation; differs where names differ only by case. */
  readonly physical: string;
  /** DuckDB's type. */
  readonly type: string;
  /** The KQL type in which Casebook itself stored it. */
  readonly stored?: KqlType;
}

/** How a column of a Parquet file is read. */
export interface ParquetReading {
  readonly type: KqlType;
  readonly sql: string;
  /** `value`: `sql` is exact and in storage; `text`: `sql` is a text that may be unreadable. */
  readonly from: 'value' | 'text';
  /** SQL that is true for a cell which `sql` would lose; absent where none can be lost. */
  readonly loses?: string;
  /** The type of the native column behind a datetime. */
  readonly native?: NonNullable<SchemaColumn['native']>['type'];
}

/** The key under which a Parquet file says which KQL type each of its columns stores. */
export const STORED_TYPES = 'casebook.types';

const INTEGERS = ['TINYINT', 'SMALLINT', 'INTEGER', 'UTINYINT', 'USMALLINT'];
const EPOCH = '621355968000000000';

const NATIVE: Readonly<Record<string, NonNullable<SchemaColumn['native']>['type']>> = {
  TIMESTAMP: 'TIMESTAMP',
  TIMESTAMP_NS: 'TIMESTAMP_NS',
  'TIMESTAMP WITH TIME ZONE': 'TIMESTAMPTZ',
  DATE: 'DATE',
};

/** Ticks of a native moment; what lies outside 0001..9999 is null. The file's statistics can decide the range. */
const ticksSql = (column: string, type: string): string => {
  if (type === 'TIMESTAMP_NS') return `epoch_ns(${column}) // 100 + ${EPOCH}`;
  const zoned = type === 'TIMESTAMP WITH TIME ZONE';
  const moment = zoned ? column : `CAST(${column} AS TIMESTAMP)`;
  const [first, last] = ['0001-01-01 00:00:00', '9999-12-31 23:59:59.999999'].map((text) =>
    zoned ? `TIMESTAMPTZ '${text}+00'` : `TIMESTAMP '${text}'`,
  );
  return `CASE WHEN ${moment} BETWEEN ${first} AND ${last} THEN epoch_us(${moment}) * 10 + ${EPOCH} END`;
};

const isMoment = (type: string): boolean =>
  type in NATIVE || type === 'TIMESTAMP_S' || type === 'TIMESTAMP_MS';
const isNested = (type: string): boolean =>
  /[[\](]/.test(type) && !type.startsWith('DECIMAL') && !type.startsWith('ENUM');

/** Whether a DECIMAL fits the one of KQL exactly. */
const fitsDecimal = (type: string): boolean => {
  const [, width = '38', scale = '0'] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
  return type.startsWith('DECIMAL') && Number(scale) <= 17 && Number(width) - Number(scale) <= 21;
};

/** The KQL type that holds a DuckDB type exactly. */
const naturalType = (type: string): KqlType => {
  if (type === 'BOOLEAN') return 'bool';
  if (INTEGERS.includes(type)) return 'int';
  if (type === 'UINTEGER' || type === 'BIGINT') return 'long';
  if (type === 'FLOAT' || type === 'DOUBLE') return 'real';
  if (type === 'UBIGINT' || fitsDecimal(type)) return 'decimal';
  if (isMoment(type)) return 'datetime';
  if (type === 'TIME') return 'timespan';
  if (type === 'UUID') return 'guid';
  return isNested(type) || type === 'JSON' ? 'dynamic' : 'string';
};

type Value = (column: string, type: string) => string | undefined;

const isSmall = (type: string): boolean => INTEGERS.includes(type);

/** SQL that reads a DuckDB type as a KQL type exactly; nothing where that can fail. */
const EXACT: Readonly<Record<KqlType, Value>> = {
  bool: (column, type) => (type === 'BOOLEAN' ? column : undefined),
  int: (column, type) => (isSmall(type) ? column : undefined),
  long: (column, type) => (isSmall(type) || type === 'UINTEGER' || type === 'BIGINT' ? column : undefined),
  real: (column, type) =>
    isSmall(type) || type === 'UINTEGER' || type === 'FLOAT' || type === 'DOUBLE' ? column : undefined,
  decimal: (column, type) => (type === 'UBIGINT' || isSmall(type) || fitsDecimal(type) ? column : undefined),
  datetime: (column, type) => (isMoment(type) ? ticksSql(column, type) : undefined),
  timespan: (column, type) => (type === 'TIME' ? `epoch_us(${column}) * 10` : undefined),
  guid: (column, type) => (type === 'UUID' ? `lower(CAST(${column} AS VARCHAR))` : undefined),
  string: (column, type) => {
    if (type === 'BLOB') return `to_base64(${column})`;
    return isNested(type) ? `CAST(to_json(${column}) AS VARCHAR)` : column;
  },
  dynamic: (column, type) => {
    if (type === 'JSON' || type === 'VARCHAR')
      return `text_dynamic(nullif(nullif(trim(${column}), ''), 'null'))`;
    if (!isNested(type)) return undefined;
    const json = `CAST(to_json(${column}) AS VARCHAR)`;
    return /FLOAT|DOUBLE/.test(type) ? `text_dynamic(${json})` : json;
  },
};

const NUMBERS = ['UINTEGER', 'BIGINT', 'UBIGINT', 'HUGEINT', 'UHUGEINT', 'FLOAT', 'DOUBLE'];

/** SQL that reads numbers as whole ones where they are whole and in range, and is null elsewhere. */
const wholeSql = (column: string, type: string, wanted: KqlType): string | undefined => {
  if (wanted !== 'int' && wanted !== 'long') return undefined;
  if (!NUMBERS.includes(type) && !type.startsWith('DECIMAL')) return undefined;
  const cell = `TRY_CAST(${column} AS ${wanted === 'int' ? 'INTEGER' : 'BIGINT'})`;
  return type.includes('INT') ? cell : `CASE WHEN ${column} = trunc(${column}) THEN ${cell} END`;
};

/** How a Parquet column is read as a KQL type, or as the type that fits it best where none is asked for. */
export const parquetReading = (column: ParquetColumn, wanted: KqlType | undefined): ParquetReading => {
  const name = sqlName(column.physical);
  if (column.stored && (!wanted || wanted === column.stored))
    return { type: column.stored, sql: name, from: 'value' };
  const type = wanted ?? naturalType(column.type);
  const sql = EXACT[type](name, column.type);
  if (sql === undefined) {
    const whole = wholeSql(name, column.type, type);
    if (whole)
      return { type, sql: whole, from: 'value', loses: `${name} IS NOT NULL AND (${whole}) IS NULL` };
    return { type, sql: textSql(name, column.type), from: 'text' };
  }
  const native = type === 'datetime' ? NATIVE[column.type] : undefined;
  return { type, sql, from: 'value', ...(native ? { native } : {}) };
};

/** The same column as a text, for where some of its cells would be lost. */
export const asText = (column: ParquetColumn, reading: ParquetReading): ParquetReading => ({
  type: reading.type,
  sql: textSql(sqlName(column.physical), column.type),
  from: 'text',
});

const textSql = (name: string, type: string): string =>
  isNested(type) ? `CAST(to_json(${name}) AS VARCHAR)` : `CAST(${name} AS VARCHAR)`;

interface SchemaRow {
  readonly name: string;
  readonly num_children: bigint | null;
}

/** The names of the top columns, in order, from the flattened tree that Parquet keeps. */
const topNames = (rows: readonly SchemaRow[]): string[] => {
  const names: string[] = [];
  const skip = (at: number): number => {
    let next = at + 1;
    for (let left = Number(rows[at]?.num_children ?? 0n); left > 0; left -= 1) next = skip(next);
    return next;
  };
  for (let at = 1; at < rows.length; at = skip(at)) names.push(rows[at]?.name ?? '');
  return names;
};

/** The columns of a Parquet file. */
export const parquetColumns = async (engine: Engine, path: string): Promise<ParquetColumn[]> => {
  const file = sqlText(path);
  const described = await engine.ask<{ column_name: string; column_type: string }>(
    `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(${file}))`,
  );
  const tree = await engine.ask<SchemaRow>(`SELECT name, num_children FROM parquet_schema(${file})`);
  const [stored] = await engine.ask<{ types: string }>(
    `SELECT decode(value) AS types FROM parquet_kv_metadata(${file}) WHERE decode(key) = ${sqlText(STORED_TYPES)}`,
  );
  const types = new Map(Object.entries(JSON.parse(stored?.types ?? '{}') as Record<string, KqlType>));
  const names = topNames(tree);
  return described.map(({ column_name, column_type }, index) => {
    const name = names[index] ?? column_name;
    const own = types.get(name);
    return { name, physical: column_name, type: column_type, ...(own ? { stored: own } : {}) };
  });
};

import { DateTime, type ColumnInfo, type Notice } from '@casebook/core';
import type { SchemaTable } from '@casebook/kql';
import type { Engine } from '../engine/engine';
import { sqlName } from '../engine/sql-text';

/** What a table holds. */
export interface TableFacts {
  readonly schema: SchemaTable;
  readonly columns: readonly ColumnInfo[];
  readonly files: number;
  readonly rows: number;
  /** The first and last moment on the time column, where a row has one. */
  readonly first?: DateTime;
  readonly last?: DateTime;
  /** What the reader of any answer from it must know. */
  readonly notices?: readonly Notice[];
}

/** Counts a table's rows and finds its first and last moment. */
export const tableFacts = async (engine: Engine, schema: SchemaTable, files: number): Promise<TableFacts> => {
  const time = schema.columns.find(({ name }) => name === schema.timeColumn);
  const moments = time
    ? `min(${sqlName(time.physical)}) AS first, max(${sqlName(time.physical)}) AS last`
    : 'CAST(NULL AS BIGINT) AS first, CAST(NULL AS BIGINT) AS last';
  const [row] = await engine.ask<{ rows: bigint; first: bigint | null; last: bigint | null }>(
    `SELECT count(*) AS rows, ${moments} FROM ${sqlName(schema.relation)}`,
  );
  return {
    schema,
    columns: schema.columns.map(({ name, type }) => ({ name, type })),
    files,
    rows: Number(row?.rows ?? 0n),
    ...(row && row.first !== null ? { first: new DateTime(row.first) } : {}),
    ...(row && row.last !== null ? { last: new DateTime(row.last) } : {}),
  };
};

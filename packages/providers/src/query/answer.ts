import type { DuckDBConnection } from '@duckdb/node-api';
import { Frame, type Column, type ColumnInfo, type Notice } from '@casebook/core';
import { STORAGE, type SqlValue } from '@casebook/kql';
import { builderFor } from '../decode/builder-for';
import type { ColumnBuilder } from '../decode/column-builder';
import { rawVector } from '../decode/raw-vector';
import { sqlName } from '../engine/sql-text';

/** How much of an answer is kept. */
export interface Caps {
  readonly rows: number;
  readonly bytes: number;
}

/** What is asked of the engine. */
export interface Question {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
  readonly columns: readonly ColumnInfo[];
}

/** What came of it, before it is a frame. */
export interface Answer {
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly notices: readonly Notice[];
}

/** The SQL with its columns in the storage that the builders read: a no-op for the engine where they already are. */
const inStorage = ({ sql, columns }: Question): string => {
  const cells = columns.map(({ type }, index) => {
    const stored = type === 'decimal' ? 'VARCHAR' : STORAGE[type];
    return `CAST(${sqlName(`c${index}`)} AS ${stored})`;
  });
  const names = columns.map((_, index) => sqlName(`c${index}`));
  return `SELECT ${cells.join(', ')} FROM (${sql}) AS answer(${names.join(', ')})`;
};

const rowCap = (rows: number): Notice => ({
  code: 'rowCap',
  message: `Only the first ${rows.toLocaleString('en-US')} rows are shown: the answer has more.`,
  partial: true,
});

const sizeOf = (bytes: number): string =>
  bytes < 2 ** 20 ? `${bytes.toLocaleString('en-US')} bytes` : `${Math.round(bytes / 2 ** 20)} MiB`;

const sizeCap = (rows: number, bytes: number): Notice => ({
  code: 'sizeCap',
  message: `Only the first ${rows.toLocaleString('en-US')} rows are shown: the answer is larger than ${sizeOf(bytes)}.`,
  partial: true,
});

const size = (builders: readonly ColumnBuilder[]): number =>
  builders.reduce((sum, { bytes }) => sum + bytes, 0);

/** Asks and gathers the answer, until it ends or reaches a cap. */
export const answer = async (
  connection: DuckDBConnection,
  question: Question,
  caps: Caps,
): Promise<Answer> => {
  const builders = question.columns.map(({ type }) => builderFor(type));
  const result = await connection.stream(inStorage(question), [...question.parameters]);
  const notices: Notice[] = [];
  let rows = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    const count = chunk?.rowCount ?? 0;
    if (!chunk || count === 0) break;
    builders.forEach((builder, index) => builder.add(rawVector(chunk.getColumnVector(index)), count));
    rows += count;
    if (rows > caps.rows) notices.push(rowCap(caps.rows));
    else if (size(builders) > caps.bytes) notices.push(sizeCap(rows, caps.bytes));
    if (notices.length > 0) break;
  }
  const kept = Math.min(rows, caps.rows);
  const columns = question.columns.map(({ name }, index) => ({
    name,
    data: (builders[index] as ColumnBuilder).finish(kept),
  }));
  return { columns, rows: kept, notices };
};

/** An answer as a frame without a source. */
export const frameOf = ({ columns, notices }: Answer): Frame => new Frame(columns, { notices });

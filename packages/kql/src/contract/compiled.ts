import type { ColumnInfo, Notice, Row, Frame } from '@casebook/core';
import type { TableRead } from './table-read';

/** A SQL type of a function's parameter or value. */
export type SqlType = 'BOOLEAN' | 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'VARCHAR';

/** A value bound to a statement's parameter. */
export type SqlValue = string | number | bigint | boolean | null;

/** A scalar function that the host registers before the statement runs; nulls come and go as null. */
export interface SqlFunction {
  readonly name: string;
  readonly parameters: readonly SqlType[];
  readonly returns: SqlType;
  /** Pure: the host may remember its values. */
  readonly call: (...values: SqlValue[]) => SqlValue;
}

/** A compiled query: DuckDB SQL whose output columns follow `columns` in order, in the storage that `SchemaColumn` names. */
export interface Statement {
  readonly kind: 'statement';
  readonly sql: string;
  /** Values of `$1`, `$2` … in `sql`. */
  readonly parameters: readonly SqlValue[];
  readonly columns: readonly ColumnInfo[];
  readonly functions: readonly SqlFunction[];
  readonly notices: readonly Notice[];
  /** The tables that it reads, with and without data. */
  readonly tables: readonly string[];
  /** What it reads of the tables that are there. */
  readonly reads: readonly TableRead[];
  /** Whether the text asks for `now()` or `ago()`. */
  readonly readsClock: boolean;
  /** The chart that `render` asks for. */
  readonly visualization?: string;
}

/** A query whose columns depend on data: run `discover`, then `resume` with its rows. */
export interface Discovery {
  readonly kind: 'discover';
  readonly discover: Statement;
  readonly resume: (rows: Frame<Row>) => Compiled;
}

/** What `compile` gives. */
export type Compiled = Statement | Discovery;

import type { KqlType } from '@casebook/core';
import type { SchemaColumn } from '@casebook/kql';

/** A column of a part: how its cells are read from the part's Parquet files. */
export interface PartColumn {
  readonly type: KqlType;
  /** SQL over the columns of the files that gives the cell in storage. */
  readonly sql: string;
  /** Whether a string cell can be null. */
  readonly nullable: boolean;
  /** The native moment behind a datetime, where `native.sql` names a column of the files. */
  readonly native?: {
    readonly sql: string;
    readonly type: NonNullable<SchemaColumn['native']>['type'];
  };
}

/** Parquet files that hold rows of a table in one shape. */
export interface TablePart {
  /** Equal shapes are scanned together. */
  readonly shape: string;
  readonly paths: readonly string[];
  readonly columns: ReadonlyMap<string, PartColumn>;
}

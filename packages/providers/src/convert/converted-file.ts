import type { ColumnInfo } from '@casebook/core';

/** A file in the cache that holds rows of a table in storage. */
export interface ConvertedFile {
  /** Its columns: `c0`, `c1` … in this order. */
  readonly columns: readonly ColumnInfo[];
  readonly rows: number;
  readonly bytes: number;
  /** Cells that could not be read, by column, with the first examples. */
  readonly unreadable: readonly {
    readonly column: string;
    readonly count: number;
    readonly examples: readonly string[];
  }[];
}

import type { ColumnData } from '@casebook/core';
import type { RawVector } from './raw-vector';

/** Gathers one column of an answer, chunk by chunk. */
export interface ColumnBuilder {
  /** How many bytes it holds, about. */
  readonly bytes: number;
  /** Adds a chunk's rows. */
  add(vector: RawVector, rows: number): void;
  /** The column, cut to the given number of rows. */
  finish(rows: number): ColumnData;
}

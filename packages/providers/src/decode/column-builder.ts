import { isTextType, type ColumnData, type KqlType } from '@casebook/core';
import { NumberBuilder } from './number-builder';
import type { RawVector } from './raw-vector';
import { TextBuilder } from './text-builder';

/** Gathers one column of an answer, chunk by chunk. */
export interface ColumnBuilder {
  /** How many bytes it holds, about. */
  readonly bytes: number;
  /** Adds a chunk's rows. */
  add(vector: RawVector, rows: number): void;
  /** The column, cut to the given number of rows. */
  finish(rows: number): ColumnData;
}

/** A builder for a column of a type. */
export const columnBuilder = (type: KqlType): ColumnBuilder =>
  isTextType(type) ? new TextBuilder(type) : new NumberBuilder(type);

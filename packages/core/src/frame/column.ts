import type { KqlType } from './kql-type';

/** One byte a row: 1 where the row has a value, 0 where it is null. Absent: no row is null. */
export type Validity = Uint8Array;

/** Values of a bool column: 0 or 1. */
export interface BoolColumn {
  readonly type: 'bool';
  readonly values: Uint8Array;
  readonly validity?: Validity;
}

/** Values of an int column, in 32 bits. */
export interface IntColumn {
  readonly type: 'int';
  readonly values: Int32Array;
  readonly validity?: Validity;
}

/** Values of a real column; NaN and the infinities are values, not nulls. */
export interface RealColumn {
  readonly type: 'real';
  readonly values: Float64Array;
  readonly validity?: Validity;
}

/** Values in 64 bits: long, or ticks of a datetime (since year 1) or timespan. */
export interface LongColumn {
  readonly type: 'long' | 'datetime' | 'timespan';
  readonly values: BigInt64Array;
  readonly validity?: Validity;
}

/** Texts by code: string, decimal and guid as written, dynamic as JSON. A string column has no validity. */
export interface TextColumn {
  readonly type: 'string' | 'decimal' | 'guid' | 'dynamic';
  readonly codes: Uint32Array;
  readonly dictionary: readonly string[];
  readonly validity?: Validity;
}

/** The storage of one column; its length is that of `values` or `codes`. Owners never change it after construction. */
export type ColumnData = BoolColumn | IntColumn | RealColumn | LongColumn | TextColumn;

/** A named column. */
export interface Column {
  readonly name: string;
  readonly data: ColumnData;
}

/** The number of rows that a column's storage holds. */
export const columnLength = (data: ColumnData): number =>
  'codes' in data ? data.codes.length : data.values.length;

/** Whether the type is stored as texts by code. */
export const isTextType = (type: KqlType): type is TextColumn['type'] =>
  type === 'string' || type === 'decimal' || type === 'guid' || type === 'dynamic';

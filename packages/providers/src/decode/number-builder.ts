import type { BoolColumn, ColumnData, IntColumn, LongColumn, RealColumn } from '@casebook/core';
import type { ColumnBuilder } from './column-builder';
import { validityOf, type RawVector } from './raw-vector';
import { ValidityBuilder } from './validity-builder';

type NumberType = (BoolColumn | IntColumn | LongColumn | RealColumn)['type'];
type Values = Uint8Array | Int32Array | BigInt64Array | Float64Array;

const empty: Record<NumberType, (rows: number) => Values> = {
  bool: (rows) => new Uint8Array(rows),
  int: (rows) => new Int32Array(rows),
  real: (rows) => new Float64Array(rows),
  long: (rows) => new BigInt64Array(rows),
  datetime: (rows) => new BigInt64Array(rows),
  timespan: (rows) => new BigInt64Array(rows),
};

const valuesOf = ({ items, dataView }: RawVector, rows: number): Values => {
  if (items) return items.slice(0, rows);
  if (!dataView) return new Uint8Array(rows);
  return new Uint8Array(dataView.buffer, dataView.byteOffset, rows).slice();
};

/** Gathers a column of bools, numbers or ticks; a null row holds zero. */
export class NumberBuilder implements ColumnBuilder {
  bytes = 0;
  private readonly type: NumberType;
  private readonly chunks: Values[] = [];
  private readonly validity = new ValidityBuilder();

  /** @param type how the values are to be read. */
  constructor(type: NumberType) {
    this.type = type;
  }

  /** Adds a chunk's rows. */
  add(vector: RawVector, rows: number): void {
    const values = valuesOf(vector, rows);
    const valid = validityOf(vector, rows);
    if (valid) clearNulls(values, valid);
    this.validity.add(rows, valid);
    this.chunks.push(values);
    this.bytes += values.byteLength + (valid ? rows : 0);
  }

  /** The column, cut to the given number of rows. */
  finish(rows: number): ColumnData {
    const values = empty[this.type](rows);
    let at = 0;
    for (const chunk of this.chunks) {
      if (at >= rows) break;
      (values as { set(from: Values, at: number): void }).set(chunk.subarray(0, rows - at), at);
      at += chunk.length;
    }
    const validity = this.validity.finish(rows);
    return { type: this.type, values, ...(validity ? { validity } : {}) } as ColumnData;
  }
}

const clearNulls = (values: Values, valid: Uint8Array): void => {
  const zero = values instanceof BigInt64Array ? 0n : 0;
  for (let row = 0; row < valid.length; row += 1) if (valid[row] === 0) values[row] = zero;
};

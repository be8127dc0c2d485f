import type { DuckDBVector } from '@duckdb/node-api';

/** The parts of the engine's vectors that are read in bulk. */
export interface RawVector {
  /** The values of a vector of numbers. */
  readonly items?: Int32Array | BigInt64Array | Float64Array;
  /** The bytes of a vector of booleans (one each) or of texts (sixteen each). */
  readonly dataView?: DataView;
  /** A bit a row, lowest first: 1 where there is a value; without data no row is null. */
  readonly validity: { readonly data: BigUint64Array | null };
  getItem(row: number): unknown;
}

/** Sees a vector as its parts. */
export const rawVector = (vector: DuckDBVector): RawVector => vector as unknown as RawVector;

/** One byte a row: 1 where the row has a value. Nothing where no row is null. */
export const validityOf = ({ validity: { data } }: RawVector, rows: number): Uint8Array | undefined => {
  if (!data) return undefined;
  const bits = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const valid = new Uint8Array(rows);
  let nulls = 0;
  for (let row = 0; row < rows; row += 1) {
    const bit = ((bits[row >> 3] as number) >> (row & 7)) & 1;
    valid[row] = bit;
    nulls += 1 - bit;
  }
  return nulls === 0 ? undefined : valid;
};

import type { KqlType } from '@casebook/core';

/** A value known at compile time: bigint for int, long and ticks, JSON text for dynamic, text for guid and decimal. */
export type Constant = string | number | bigint | boolean | null;

/** A scalar expression: SQL of a known type over the columns of one relation. */
export interface Scalar {
  readonly type: KqlType;
  readonly sql: string;
  /** Its value, where the text alone decides it. */
  readonly constant?: Constant;
  /** The document and path that it reads, for a path into a dynamic value. */
  readonly path?: JsonPath;
  /** For a whole number: it lies within ±2^bits, where that is less than its type allows. */
  readonly bits?: number;
  /** The column that it is, for a plain reference. */
  readonly column?: string;
}

/** A path into a JSON document. */
export interface JsonPath {
  readonly document: string;
  readonly steps: string;
}

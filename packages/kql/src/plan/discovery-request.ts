import type { Frame, Row } from '@casebook/core';
import type { Relation } from './relation';

/** Thrown where the columns of an answer depend on data: what to ask first, and the schema to write into the text then. */
export class DiscoveryRequest {
  constructor(
    /** The rows that decide. */
    readonly relation: Relation,
    /** Where in the text the schema belongs. */
    readonly offset: number,
    /** The text of the schema, from the rows. */
    readonly schema: (rows: Frame<Row>) => string,
  ) {}
}

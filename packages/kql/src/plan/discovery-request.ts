import type { Frame, Row } from '@casebook/core';
import type { StoredFunction } from '../contract/stored-function';
import type { Relation } from './relation';

/** Where a text lacks a schema: in the query, or in the body of a stored function. */
export interface DiscoveryPlace {
  readonly offset: number;
  readonly stored?: StoredFunction;
}

/** Thrown where the columns of an answer depend on data: what to ask first, and the schema to write into the text then. */
export class DiscoveryRequest {
  constructor(
    /** The rows that decide. */
    readonly relation: Relation,
    /** Where the schema belongs. */
    readonly place: DiscoveryPlace,
    /** The text of the schema, from the rows. */
    readonly schema: (rows: Frame<Row>) => string,
  ) {}
}

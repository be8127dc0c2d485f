import type { TimeSpan } from '@casebook/core';

/** What `openRow` gives: the query for the rows behind one row of an answer, or the reason why there is none. */
export type OpenedRow = RowQuery | ClosedRow;

/** The query whose answer is the rows that one aggregated row was made of. */
export interface RowQuery {
  readonly kind: 'query';
  /** KQL with `now()` and `ago()` written out, so that it means the same whenever it runs. */
  readonly kql: string;
  /** The window of the first question; give it to the second one too. */
  readonly options: { readonly timeSpan?: TimeSpan };
  /** One sentence where the rows may be others than those that were counted: rows that tie before the aggregation. */
  readonly caution?: string;
}

/** A row that cannot be opened. */
export interface ClosedRow {
  readonly kind: 'closed';
  /** One sentence in the reader's words. */
  readonly why: string;
}

/** Makes the refusal to open a row. */
export const closed = (why: string): ClosedRow => ({ kind: 'closed', why });

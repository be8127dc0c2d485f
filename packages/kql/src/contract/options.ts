import type { TimeSpan } from '@casebook/core';

/** What a caller may add to a query. */
export interface CompileOptions {
  /** Cuts every scanned table to `start <= time < end` on its time column, before the query. */
  readonly timeSpan?: TimeSpan;
}

import { CasebookError, explainError } from '@casebook/core';

/** An error as a terminal shows it: each message, the line of the query with carets under the place, the way out. */
export function describeError(error: unknown): string {
  if (!CasebookError.is(error)) return `error: ${error instanceof Error ? error.message : String(error)}\n`;
  return [...explainError(error), ''].join('\n');
}

import { CasebookError } from '@casebook/core';

/** Refuses a value for which Kusto's documents do not say what it answers: a `KqlUnsupported` error that names it. */
export function unanswerable(what: string): never {
  throw new CasebookError('KqlUnsupported', `unsupported ${what}`, {
    help: 'The embedded engine refuses what it cannot answer exactly; this query runs on Azure only.',
  });
}

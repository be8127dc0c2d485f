import { CasebookError } from '@casebook/core';

/**
 * Refuses a series whose answer Kusto does not document: a `KqlUnsupported` error that names what decides it.
 * Kusto's own answer then hangs on details that are not public, or on the rounding of its last digits.
 */
export function undetermined(what: string): never {
  throw new CasebookError('KqlUnsupported', `unsupported series: ${what}`, {
    help: 'The embedded engine refuses what it cannot answer exactly; this query runs on Azure only.',
  });
}

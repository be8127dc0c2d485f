import { CasebookError } from '@casebook/core';

/** Refuses geometry whose answer hangs on details of Kusto's that are not public: a `KqlUnsupported` error. */
export function undetermined(what: string): never {
  throw new CasebookError('KqlUnsupported', `unsupported geometry: ${what}`, {
    help: 'The embedded engine refuses what it cannot answer exactly; this query runs on Azure only.',
  });
}

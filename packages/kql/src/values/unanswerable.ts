import { CasebookError } from '@casebook/core';

/** Refuses a value for which Kusto's documents do not say what it answers: a `KqlUnsupported` error that names it. */
export function unanswerable(what: string): never {
  throw new CasebookError('KqlUnsupported', `unsupported ${what}`, {
    help: 'The embedded engine refuses what it cannot answer exactly; this query runs on Azure only.',
  });
}

/** What `unanswerable` refused, or a RangeError said to be unsupported, that knows no place yet; nothing for any other error. */
export function refusedValue(thrown: unknown): string | undefined {
  const placeless =
    CasebookError.is(thrown) && thrown.code === 'KqlUnsupported' && thrown.query === undefined;
  if (!placeless && !(thrown instanceof RangeError)) return undefined;
  return /^unsupported ([\s\S]*)$/.exec(thrown.message)?.[1];
}

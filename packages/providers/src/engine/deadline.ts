import type { DuckDBConnection } from '@duckdb/node-api';
import { CasebookError, type AbortSignalLike } from '@casebook/core';

/** What can end a query before it is done. */
export interface Limits {
  readonly milliseconds: number;
  readonly signal?: AbortSignalLike;
  readonly query: string;
}

const aborted = (query: string): CasebookError =>
  new CasebookError('QueryAborted', 'cancelled query', { query });

const timedOut = (milliseconds: number, query: string): CasebookError =>
  new CasebookError('QueryTimeout', `query past its deadline: ${milliseconds} ms`, {
    query,
    help: 'Narrow the time span, or open the workspace with a longer deadline.',
  });

/** Does work on a connection until it is done, its time is up, or the caller cancels; the latter two interrupt it. */
export const withDeadline = async <T>(
  connection: DuckDBConnection,
  { milliseconds, signal, query }: Limits,
  work: () => Promise<T>,
): Promise<T> => {
  if (signal?.aborted) throw aborted(query);
  const stopped: { reason?: CasebookError } = {};
  const stop = (reason: CasebookError) => () => {
    stopped.reason ??= reason;
    connection.interrupt();
  };
  const onAbort = stop(aborted(query));
  const timer = setTimeout(stop(timedOut(milliseconds, query)), milliseconds);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const done = await work();
    if (stopped.reason) throw stopped.reason;
    return done;
  } catch (error) {
    throw stopped.reason ?? error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
};

import {
  CasebookError,
  type Frame,
  type NotebookletContext,
  type QueryDefinition,
  type Row,
  type Searched,
  type TimeSpan,
} from '@casebook/core';
import type { OsFamily } from '@casebook/entities';
import type { HostNames } from '../resolve/host-names';

/** What a query of a run is asked with. */
export interface Asker {
  readonly context: NotebookletContext;
  readonly timeSpan: TimeSpan;
}

/** What the sections of one run share. */
export interface HostRun extends Asker {
  /** The names under which the host is known, and where. */
  readonly names: HostNames;
  /** The family of its operating system; null where nothing tells. */
  readonly os: OsFamily | null;
  /** Says what of a table was searched: its rows in the window, and those of the host where it names hosts. */
  readonly countRows: (table: string) => Promise<Searched>;
}

/** Asks one query of a run, in its window; a run that was aborted is a `QueryAborted` error. */
export const ask = <P, R extends Row>(
  { context, timeSpan }: Asker,
  definition: QueryDefinition<P, R>,
  parameters: P,
): Promise<Frame<R>> => {
  if (context.signal?.aborted) throw new CasebookError('QueryAborted', 'aborted run');
  return context.logs.run(definition, parameters, { timeSpan, signal: context.signal });
};

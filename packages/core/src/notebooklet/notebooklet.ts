import type { AbortSignalLike } from '../provider/abort-signal-like';
import type { LogProvider } from '../provider/log-provider';
import type { Lookup } from '../provider/lookup';
import type { ReportProgress } from '../provider/progress';
import type { Result } from '../result/result';

/** What a notebooklet needs from outside; nothing else is ambient. */
export interface NotebookletContext {
  readonly logs: LogProvider;
  readonly lookups?: Readonly<Record<string, Lookup>>;
  readonly signal?: AbortSignalLike;
  readonly report?: ReportProgress;
}

/** A part that a run may include: by its key, and whether it is included unless said otherwise. */
export interface NotebookletOption {
  readonly key: string;
  readonly title: string;
  readonly isDefault: boolean;
}

/** A recipe: an input and a context in, a finished result out. A frozen object without state. */
export interface Notebooklet<I, R extends Result> {
  readonly name: string;
  readonly title: string;
  readonly entityType: string;
  readonly options: readonly NotebookletOption[];
  run(input: I, context: NotebookletContext): Promise<R>;
}

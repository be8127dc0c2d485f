import { CasebookError, type AbortSignalLike, type Progress, type ReportProgress } from '@casebook/core';

/** A longer piece of work in steps: yields where it may pause, returns its value. */
export type Steps<T> = Generator<Progress, T, void>;

/** What the asynchronous form of an analysis takes beside its options. */
export interface AsyncOptions {
  /** Ends the work between two steps with a `QueryAborted` error. */
  readonly signal?: AbortSignalLike;
  /** Is told how far the work is, at most every 50 ms. */
  readonly progress?: ReportProgress;
}

/** The longest time that work holds the thread, in milliseconds. */
const SLICE = 50;

/** Does the work at once. */
export function runNow<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does the work in slices of 50 ms, so that a kernel stays alive, answers interrupts and shows progress. */
export async function runInSlices<T>(steps: Steps<T>, { signal, progress }: AsyncOptions): Promise<T> {
  refuseAborted(signal);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE) continue;
    progress?.(step.value);
    await new Promise<void>((resolve) => setImmediate(resolve));
    refuseAborted(signal);
    since = performance.now();
  }
}

function refuseAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted)
    throw new CasebookError('QueryAborted', 'aborted analysis: the caller cancelled it', {
      cause: signal.reason,
    });
}

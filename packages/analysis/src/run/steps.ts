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

/** How many rows a loop goes through between two places where it may pause. */
export const PAUSE_ROWS = 4096;
/** How many small steps, such as comparisons, it makes there. */
export const PAUSE_WORK = 20_000;

/** The longest time that work holds the thread, in milliseconds. */
const SLICE = 50;

/** A list from a function of the place in it, with pauses. */
export function* listed<T>(count: number, message: string, valueAt: (at: number) => T): Steps<T[]> {
  const values: T[] = [];
  for (let at = 0; at < count; at += 1) {
    if (at % PAUSE_ROWS === PAUSE_ROWS - 1) yield { message, done: at, total: count };
    values.push(valueAt(at));
  }
  return values;
}

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

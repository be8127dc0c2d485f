import { CasebookError } from '@casebook/core';

/** Everything that can stop a run, as one signal whose reason is a Casebook error. */
export interface StopSignal {
  readonly signal: AbortSignal;
  /** Says that the kernel died; `log` is what it last wrote. */
  died(log: string): void;
  /** Lets go of the timer and of the caller's signal. */
  clear(): void;
}

/** Joins the caller's signal (`RunInterrupted`), the time limit in seconds (`RunTimeout`) and the kernel's death (`KernelFailed`). */
export function stopSignal(options: { signal?: AbortSignal; timeout?: number }): StopSignal {
  const controller = new AbortController();
  const interrupted = (): void =>
    controller.abort(new CasebookError('RunInterrupted', 'the run was interrupted'));
  if (options.signal?.aborted) interrupted();
  options.signal?.addEventListener('abort', interrupted, { once: true });
  const { timeout } = options;
  const timer =
    timeout === undefined
      ? undefined
      : setTimeout(() => {
          controller.abort(
            new CasebookError('RunTimeout', `the run took longer than ${timeout} s`, {
              help: 'Give a longer --timeout, or narrow the time span.',
            }),
          );
        }, timeout * 1000);
  return {
    signal: controller.signal,
    died: (log) => {
      controller.abort(
        new CasebookError('KernelFailed', 'the kernel died', { help: log.split('\n').pop() || undefined }),
      );
    },
    clear: () => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', interrupted);
    },
  };
}

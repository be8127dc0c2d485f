import type { AbortSignalLike } from '@casebook/core';

/** Waits for work, or rejects with the signal's reason as soon as it aborts. */
export const untilAborted = async <T>(work: Promise<T>, signal?: AbortSignalLike): Promise<T> => {
  if (!signal) return work;
  let stop = (): void => undefined;
  const abort = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, abort]);
  } finally {
    signal.removeEventListener('abort', stop);
    work.catch(() => undefined);
  }
};

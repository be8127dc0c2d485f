import { CasebookError } from '@casebook/core';
import type { CellRunner } from './cell-runner';
import type { Outputs } from './outputs';

/** How often a kernel looks whether the process that started it is still there, in milliseconds. */
const PARENT_CHECK = 3000;

const decode = (piece: string | Uint8Array, encoding?: unknown): string =>
  typeof piece === 'string'
    ? piece
    : Buffer.from(piece).toString(typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');

/** Sends what cells write to the standard streams to the cell that wrote it. */
export const redirectStreams = (runner: CellRunner, outputs: Outputs): void => {
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].write = (piece: string | Uint8Array, ...rest: unknown[]): boolean => {
      outputs.write(name, decode(piece, rest[0]), runner.owner()?.request);
      const done = rest.find((each) => typeof each === 'function') as (() => void) | undefined;
      if (done) queueMicrotask(done);
      return true;
    };
  }
};

/** Keeps the kernel alive through what cells do, and tells of it: stray errors, signals, `process.exit`. */
export const guardProcess = (runner: CellRunner, interrupt: () => void): void => {
  process.on('SIGINT', interrupt);
  process.on('uncaughtException', (error) => runner.stray(error));
  process.on('unhandledRejection', (error) => runner.stray(error));
  process.exit = (code) => {
    throw new CasebookError('Usage', `process.exit(${code ?? ''}) in a notebook`, {
      help: 'Throw an error to stop here; shut the kernel down from the notebook.',
    });
  };
};

/** Ends the kernel when the process that started it is gone. */
export const leaveWithParent = (leave: () => void): void => {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) leave();
  }, PARENT_CHECK).unref();
};

import type { CasebookError } from '@casebook/core';

/** How a run ended. Whatever the end, the notebook was written. */
export interface RunOutcome {
  readonly status: 'ok' | 'failed';
  /** Why it failed: `CellFailed`, `RunTimeout`, `RunInterrupted` or `KernelFailed`. */
  readonly error?: CasebookError;
  /** The code cells that ran to their end, and all that there are. */
  readonly ran: number;
  readonly cells: number;
  readonly milliseconds: number;
  /** The absolute path of the executed notebook. */
  readonly output: string;
  /** The absolute path of the HTML report, if one was asked for. */
  readonly html?: string;
}

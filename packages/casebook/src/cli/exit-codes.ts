import type { ErrorCode } from '@casebook/core';

/** The exit codes of `casebook`. */
export const EXIT = { ok: 0, failed: 1, usage: 2, kernel: 3, timeout: 4, interrupted: 130 } as const;

const CODES: Partial<Record<ErrorCode, number>> = {
  Usage: EXIT.usage,
  UnknownParameter: EXIT.usage,
  InvalidParameter: EXIT.usage,
  InvalidNotebook: EXIT.usage,
  SourceNotFound: EXIT.usage,
  InvalidTimeSpan: EXIT.usage,
  KernelFailed: EXIT.kernel,
  RunTimeout: EXIT.timeout,
  QueryTimeout: EXIT.timeout,
  RunInterrupted: EXIT.interrupted,
  QueryAborted: EXIT.interrupted,
};

/** The exit code that tells of an error. */
export function exitCode(code: ErrorCode): number {
  return CODES[code] ?? EXIT.failed;
}

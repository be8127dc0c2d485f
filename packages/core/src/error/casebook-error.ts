import type { Diagnostic } from '../language/diagnostic';
import type { ErrorCode } from './error-codes';
import { explainError } from './explain-error';
import type { Position } from './position';

/** What a {@link CasebookError} may carry beside its message. */
export interface ErrorDetails {
  readonly position?: Position;
  /** The way out, as one sentence. */
  readonly help?: string;
  /** The query text that was run. */
  readonly query?: string;
  readonly cause?: unknown;
  /** All remarks on the query, in the order of their places; the error itself tells the first. */
  readonly diagnostics?: readonly Diagnostic[];
}

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const BRAND = Symbol.for('casebook.error');

/** The one error class: `code` tells the kind, `message` is short, `help` is the way out; `name` equals `code`. */
export class CasebookError extends Error {
  readonly code: ErrorCode;
  readonly position?: Position;
  readonly help?: string;
  readonly query?: string;
  readonly diagnostics?: readonly Diagnostic[];

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.name = code;
    if (details.position) this.position = details.position;
    if (details.help !== undefined) this.help = details.help;
    if (details.query !== undefined) this.query = details.query;
    if (details.diagnostics) this.diagnostics = details.diagnostics;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** What Node prints of it: the lines of `explainError`, then the stack. */
  [INSPECT](): string {
    const stack = (this.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    return [...explainError(this), ...stack].join('\n');
  }

  /** Tells a Casebook error, also one from another copy of this package. */
  static is(value: unknown): value is CasebookError {
    return typeof value === 'object' && value !== null && BRAND in value;
  }
}

import type { CellPlace } from './cell-maps';

/** A mistake that the compiler found; line and column count from 1. */
export interface CellDiagnostic {
  /** The file, where it is not the cell itself. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** How a cell ended: with the value of its last expression, with mistakes that kept it from running, or with an error. */
export type CellOutcome =
  | { readonly status: 'ok'; readonly value?: unknown; readonly hasValue: boolean }
  | { readonly status: 'mistaken'; readonly diagnostics: readonly CellDiagnostic[] }
  | { readonly status: 'failed'; readonly error: unknown };

/** Names that fit at a place of a cell; the place counts in UTF-16 units. */
export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly names: readonly string[];
  /** What each name is, where that is known. */
  readonly types?: readonly string[];
}

/** What compiles and runs cells; the wire layer knows nothing else about it. */
export interface CellEngine {
  /** The version of the language. */
  readonly version: string;
  /** Runs the cell of a number; never rejects. */
  execute(code: string, cell: number): Promise<CellOutcome>;
  /** The place in a cell that a place of a script, as stack traces tell it, comes from. */
  locate(script: string, line: number, column: number): CellPlace | undefined;
  /** Stops waiting for the running cell. */
  interrupt(): void;
  complete(code: string, cursor: number): Completion;
  /** What is known about the name at a place, as text. */
  inspect(code: string, cursor: number): string | undefined;
  /** Whether the code could run as it is; if not, the indentation of the next line. */
  isComplete(code: string): { readonly complete: boolean; readonly indent?: string };
  close(): void;
}

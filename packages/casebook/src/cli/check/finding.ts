/** A remark on a query, at its place in a file. */
export interface Finding {
  /** The file as it was named, with `/`. */
  readonly file: string;
  /** The cell of a notebook, from 1; line and column count in it. */
  readonly cell?: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

/** A stretch of a text; lines and columns count from 1, the end is the place behind it. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A remark on a query, at its place in a file. */
export interface Finding extends Region {
  /** The file as it was named, with `/`. */
  readonly file: string;
  /** The cell of a notebook, from 1; line and column count in it. */
  readonly cell?: number;
  /** The place of a cell's remark in the file itself. */
  readonly inFile?: Region;
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

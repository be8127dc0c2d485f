/** How much of a frame to show. */
export interface TableOptions {
  /** The most rows; defaults to 20. */
  readonly maxRows?: number;
  /** The longest cell text; defaults to 140 characters (72 in a table of over 8 columns), the rest is in the cell's tooltip. */
  readonly maxText?: number;
  /** Whether columns that are empty, or the same in every row of a wide frame, are shown; defaults to not, with a line that says them. */
  readonly showEmptyColumns?: boolean;
}

/** What a statement reads of one table. */
export interface TableRead {
  readonly table: string;
  /** The columns that are read, in the table's order. */
  readonly columns: readonly string[];
  /** What is known of the moments of its rows, such as `TimeGenerated > 2026-01-01T00:00:00Z`: it reaches the scan, and so the files. */
  readonly bounds: readonly string[];
}

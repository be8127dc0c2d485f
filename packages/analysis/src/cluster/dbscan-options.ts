/** What is near, and how many make a cluster. */
export interface DbscanOptions {
  /** The largest distance of neighbours, inclusive. */
  readonly eps: number;
  /** How many rows, the row itself included, must be near a row that carries a cluster. */
  readonly minSamples: number;
}

/** A query that is written in a file. */
export interface WrittenQuery {
  /** The KQL to read: that of the file, or with something around it that makes it whole. */
  readonly kql: string;
  /** Where each unit of `kql` stands in the text of the file, with one more entry for the end. */
  readonly offsets: ArrayLike<number>;
}

/** A function that is stored beside the tables, as Kusto's `.create function` and Sentinel's saved functions are. */
export interface StoredFunction {
  readonly name: string;
  /** Its parameters as KQL declares them, in parentheses: `(from:datetime = datetime(null), T:(*))`. */
  readonly parameters: string;
  /** The text of its body, without the braces. */
  readonly body: string;
  /** The file that defines it, for messages. */
  readonly file?: string;
  /** The line of the file on which the body begins, 1 by default. */
  readonly line?: number;
  /** How many columns its lines are indented in the file beyond the body, 0 by default. */
  readonly indent?: number;
}

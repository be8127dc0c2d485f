/** Something that was lost or changed on the way in. */
export interface Issue {
  /** Such as `rejected line`, `unreadable cell`, `type conflict`, `skipped file`. */
  readonly kind: string;
  readonly table: string;
  readonly file: string;
  readonly count: number;
  /** The first examples, or the reason. */
  readonly example: string;
}

const LENGTH = 200;

/** Examples as one short text. */
export const exampleOf = (examples: readonly string[]): string =>
  examples.map((text) => (text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text)).join(' | ');

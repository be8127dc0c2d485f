/** The flags at a place. */
export interface RegexFlags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly swapped: boolean;
  readonly unicode: boolean;
  readonly verbose: boolean;
}

/** One piece in both dialects. */
export interface Piece {
  readonly re2: string;
  readonly js: string;
  /** Whether it may match nothing at all. */
  readonly empty: boolean;
}

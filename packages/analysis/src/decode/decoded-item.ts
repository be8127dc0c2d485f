import type { DecodeLimit } from './budget';

/** What an item's bytes were read as, or why they were not. */
export type ItemEncoding = 'utf-8' | 'utf-16' | 'binary' | 'encrypted' | 'damaged' | 'limit';

/** One thing that was decoded or unpacked, or the place where a limit or a fault stopped it. */
export interface DecodedItem {
  /** The numbers of the item and of those it is within, outermost first. */
  readonly path: readonly number[];
  /** What stands in the original's reference column for `path`. */
  readonly reference?: readonly string[];
  readonly original: string;
  readonly name: string;
  readonly type: string | null;
  readonly encoding: ItemEncoding;
  readonly limit: DecodeLimit | null;
  readonly bytes: Buffer | null;
  readonly text: string | null;
}

/** What came of a text: the text with its encoded parts replaced, and the items, outer before inner. */
export interface DecodedText {
  readonly text: string;
  readonly items: readonly DecodedItem[];
}

/** The name of an item that has none. */
export const NO_NAME = 'unknown';

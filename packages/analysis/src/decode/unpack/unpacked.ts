import type { Budget, DecodeLimit } from '../budget';

/** What came out of something packed, or why nothing did. */
export type Unpacked =
  { readonly bytes: Buffer } | { readonly limit: DecodeLimit } | { readonly fault: 'damaged' | 'encrypted' };

/** A named part of an archive. */
export interface Member {
  readonly name: string;
  readonly folder: boolean;
  readonly content: Unpacked;
}

/** Bytes that are stored as they are, within the budget. */
export function stored(bytes: Buffer, budget: Budget): Unpacked {
  const room = budget.room(bytes.length);
  if (bytes.length > room.bytes) return { limit: room.limit };
  budget.spend(bytes.length);
  return { bytes };
}

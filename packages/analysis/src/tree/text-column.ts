import type { Column } from '@casebook/core';

/** A string column of texts by their numbers. */
export const textColumn = (name: string, codes: Uint32Array, dictionary: readonly string[]): Column => ({
  name,
  data: { type: 'string', codes, dictionary },
});

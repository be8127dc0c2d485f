import type { Column } from '@casebook/core';

/** A string column of texts that are all different, or nearly so: each row is its own entry of the dictionary. */
export const textColumn = (name: string, texts: readonly string[]): Column => ({
  name,
  data: { type: 'string', codes: Uint32Array.from(texts.keys()), dictionary: texts },
});

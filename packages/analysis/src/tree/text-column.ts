import type { Column } from '@casebook/core';

/** A string column of texts that are all different, or nearly so: each row is its own entry of the dictionary. */
export function textColumn(name: string, texts: readonly string[]): Column {
  const codes = new Uint32Array(texts.length);
  for (let row = 0; row < codes.length; row += 1) codes[row] = row;
  return { name, data: { type: 'string', codes, dictionary: texts } };
}

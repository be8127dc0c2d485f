/** Characters to look up by their code; those beyond ASCII are none of them. */
export type Characters = Uint8Array;

/** The characters of a text as a table. */
export function charactersOf(text: string): Characters {
  const table = new Uint8Array(128);
  for (const character of text) table[character.charCodeAt(0)] = 1;
  return table;
}

/** The first place from one on whose character is one of some; the text's length where none is. */
export function endOfOthers(text: string, from: number, ends: Characters): number {
  let at = from;
  while (at < text.length && ends[text.charCodeAt(at)] !== 1) at += 1;
  return at;
}

/** Whether the character at a place is there and is none of some. */
export const isOther = (text: string, at: number, some: Characters): boolean =>
  at < text.length && some[text.charCodeAt(at)] !== 1;

import { isArray, type JsonValue } from './json-value';

/**
 * Replaces every sought text by the one at its place in the list. Of texts that overlap, the one that comes first in the
 * list wins, wherever it stands; a match whose replacement is no text stays as it is and still covers its place.
 */
export function replaceStrings(text: string, sought: JsonValue, replacements: JsonValue): string {
  if (!isArray(sought) || !isArray(replacements)) return text;
  let pieces: readonly Piece[] = [{ text, fixed: false }];
  sought.forEach((from, index) => {
    if (typeof from !== 'string' || from === '') return;
    const to = replacements[index];
    const replacement = { text: typeof to === 'string' ? to : from, fixed: true };
    pieces = pieces.flatMap((piece) => (piece.fixed ? [piece] : parted(piece.text, from, replacement)));
  });
  return pieces.map((piece) => piece.text).join('');
}

interface Piece {
  readonly text: string;
  /** Whether no further text may match here. */
  readonly fixed: boolean;
}

const parted = (text: string, at: string, replacement: Piece): readonly Piece[] =>
  text.split(at).flatMap((rest, index) => {
    const open = { text: rest, fixed: false };
    return index === 0 ? [open] : [replacement, open];
  });

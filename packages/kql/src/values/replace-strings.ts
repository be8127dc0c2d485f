import { isArray, type JsonValue } from './json-value';

/**
 * Replaces every sought text by the one at its place, in one pass without overlaps; the earlier of two that match at a
 * place wins, and one whose replacement is no text stays and covers its place.
 */
export function replaceStrings(text: string, sought: JsonValue, replacements: JsonValue): string {
  if (!isArray(sought) || !isArray(replacements)) return text;
  const pairs = sought.flatMap((from, index) =>
    typeof from === 'string' && from !== '' ? [[from, replacements[index]] as const] : [],
  );
  let result = '';
  for (let at = 0; at < text.length;) {
    const found = pairs.find(([from]) => text.startsWith(from, at));
    const piece = found?.[0] ?? text[at] ?? '';
    result += typeof found?.[1] === 'string' ? found[1] : piece;
    at += piece.length;
  }
  return result;
}

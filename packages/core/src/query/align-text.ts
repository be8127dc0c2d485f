/** How a quoted text writes signs that it cannot hold: not at all, a doubled quote, or a backslash before them. */
export type Escapes = 'none' | 'doubled' | 'backslash';

/**
 * Where each unit of a text stands in the source that it was read from, between two offsets of the source: indentation and folded line
 * ends of the source are passed over, escapes count as what they stand for, an escaped line end for nothing. One more entry tells the end.
 */
export const alignText = (
  source: string,
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
  escapes: Escapes,
): Uint32Array => {
  const offsets = new Uint32Array(text.length + 1);
  let at = start;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text[place] as string;
    at += continuations(source, at, escapes);
    if (!isBlank(unit)) while (at < end && isBlank(source[at])) at += 1;
    offsets[place] = at;
    if (isHalf(text, place) && isWhole(source, at, escapes)) continue;
    at += isBlank(unit) ? blankWidth(source, at, escapes) : width(source, at, escapes);
    at = Math.min(at, end);
  }
  offsets[text.length] = at;
  return offsets;
};

const isBlank = (unit: string | undefined): boolean => unit !== undefined && /\s/.test(unit);

/** Whether the first half of a pair of units stands at a place. */
const isHalf = (text: string, place: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(place, place + 2));

/** Whether one escape stands for the whole pair. */
const isWhole = (source: string, at: number, escapes: Escapes): boolean =>
  escapes === 'backslash' && /^\\(?:U|u\{)/.test(source.slice(at, at + 3));

/** The width of the escaped line ends at a place. */
const continuations = (source: string, at: number, escapes: Escapes): number =>
  escapes === 'backslash'
    ? (/^(?:\\(?:\r\n|[\r\n\u2028\u2029]))*/.exec(source.slice(at, at + 12))?.[0].length ?? 0)
    : 0;

const blankWidth = (source: string, at: number, escapes: Escapes): number => {
  if (isBlank(source[at])) return source.startsWith('\r\n', at) ? 2 : 1;
  return escapes === 'backslash' && source[at] === '\\' ? width(source, at, escapes) : 0;
};

const width = (source: string, at: number, escapes: Escapes): number => {
  if (escapes === 'doubled' && source.startsWith("''", at)) return 2;
  if (escapes !== 'backslash' || source[at] !== '\\') return 1;
  if (source.startsWith('u{', at + 1)) return source.indexOf('}', at) - at + 1;
  return { x: 4, u: 6, U: 10 }[source[at + 1] ?? ''] ?? 2;
};

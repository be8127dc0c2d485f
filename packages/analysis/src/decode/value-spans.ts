import type { Tokens } from './base64-tokens';

/** A stretch of text that may be one base64 value: from the start of one token to the end of another. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The token behind it. */
  readonly next: number;
}

/** The shortest token that others follow, and the shortest that follows. */
const FIRST = 8;
const LINE = 16;
/** The shortest width of lines that are whole groups of four and still one value. */
const WIDTH = 48;
/** How many tokens are joined to come to whole groups of four. */
const MOST = 8;
/** The widest white space within a value. */
const GAP = 64;

/** One token by itself. */
export const ownSpan = (tokens: Tokens, at: number): Span => spanOf(tokens, at, at + 1);

/** The tokens from one on that are as wide as it, and the narrower one that ends them; nothing where it stands alone. */
export function wrappedLines(text: string, tokens: Tokens, from: number): Span | undefined {
  const width = lengthOf(tokens, from);
  if (width < LINE || (width % 4 === 0 && width < WIDTH)) return undefined;
  const goesOn = (at: number) => areNear(text, tokens, at) && !isPadded(text, tokens, at - 1);
  let end = from + 1;
  while (lengthOf(tokens, end) === width && goesOn(end)) end += 1;
  const tail = lengthOf(tokens, end);
  const closes = isPadded(text, tokens, end) || (width * (end - from) + tail) % 4 === 0;
  if (tail > 0 && tail < width && closes && goesOn(end)) end += 1;
  return end - from > 1 ? spanOf(tokens, from, end) : undefined;
}

/** The tokens from one on that together come to whole groups of four, where the first alone does not; nothing where none do. */
export function brokenValue(text: string, tokens: Tokens, from: number): Span | undefined {
  let total = 0;
  if (lengthOf(tokens, from) < FIRST) return undefined;
  for (let at = from; at < Math.min(tokens.count, from + MOST); at += 1) {
    if (at > from && !areNear(text, tokens, at)) return undefined;
    const padded = isPadded(text, tokens, at);
    if (at > from && !padded && lengthOf(tokens, at) < LINE) return undefined;
    total += lengthOf(tokens, at);
    if (padded || total % 4 === 0) return at > from ? spanOf(tokens, from, at + 1) : undefined;
  }
  return undefined;
}

const spanOf = ({ starts, ends }: Tokens, from: number, next: number): Span => ({
  start: starts[from] ?? 0,
  end: ends[next - 1] ?? 0,
  next,
});

const lengthOf = ({ starts, ends, count }: Tokens, at: number): number =>
  at < count ? (ends[at] ?? 0) - (starts[at] ?? 0) : 0;

const isPadded = (text: string, { ends, count }: Tokens, at: number): boolean =>
  at < count && text[(ends[at] ?? 0) - 1] === '=';

/** Whether nothing but a little white space stands between a token and the one before. */
function areNear(text: string, { starts, ends, count }: Tokens, at: number): boolean {
  if (at >= count) return false;
  const before = ends[at - 1] ?? 0;
  const start = starts[at] ?? 0;
  return start > before && start - before <= GAP && text.slice(before, start).trim() === '';
}

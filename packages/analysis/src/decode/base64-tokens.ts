/** A run of base64 characters with its padding, by position. */
export interface Token {
  readonly start: number;
  readonly end: number;
}

/** A stretch of text that may be one base64 value: tokens, with the white space between them. */
export type Span = readonly Token[];

const RUN = /[A-Za-z0-9+/_-]+={0,2}/g;
/** The shortest token that others are joined to. */
const LINE = 16;
/** The shortest width of lines that are whole groups of four and still one value. */
const WIDTH = 48;
/** How many tokens are joined to come to whole groups of four. */
const MOST = 8;

/** The tokens of a text, in order. */
export const base64Tokens = (text: string): Token[] =>
  Array.from(text.matchAll(RUN), ({ index, 0: run }) => ({ start: index, end: index + run.length }));

/** The lines from a token on that are as wide as it, and the shorter one that ends them; nothing where it stands alone. */
export function wrappedLines(text: string, tokens: readonly Token[], from: number): Span | undefined {
  const width = lengthOf(tokens[from]);
  if (width < LINE || (width % 4 === 0 && width < WIDTH)) return undefined;
  let end = from + 1;
  while (lengthOf(tokens[end]) === width && areNear(text, tokens, end) && !isPadded(text, tokens[end - 1]))
    end += 1;
  const tail = lengthOf(tokens[end]);
  const total = width * (end - from) + tail;
  const closes = tail > 0 && tail < width && (isPadded(text, tokens[end]) || total % 4 === 0);
  if (closes && areNear(text, tokens, end) && !isPadded(text, tokens[end - 1])) end += 1;
  return end - from > 1 ? tokens.slice(from, end) : undefined;
}

/** The tokens from one on that together come to whole groups of four, where the first alone does not; nothing where none do. */
export function brokenValue(text: string, tokens: readonly Token[], from: number): Span | undefined {
  let total = 0;
  for (let at = from; at < Math.min(tokens.length, from + MOST); at += 1) {
    if (at > from && !areNear(text, tokens, at)) return undefined;
    const padded = isPadded(text, tokens[at]);
    if (at > from && !padded && lengthOf(tokens[at]) < LINE) return undefined;
    total += lengthOf(tokens[at]);
    if (padded || total % 4 === 0) return at > from ? tokens.slice(from, at + 1) : undefined;
  }
  return undefined;
}

const lengthOf = (token: Token | undefined): number => (token ? token.end - token.start : 0);

const isPadded = (text: string, token: Token | undefined): boolean =>
  token !== undefined && text[token.end - 1] === '=';

/** Whether nothing but a little white space stands between a token and the one before. */
function areNear(text: string, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.end ?? 0;
  const start = tokens[at]?.start ?? 0;
  return start > before && start - before <= 64 && text.slice(before, start).trim() === '';
}

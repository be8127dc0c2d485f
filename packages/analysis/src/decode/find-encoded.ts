import { base64Bytes } from './base64-bytes';
import { base64Tokens, brokenValue, wrappedLines, type Span } from './base64-tokens';
import type { Budget } from './budget';
import { plainContent, streamContent, type Content } from './content-of-bytes';
import { looksRandom } from './looks-random';

/** A base64 value within a text, decoded. */
export interface Encoded {
  readonly start: number;
  readonly end: number;
  readonly bytes: Buffer;
  readonly content: Content;
}

/** The shortest value that is looked at. */
const SHORTEST = 16;
/** The shortest part of a run that is looked at by itself, and the most parts. */
const PART = 20;
const MOST_PARTS = 16;
const PARTS: readonly RegExp[] = [/[A-Za-z0-9+/]+={0,2}/g, /[A-Za-z0-9_-]+={0,2}/g, /[A-Za-z0-9]+={0,2}/g];

/**
 * Finds the base64 values of a text, in order and apart: values of 16 characters or more of either alphabet, padded or not,
 * that decode to text, to a file of a known kind or to a stream; also over lines of one width, and over a break that leaves no
 * whole groups of four. A value of bytes of no known kind counts from 30 characters on, where it is mixed as such bytes are.
 * Neighbouring words are no part of a value. Linear in the text.
 */
export function* findEncoded(text: string, budget: Budget): Generator<Encoded, void, void> {
  if (text.length < SHORTEST) return;
  const tokens = base64Tokens(text);
  let wrappedUntil = 0;
  for (let at = 0; at < tokens.length;) {
    const own = tokens.slice(at, at + 1);
    const wrapped = at < wrappedUntil ? undefined : wrappedLines(text, tokens, at);
    if (wrapped) wrappedUntil = at + wrapped.length;
    const broken = brokenValue(text, tokens, at);
    const found =
      firstTold(text, kept([wrapped, broken, own]), budget) ??
      firstUntold(text, kept([wrapped, own]), budget);
    if (found) {
      yield found;
      while (at < tokens.length && (tokens[at]?.start ?? 0) < found.end) at += 1;
    } else at += 1;
  }
}

function firstTold(text: string, spans: readonly Span[], budget: Budget): Encoded | undefined {
  for (const span of spans) {
    const found = toldAt(text, startOf(span), endOf(span), budget);
    if (found) return found;
  }
  const [token] = spans[spans.length - 1] ?? [];
  return token && toldPart(text, token.start, token.end, budget);
}

/** The first part of a run that decodes by itself, as where a value stands behind a dash or in a path. */
function toldPart(text: string, start: number, end: number, budget: Budget): Encoded | undefined {
  if (end - start < PART) return undefined;
  const run = text.slice(start, end);
  for (const part of PARTS) {
    let tried = 0;
    for (const { index, 0: value } of run.matchAll(part)) {
      if (value.length < PART || value.length === run.length) continue;
      const found = toldAt(text, start + index, start + index + value.length, budget);
      if (found) return found;
      tried += 1;
      if (tried === MOST_PARTS) break;
    }
  }
  return undefined;
}

function toldAt(text: string, start: number, end: number, budget: Budget): Encoded | undefined {
  if (end - start < SHORTEST) return undefined;
  const bytes = base64Bytes(text.slice(start, end));
  const content = bytes && plainContent(bytes, budget);
  return bytes && content && { start, end, bytes, content };
}

function firstUntold(text: string, spans: readonly Span[], budget: Budget): Encoded | undefined {
  for (const span of spans) {
    const start = startOf(span);
    const end = endOf(span);
    const value = text.slice(start, end);
    const bytes = looksRandom(value) ? base64Bytes(value) : undefined;
    if (bytes) return { start, end, bytes, content: streamContent(bytes, budget) ?? { kind: 'binary' } };
  }
  return undefined;
}

const kept = (spans: readonly (Span | undefined)[]): Span[] => spans.filter((span) => span !== undefined);

const startOf = (span: Span): number => span[0]?.start ?? 0;
const endOf = (span: Span): number => span[span.length - 1]?.end ?? 0;

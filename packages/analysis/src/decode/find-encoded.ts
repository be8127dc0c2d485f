import { base64Bytes } from './base64-bytes';
import { base64Tokens } from './base64-tokens';
import type { Budget } from './budget';
import { isLikelyStream, plainContent, streamContent, type Content } from './content-of-bytes';
import { looksRandom } from './looks-random';
import { mayBeTold } from './may-be-told';
import { brokenValue, ownSpan, wrappedLines, type Span } from './value-spans';

/** A base64 value within a text, decoded. */
export interface Encoded {
  readonly start: number;
  readonly end: number;
  readonly bytes: Buffer;
  readonly content: Content;
}

/** The shortest value that is looked at. */
const SHORTEST = 16;
/** The shortest token that is looked at: the start of a broken value. */
const SHORTEST_TOKEN = 8;
/** The shortest part of a run that is looked at by itself, and the most parts. */
const PART = 20;
const MOST_PARTS = 16;
const PARTS: readonly RegExp[] = [/[A-Za-z0-9+/]+={0,2}/g, /[A-Za-z0-9_-]+={0,2}/g, /[A-Za-z0-9]+={0,2}/g];
const PART_END = /[+/_-]/;
/** From this many characters on a value may be a stream however it is mixed. */
const STREAM = 1024;

/**
 * Finds the base64 values of a text, in order and apart: values of 16 characters or more of either alphabet, padded or not,
 * that decode to text, to a file of a known kind or to a stream; also over lines of one width, and over a break that leaves no
 * whole groups of four. A value of bytes of no known kind counts from 30 characters on, where it is mixed as such bytes are.
 * Neighbouring words are no part of a value. Linear in the text.
 */
export function* findEncoded(text: string, budget: Budget): Generator<Encoded, void, void> {
  const tokens = base64Tokens(text);
  if (tokens.longest < SHORTEST) return;
  let wrappedUntil = 0;
  let done = 0;
  for (let at = 0; at < tokens.count; at += 1) {
    const own = ownSpan(tokens, at);
    if (own.start < done || own.end - own.start < SHORTEST_TOKEN) continue;
    const within = at < wrappedUntil;
    const wrapped = within ? undefined : wrappedLines(text, tokens, at);
    if (wrapped) wrappedUntil = wrapped.next;
    const found =
      told(text, wrapped, budget) ??
      told(text, within ? undefined : brokenValue(text, tokens, at), budget) ??
      told(text, own, budget) ??
      stream(text, wrapped, budget) ??
      stream(text, own, budget) ??
      toldPart(text, own, budget) ??
      binary(text, wrapped) ??
      binary(text, own);
    if (!found) continue;
    yield found;
    done = found.end;
  }
}

function told(
  text: string,
  span: Pick<Span, 'start' | 'end'> | undefined,
  budget: Budget,
): Encoded | undefined {
  if (!span || span.end - span.start < SHORTEST) return undefined;
  const { start, end } = span;
  if (!budget.settings.utf16 && !mayBeTold(text, start, end)) return undefined;
  const bytes = base64Bytes(text.slice(start, end));
  const content = bytes && plainContent(bytes, budget);
  return bytes && content && { start, end, bytes, content };
}

/** The first part of a run that decodes by itself, as where a value stands behind a dash or in a path. */
function toldPart(text: string, { start, end }: Span, budget: Budget): Encoded | undefined {
  if (end - start <= PART) return undefined;
  const run = text.slice(start, end);
  if (!PART_END.test(run)) return undefined;
  for (const part of PARTS) {
    let tried = 0;
    for (const { index, 0: value } of run.matchAll(part)) {
      if (value.length < PART || value.length === run.length) continue;
      const from = start + index;
      const found = told(text, { start: from, end: from + value.length }, budget);
      if (found) return found;
      tried += 1;
      if (tried === MOST_PARTS) break;
    }
  }
  return undefined;
}

function stream(text: string, span: Span | undefined, budget: Budget): Encoded | undefined {
  if (!span || span.end - span.start < SHORTEST) return undefined;
  const { start, end } = span;
  const bytes = base64Bytes(text.slice(start, end));
  if (!bytes) return undefined;
  const likely = end - start >= STREAM || isLikelyStream(bytes) || looksRandom(text, start, end);
  const content = likely ? streamContent(bytes, budget) : undefined;
  return content && { start, end, bytes, content };
}

function binary(text: string, span: Span | undefined): Encoded | undefined {
  if (!span || !looksRandom(text, span.start, span.end)) return undefined;
  const { start, end } = span;
  const bytes = base64Bytes(text.slice(start, end));
  return bytes && { start, end, bytes, content: { kind: 'binary' } };
}

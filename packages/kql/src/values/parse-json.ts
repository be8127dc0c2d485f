import type { JsonValue } from './json-value';
import { unanswerable } from './unanswerable';

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const BLANK = /[ \t\r\n]*/y;
const WORDS: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
];
const LONG_MAX = 2n ** 63n - 1n;

/**
 * Reads JSON without loss: integers within 64 bits are bigint, other numbers are doubles. Throws SyntaxError, and
 * KqlUnsupported where a key repeats or a number is out of size.
 */
export function parseJson(text: string): JsonValue {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

/** Reads JSON, or nothing where the text is not JSON. */
export function tryParseJson(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class Reader {
  #at = 0;

  constructor(private readonly text: string) {}

  value(depth: number): JsonValue {
    if (depth > 500) throw new SyntaxError('too deep');
    this.#take(BLANK);
    const next = this.text[this.#at];
    if (next === '{') return this.#bag(depth);
    if (next === '[') return this.#array(depth);
    if (next === '"') return JSON.parse(this.#take(STRING) ?? fail()) as string;
    for (const [word, value] of WORDS) if (this.#skip(word)) return value;
    return numberOf(this.#take(NUMBER) ?? fail());
  }

  end(): void {
    this.#take(BLANK);
    if (this.#at < this.text.length) fail();
  }

  #array(depth: number): JsonValue {
    this.#at += 1;
    const items: JsonValue[] = [];
    this.#take(BLANK);
    if (this.#skip(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.#more(']'));
    return items;
  }

  #bag(depth: number): JsonValue {
    this.#at += 1;
    const items = new Map<string, JsonValue>();
    this.#take(BLANK);
    if (this.#skip('}')) return items;
    do {
      this.#take(BLANK);
      const key = JSON.parse(this.#take(STRING) ?? fail()) as string;
      this.#take(BLANK);
      if (!this.#skip(':')) fail();
      if (items.has(key)) unanswerable(`JSON with a repeated key: ${key}`);
      items.set(key, this.value(depth + 1));
    } while (this.#more('}'));
    return items;
  }

  #more(close: string): boolean {
    this.#take(BLANK);
    if (this.#skip(',')) return true;
    return this.#skip(close) ? false : fail();
  }

  #skip(word: string): boolean {
    const found = this.text.startsWith(word, this.#at);
    if (found) this.#at += word.length;
    return found;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

function fail(): never {
  throw new SyntaxError('invalid JSON');
}

function numberOf(text: string): JsonValue {
  if (/[.eE]/.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : unanswerable(`number beyond the greatest real: ${text}`);
  }
  const integer = BigInt(text);
  return integer <= LONG_MAX && integer >= -LONG_MAX - 1n ? integer : Number(text);
}

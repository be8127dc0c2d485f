import { unanswerable } from './unanswerable';

/** How `parse-kv` tells keys from values where no regular expression does. */
export interface KeyValueForm {
  /** Both absent: every sign that is neither letter nor digit parts. */
  readonly pair: string | undefined;
  readonly kv: string | undefined;
  /** Openings and closings of quoted text. */
  readonly quotes: readonly (readonly [open: string, close: string])[];
  readonly escapes: readonly string[];
  /** Whether an unquoted value goes on to the next key. */
  readonly greedy: boolean;
}

/**
 * The first value of each key in a text, or nothing where the key is not there. White space around keys and values does
 * not count. Throws where the rules of `parse-kv` do not say how to read the text.
 */
export function keyValues(
  text: string,
  keys: readonly string[],
  form: KeyValueForm,
): readonly (string | undefined)[] {
  const found = new Map<string, string>();
  const reader = new Reader(text, keys, form);
  for (let pair = reader.next(); pair; pair = reader.next()) {
    if (!found.has(pair[0])) found.set(pair[0], pair[1]);
  }
  return keys.map((key) => found.get(key));
}

class Reader {
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly keys: readonly string[],
    private readonly form: KeyValueForm,
  ) {}

  /** The next key with its value. */
  next(): readonly [string, string] | undefined {
    return this.form.pair === undefined ? this.#terms() : this.#delimited();
  }

  #delimited(): readonly [string, string] | undefined {
    const { pair = '', kv = '' } = this.form;
    for (this.#blank(); this.#at < this.text.length; this.#blank()) {
      if (this.#skip(pair)) continue;
      const quoted = this.#quoted();
      const key = quoted ?? this.#until([kv, pair]);
      this.#blank();
      if (!this.#skip(kv)) {
        if (quoted === undefined && this.text.startsWith(pair, this.#at)) this.#skip(pair);
        continue;
      }
      this.#blank();
      return [key.trim(), this.#value()];
    }
    return undefined;
  }

  #value(): string {
    const { pair = '', greedy } = this.form;
    const quoted = this.#quoted();
    if (quoted !== undefined) {
      const after = this.#at;
      this.#blank();
      const parted = this.#at > after && pair.trim() === '';
      if (!parted && this.#at < this.text.length && !this.text.startsWith(pair, this.#at))
        unanswerable('ambiguous parse-kv text: signs behind a quoted value');
      return quoted;
    }
    return (greedy ? this.#untilKey() : this.#until([pair])).trim();
  }

  /** Up to the next key of the list; unclear where another word stands before the delimiter of keys. */
  #untilKey(): string {
    const { pair = '', kv = '' } = this.form;
    const start = this.#at;
    for (let at = this.text.indexOf(pair, start); at >= 0; at = this.text.indexOf(pair, at + 1)) {
      const rest = this.text.slice(at + pair.length).trimStart();
      const until = Math.min(...[kv, pair].map((part) => rest.indexOf(part)).filter((place) => place >= 0));
      const word = Number.isFinite(until) ? rest.slice(0, until).trimEnd() : '';
      if (word === '' || !rest.slice(until).trimStart().startsWith(kv)) continue;
      if (!this.keys.includes(word)) unanswerable(`ambiguous parse-kv text: ${word} is no key of the list`);
      this.#at = at;
      return this.text.slice(start, at);
    }
    this.#at = this.text.length;
    return this.text.slice(start);
  }

  #terms(): readonly [string, string] | undefined {
    for (let key = this.#term(); key !== undefined; key = this.#term()) {
      if (!this.keys.includes(key)) continue;
      const value = this.#term();
      return value === undefined ? undefined : [key, value];
    }
    return undefined;
  }

  /** The next quoted text or run of letters and digits. */
  #term(): string | undefined {
    for (; this.#at < this.text.length; this.#at++) {
      const quoted = this.#quoted();
      if (quoted !== undefined) return quoted;
      const run = /^[\p{L}\p{N}]+/u.exec(this.text.slice(this.#at))?.[0];
      if (run === undefined) continue;
      this.#at += run.length;
      return run;
    }
    return undefined;
  }

  #quoted(): string | undefined {
    const quote = this.form.quotes.find(([open]) => this.text.startsWith(open, this.#at));
    if (!quote) return undefined;
    const { escapes } = this.form;
    const special = [...quote, ...escapes];
    let read = '';
    for (let at = this.#at + quote[0].length; at < this.text.length; at++) {
      const sign = this.text[at] ?? '';
      const next = this.text[at + 1] ?? '';
      if (escapes.includes(sign) && special.includes(next)) {
        read += next;
        at += 1;
      } else if (this.text.startsWith(quote[1], at)) {
        this.#at = at + quote[1].length;
        return read;
      } else read += sign;
    }
    unanswerable('ambiguous parse-kv text: a quote is not closed');
  }

  #until(ends: readonly string[]): string {
    const places = ends.map((end) => this.text.indexOf(end, this.#at)).filter((place) => place >= 0);
    const start = this.#at;
    this.#at = Math.min(this.text.length, ...places);
    return this.text.slice(start, this.#at);
  }

  #skip(part: string): boolean {
    const there = this.text.startsWith(part, this.#at);
    if (there) this.#at += part.length;
    return there;
  }

  #blank(): void {
    while (/\s/.test(this.text[this.#at] ?? '')) this.#at += 1;
  }
}

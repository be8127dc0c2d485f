import type { Token } from './token';

/** Walks along tokens. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The next token, if any. */
  get next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  /** Where the reader stands; give it to {@link back} to return. */
  get place(): number {
    return this.#at;
  }

  /** Returns to a place. */
  back(place: number): void {
    this.#at = place;
  }

  /** Takes the next token. */
  take(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  /** Whether the next token is this word or mark. */
  sees(value: string): boolean {
    const { next } = this;
    return next !== undefined && next.kind !== 'string' && next.value === value;
  }

  /** Takes the next token if it is this word or mark, and says whether it was. */
  accept(value: string): boolean {
    const seen = this.sees(value);
    if (seen) this.#at++;
    return seen;
  }
}

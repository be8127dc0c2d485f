/** A stretch of a text, its end beyond the last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const MOST_LABELS = 126;
const LONGEST = 63;
const SHORTEST_TAIL = 2;

/**
 * Where names of the original's pattern
 * `((?=[a-z0-9-]{1,63}\[?\.\]?)[a-z0-9]+(-[a-z0-9]+)*\[?\.\]?){1,126}[a-z]{2,63}` end, in linear time where the pattern itself
 * takes quadratic.
 */
export class DnsNames {
  /** For each place the character that ends the label from there, a dot or its bracket; 0 where none does. */
  readonly #labelEnd: Int32Array;
  /** For each place the last start of a label or tail, along the labels from there, that letters follow; -1 for none. */
  readonly #lastGood: Int32Array;
  /** How many labels away that is. */
  readonly #steps: Int32Array;
  readonly #letters: Int32Array;

  constructor(private readonly text: string) {
    const size = text.length + 2;
    this.#labelEnd = new Int32Array(size);
    this.#lastGood = new Int32Array(size).fill(-1);
    this.#steps = new Int32Array(size);
    this.#letters = new Int32Array(size);
    for (let at = text.length - 1; at >= 0; at -= 1) {
      const code = text.charCodeAt(at);
      this.#letters[at] = isLetter(code) ? this.lettersAt(at + 1) + 1 : 0;
      if (isAlphanumeric(code)) this.#labelEnd[at] = this.endOfLabel(at);
      this.followChain(at);
    }
  }

  /** The names of the text, one after the other. */
  spans(): readonly Span[] {
    const spans: Span[] = [];
    for (let start = 0; start < this.text.length; start += 1) {
      const end = this.endFrom(start);
      if (end < 0) continue;
      spans.push({ start, end });
      start = end - 1;
    }
    return spans;
  }

  /** Where a name that starts at a place ends; -1 where none starts. */
  endFrom(start: number): number {
    let at = this.next(start);
    if (at < 0 || (this.#lastGood[at] as number) < 0) return -1;
    if ((this.#steps[at] as number) < MOST_LABELS) return this.tailEnd(this.#lastGood[at] as number);
    let best = -1;
    for (let label = 1; label <= MOST_LABELS && at >= 0; label += 1) {
      if (this.lettersAt(at) >= SHORTEST_TAIL) best = at;
      at = this.next(at);
    }
    return best < 0 ? -1 : this.tailEnd(best);
  }

  private endOfLabel(at: number): number {
    const [one, two] = [this.text.charCodeAt(at + 1), this.text.charCodeAt(at + 2)];
    if (isAlphanumeric(one)) return this.#labelEnd[at + 1] as number;
    if (one === 0x2d && isAlphanumeric(two)) return this.#labelEnd[at + 2] as number;
    return one === 0x2e || (one === 0x5b && two === 0x2e) ? at + 1 : 0;
  }

  private followChain(at: number): void {
    const next = this.next(at);
    const further = next < 0 ? -1 : (this.#lastGood[next] as number);
    if (further >= 0) {
      this.#lastGood[at] = further;
      this.#steps[at] = (this.#steps[next] as number) + 1;
    } else if (this.lettersAt(at) >= SHORTEST_TAIL) this.#lastGood[at] = at;
  }

  /** The place behind a label and its dot; -1 where no label of fitting length starts. */
  private next(at: number): number {
    const end = this.#labelEnd[at] ?? 0;
    if (end === 0 || end - at > LONGEST) return -1;
    const dot = this.text.charCodeAt(end) === 0x5b ? end + 1 : end;
    return this.text.charCodeAt(dot + 1) === 0x5d ? dot + 2 : dot + 1;
  }

  private lettersAt(at: number): number {
    return this.#letters[at] ?? 0;
  }

  private tailEnd(at: number): number {
    return at + Math.min(LONGEST, this.lettersAt(at));
  }
}

const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
const isAlphanumeric = (code: number): boolean => isLetter(code) || (code >= 0x30 && code <= 0x39);

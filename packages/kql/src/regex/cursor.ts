import { invalid } from './regex-problem';

/** A place in the text of a regular expression. */
export class Cursor {
  #at = 0;

  constructor(readonly text: string) {}

  /** Whether nothing is left. */
  get atEnd(): boolean {
    return this.#at >= this.text.length;
  }

  /** The sign here, or nothing at the end. */
  peek(): string {
    const point = this.text.codePointAt(this.#at);
    return point === undefined ? '' : String.fromCodePoint(point);
  }

  /** The sign here, which is then behind. */
  next(): string {
    const sign = this.peek();
    if (sign === '') invalid('an end where more must follow');
    this.#at += sign.length;
    return sign;
  }

  /** Passes a text if it is here. */
  take(text: string): boolean {
    const here = this.text.startsWith(text, this.#at);
    if (here) this.#at += text.length;
    return here;
  }

  /** Whether a text is here. */
  sees(text: string): boolean {
    return this.text.startsWith(text, this.#at);
  }

  /** Whether a sticky pattern matches here; nothing is passed. */
  looksLike(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.text);
  }

  /** Passes what a sticky pattern matches here. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }

  /** Passes white space and remarks, which the flag `x` allows. */
  skipRemarks(): boolean {
    return this.match(/(?:\s|#[^\n]*(?:\n|$))+/y) !== null;
  }
}

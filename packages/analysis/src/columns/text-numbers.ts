/** Gives texts numbers, 0 for the empty one. */
export class TextNumbers {
  /** The texts by number. */
  readonly texts: string[] = [''];
  readonly #numbers = new Map<string, number>([['', 0]]);

  /** The number of a text. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

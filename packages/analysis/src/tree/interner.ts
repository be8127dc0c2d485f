/** Gives equal texts, and equal pairs of numbers, equal small numbers. */
export class Interner {
  private readonly texts = new Map<string, number>();
  private readonly pairs = new Map<number, number>();

  /** The number of a text; 0 for the empty one. */
  text(value: string): number {
    if (value === '') return 0;
    const known = this.texts.get(value);
    if (known !== undefined) return known;
    this.texts.set(value, this.texts.size + 1);
    return this.texts.size;
  }

  /** The number of a pair of numbers below 2^26. */
  pair(first: number, second: number): number {
    const key = first * 2 ** 26 + second;
    const known = this.pairs.get(key);
    if (known !== undefined) return known;
    this.pairs.set(key, this.pairs.size);
    return this.pairs.size - 1;
  }
}

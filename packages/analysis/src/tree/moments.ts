/** The moments of rows in 64 bits, read as pairs of words, for BigInt is slow. */
export class Moments {
  /** The low and the high word of each row. */
  readonly words: Int32Array;

  constructor(ticks: BigInt64Array) {
    this.words = new Int32Array(ticks.buffer, ticks.byteOffset, ticks.length * 2);
  }

  /** Whether two rows are of one moment. */
  same(a: number, b: number): boolean {
    return this.words[2 * a] === this.words[2 * b] && this.words[2 * a + 1] === this.words[2 * b + 1];
  }

  /** Whether a row is later than another. */
  isLater(a: number, b: number): boolean {
    const [high, other] = [this.words[2 * a + 1] as number, this.words[2 * b + 1] as number];
    if (high !== other) return high > other;
    return (this.words[2 * a] as number) >>> 0 > (this.words[2 * b] as number) >>> 0;
  }
}

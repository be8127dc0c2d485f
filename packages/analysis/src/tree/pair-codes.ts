const FIRST_SIZE = 1024;

/**
 * Gives equal pairs of whole numbers from 0 to 2^32 equal numbers, counted from 0 in the order of appearance. A hash table on flat
 * arrays; where a pair lies is chosen anew each time, so that no log can be made to have all of them in one place.
 */
export class PairCodes {
  readonly #seed = Math.trunc(Math.random() * 2 ** 32);
  #firsts = new Uint32Array(FIRST_SIZE);
  #seconds = new Uint32Array(FIRST_SIZE);
  /** The number of the pair in each place, from 1; 0 where none is. */
  #codes = new Uint32Array(FIRST_SIZE);
  #count = 0;

  /** How many different pairs there are. */
  get count(): number {
    return this.#count;
  }

  /** The number of a pair. */
  code(first: number, second: number): number {
    const place = this.#placeOf(first, second);
    const known = this.#codes[place] as number;
    if (known > 0) return known - 1;
    this.#firsts[place] = first;
    this.#seconds[place] = second;
    this.#count += 1;
    this.#codes[place] = this.#count;
    if (this.#count * 2 > this.#codes.length) this.#grow();
    return this.#count - 1;
  }

  /** The number of a pair that has one; else -1. */
  find(first: number, second: number): number {
    return (this.#codes[this.#placeOf(first, second)] as number) - 1;
  }

  #placeOf(first: number, second: number): number {
    const mask = this.#codes.length - 1;
    let hash = Math.imul(first ^ this.#seed, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    let place = (hash ^ (hash >>> 13)) & mask;
    while (this.#codes[place] !== 0 && (this.#firsts[place] !== first || this.#seconds[place] !== second))
      place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [firsts, seconds, codes] = [this.#firsts, this.#seconds, this.#codes];
    this.#firsts = new Uint32Array(codes.length * 2);
    this.#seconds = new Uint32Array(codes.length * 2);
    this.#codes = new Uint32Array(codes.length * 2);
    codes.forEach((code, from) => {
      if (code === 0) return;
      const [first, second] = [firsts[from] as number, seconds[from] as number];
      const place = this.#placeOf(first, second);
      this.#firsts[place] = first;
      this.#seconds[place] = second;
      this.#codes[place] = code;
    });
  }
}

const LEAST_PLACES = 1024;
/** Words a place: the two numbers, and the number of the pair from 1, 0 where none is. */
const WIDTH = 4;
const CODE = 2;

/**
 * Gives equal pairs of whole numbers from 0 to 2^32 equal numbers, counted from 0 in the order of appearance. A hash table in one flat
 * array; where a pair lies is chosen anew each time, so that no log can be made to have all of them in one place.
 */
export class PairCodes {
  readonly #seed = Math.trunc(Math.random() * 2 ** 32);
  #places = LEAST_PLACES;
  #words: Uint32Array;
  #count = 0;

  /** @param expected about how many different pairs there will be. */
  constructor(expected: number) {
    while (this.#places < expected * 2) this.#places *= 2;
    this.#words = new Uint32Array(this.#places * WIDTH);
  }

  /** How many different pairs there are. */
  get count(): number {
    return this.#count;
  }

  /** The number of a pair. */
  code(first: number, second: number): number {
    const at = this.#placeOf(first, second);
    const known = this.#words[at + CODE] as number;
    if (known > 0) return known - 1;
    this.#words[at] = first;
    this.#words[at + 1] = second;
    this.#count += 1;
    this.#words[at + CODE] = this.#count;
    if (this.#count * 2 > this.#places) this.#grow();
    return this.#count - 1;
  }

  /** The number of a pair that has one; else -1. */
  find(first: number, second: number): number {
    return (this.#words[this.#placeOf(first, second) + CODE] as number) - 1;
  }

  /** Where a pair lies, or may be laid. */
  #placeOf(first: number, second: number): number {
    const words = this.#words;
    const mask = this.#places - 1;
    let hash = Math.imul(first ^ this.#seed, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    let place = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const at = place * WIDTH;
      if (words[at + CODE] === 0 || (words[at] === first && words[at + 1] === second)) return at;
      place = (place + 1) & mask;
    }
  }

  #grow(): void {
    const old = this.#words;
    this.#places *= 2;
    this.#words = new Uint32Array(this.#places * WIDTH);
    for (let from = 0; from < old.length; from += WIDTH)
      if (old[from + CODE] !== 0)
        this.#words.set(
          old.subarray(from, from + WIDTH),
          this.#placeOf(old[from] as number, old[from + 1] as number),
        );
  }
}

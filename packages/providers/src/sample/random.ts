const GAMMA = 0x9e3779b9;

const absorb = (state: number, text: string): number => {
  let hash = state;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
};

/**
 * A stream of pseudo-random numbers that its keys decide alone: sfc32 of Chris Doty-Humphrey (PractRand 0.94), seeded by
 * the FNV-1a hash of the keys and twelve discarded steps. Whole 32-bit arithmetic and exact divisions only, so every
 * Node version gives the same stream.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** @param keys what the stream belongs to, such as a seed, a table and a day. */
  constructor(...keys: readonly (string | number)[]) {
    const hash = absorb(0x811c9dc5, keys.join('\n'));
    this.#a = hash;
    this.#b = (hash ^ GAMMA) >>> 0;
    this.#c = absorb(hash, 'sfc32');
    for (let step = 0; step < 12; step += 1) this.next();
  }

  /** The next whole number in 0 .. 2^32 - 1. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) >>> 0;
    this.#counter = (this.#counter + 1) >>> 0;
    this.#a = (this.#b ^ (this.#b >>> 9)) >>> 0;
    this.#b = (this.#c + (this.#c << 3)) >>> 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) >>> 0;
    return sum;
  }

  /** A whole number in 0 .. below - 1; `below` up to 2^32. */
  below(below: number): number {
    return Math.floor((this.next() * below) / 4294967296);
  }

  /** A whole number in from .. to - 1, also for spans beyond 2^32. */
  between(from: number, to: number): number {
    const fraction = ((this.next() >>> 5) * 67108864 + (this.next() >>> 6)) / 9007199254740992;
    return from + Math.floor(fraction * (to - from));
  }

  /** True `times` in a hundred. */
  percent(times: number): boolean {
    return this.below(100) < times;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** One of a list, each as likely as its weight; whole weights, at least one above zero. */
  weighted<T extends { readonly weight: number }>(list: readonly T[]): T {
    let left = this.below(list.reduce((sum, one) => sum + one.weight, 0));
    for (const one of list) {
      left -= one.weight;
      if (left < 0) return one;
    }
    return list[0] as T;
  }

  /** `digits` hexadecimal digits, lower case. */
  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += this.next().toString(16).padStart(8, '0');
    return text.slice(0, digits);
  }

  /** A version 4 GUID, lower case with dashes. */
  guid(): string {
    const text = this.hex(32);
    const variant = '89ab'[this.below(4)];
    return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-${variant}${text.slice(17, 20)}-${text.slice(20)}`;
  }
}

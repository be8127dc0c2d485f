import type { DecodeSettings } from './decode-options';

/** Which limit stopped the decoding of an item. */
export type DecodeLimit = 'depth' | 'bytes' | 'totalBytes' | 'ratio' | 'items';

/** How many bytes may come out of something packed, and the limit that sets the number. */
export interface Room {
  readonly bytes: number;
  readonly limit: DecodeLimit;
}

const SMALL = 64 * 1024;
/** How much a stream that turns out damaged costs, in times its packed size. */
const DAMAGE = 16;

/** What is left of `maxTotalBytes` of a call. */
export interface Purse {
  left: number;
}

/** What one text may still cost: bytes, items and guesses. Failed attempts cost as well, so that work stays bounded. */
export class Budget {
  readonly settings: DecodeSettings;
  readonly #purse: Purse;
  #bytes: number;
  #items: number;
  #guesses: number;

  constructor(settings: DecodeSettings, purse: Purse) {
    this.settings = settings;
    this.#purse = purse;
    this.#bytes = settings.maxBytes;
    this.#items = settings.maxItems;
    this.#guesses = settings.maxItems;
  }

  /** What may come out of so many packed bytes. */
  room(packed: number): Room {
    const ratio = Math.max(SMALL, packed * this.settings.maxRatio);
    if (this.#purse.left < Math.min(this.#bytes, ratio))
      return { bytes: this.#purse.left, limit: 'totalBytes' };
    return this.#bytes < ratio ? { bytes: this.#bytes, limit: 'bytes' } : { bytes: ratio, limit: 'ratio' };
  }

  /** Takes unpacked bytes off. */
  spend(bytes: number): void {
    this.#bytes = Math.max(0, this.#bytes - bytes);
    this.#purse.left = Math.max(0, this.#purse.left - bytes);
  }

  /** Takes the work on a damaged stream off. */
  spendOnDamage(packed: number, room: number): void {
    this.spend(Math.min(room, packed * DAMAGE));
  }

  /** Takes one item off; false where none was left. */
  takeItem(): boolean {
    this.#items -= 1;
    return this.#items >= 0;
  }

  /** Whether no item is left. */
  get exhausted(): boolean {
    return this.#items <= 0;
  }

  /** Takes one attempt at content without a signature off; false where none was left. */
  takeGuess(): boolean {
    this.#guesses -= 1;
    return this.#guesses >= 0;
  }
}

import type { StoredFunction } from './stored-function';

const WORD = /[\p{L}_][\p{L}\p{N}_]*/gu;

/**
 * The stored functions that queries may call. A function is read on first use and remembered; what its reader throws is
 * thrown by every use, and by nothing else.
 */
export class StoredFunctions {
  /** All names, in the order given. */
  readonly names: readonly string[];
  /** Those that are no words, and stand in queries as `['…']`. */
  readonly quoted: readonly string[];
  readonly #read: (name: string) => StoredFunction;
  readonly #known: ReadonlySet<string>;
  readonly #functions = new Map<string, StoredFunction>();
  readonly #mentions = new Map<string, ReadonlySet<string>>();
  readonly #symbols = new Map<string, unknown>();

  /**
   * @param names what the functions are called, case-sensitively.
   * @param read gives a function by one of these names.
   */
  constructor(names: Iterable<string>, read: (name: string) => StoredFunction) {
    this.#known = new Set(names);
    this.names = [...this.#known];
    this.quoted = this.names.filter((name) => !/^\w+$/.test(name));
    this.#read = read;
  }

  /** Whether there is a function of this name, readable or not. */
  has(name: string): boolean {
    return this.#known.has(name);
  }

  /** The function of a name; nothing where there is none. */
  find(name: string): StoredFunction | undefined {
    if (!this.#known.has(name)) return undefined;
    const found = this.#functions.get(name) ?? this.#read(name);
    this.#functions.set(name, found);
    return found;
  }

  /** The same functions with one in another wording. */
  withBody(changed: StoredFunction): StoredFunctions {
    return new StoredFunctions(this.names, (name) => {
      const found = name === changed.name ? changed : this.find(name);
      if (!found) throw new TypeError(`no stored function: ${name}`);
      return found;
    });
  }

  /** The words of a function's body, which hold all names that it uses. */
  wordsOf(name: string): ReadonlySet<string> {
    const words = this.#mentions.get(name) ?? wordsIn(this.find(name)?.body ?? '');
    this.#mentions.set(name, words);
    return words;
  }

  /** What a reader of the language makes of a function, made once; the same object marks every use of the function. */
  symbolOf(name: string, make: (found: StoredFunction) => unknown): unknown {
    const found = this.find(name);
    if (!found) return undefined;
    const symbol = this.#symbols.get(name) ?? make(found);
    this.#symbols.set(name, symbol);
    return symbol;
  }

  /** The function that a symbol stands for; nothing where it is none of these. */
  ofSymbol(symbol: unknown, name: string): StoredFunction | undefined {
    return symbol !== undefined && this.#symbols.get(name) === symbol ? this.find(name) : undefined;
  }
}

/** The words of a KQL text that can be names. */
export const wordsIn = (text: string): ReadonlySet<string> => new Set(text.match(WORD));

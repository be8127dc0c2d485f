/**
 * What the parser made of the tables of one schema, so that each is made once however many queries name it. A schema that
 * has one must not change: the same name stands for the same columns.
 */
export class TableSymbols {
  readonly #symbols = new Map<string, unknown>();
  readonly #beside = new WeakMap<object, unknown>();

  /** The symbol of a table, made on first use. */
  of(name: string, make: () => unknown): unknown {
    const known = this.#symbols.get(name);
    if (known !== undefined) return known;
    const made = make();
    this.#symbols.set(name, made);
    return made;
  }

  /** What is known of a thing among these tables, made on first use and kept as long as the thing. */
  beside<T>(thing: object, make: () => T): T {
    if (!this.#beside.has(thing)) this.#beside.set(thing, make());
    return this.#beside.get(thing) as T;
  }
}

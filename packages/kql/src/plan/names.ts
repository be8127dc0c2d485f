/** Gives columns identifiers that DuckDB, which folds case, keeps apart; one per query. */
export class Names {
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();
  #count = 0;

  /** The identifier of a KQL column name: the name itself unless it collides; always the same for the same name. */
  of(name: string): string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const plain = name.replaceAll('\0', '~0');
    let id = plain === '' || plain.startsWith('~') ? `~n${plain}` : plain;
    for (let copy = 2; this.#taken.has(id.toLowerCase()); copy++) id = `${plain}~${copy}`;
    this.#taken.add(id.toLowerCase());
    this.#ids.set(name, id);
    return id;
  }

  /** An identifier that no column has. */
  fresh(hint: string): string {
    this.#count += 1;
    return `~${hint}${this.#count}`;
  }
}

/** Values by key, made on first use; holds at most `limit`, and forgets first what was asked for longest ago. */
export class Remembered<V> {
  private readonly values = new Map<string, V>();

  /** @param limit the most values to hold. */
  constructor(private readonly limit: number) {}

  /** The value of a key; what `make` throws is not remembered. */
  get(key: string, make: () => V): V {
    const value = this.values.has(key) ? (this.values.get(key) as V) : make();
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > this.limit) this.values.delete(this.values.keys().next().value as string);
    return value;
  }
}

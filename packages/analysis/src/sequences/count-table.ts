/** How often pairs occurred: counts by a first and a second key. */
export class CountTable {
  private readonly rows = new Map<string, Map<string, number>>();

  /** Counts one pair. */
  add(first: string, second: string): void {
    const row = this.rows.get(first) ?? new Map<string, number>();
    this.rows.set(first, row);
    row.set(second, (row.get(second) ?? 0) + 1);
  }

  /** The counts behind a first key. */
  row(first: string): ReadonlyMap<string, number> {
    return this.rows.get(first) ?? new Map<string, number>();
  }

  /** All counts by first key. */
  get entries(): readonly (readonly [string, ReadonlyMap<string, number>])[] {
    return [...this.rows];
  }
}

/** Adds one to the count of a key. */
export const countUp = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** The sum of some counts. */
export const total = (counts: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
};

/** What was seen so far, in ticks and counts; told in the order of time. O(1) a step. */
export class Sightings {
  private rows = 0;
  private start: bigint | undefined;
  private readonly entities = new Set<number>();
  private readonly values = new Map<number, Seen>();
  private readonly pairs = new Map<number, Seen>();

  /** @param entityCount above every number of an entity. */
  constructor(private readonly entityCount: number) {}

  /** A value on an entity at a moment that is not before those told so far. */
  add(value: number, entity: number, tick: bigint): void {
    this.rows += 1;
    this.start ??= tick;
    this.entities.add(entity);
    const pair = value * this.entityCount + entity;
    const isNew = !this.pairs.has(pair);
    const seen = count(this.values, value, tick);
    if (isNew) seen.entities += 1;
    count(this.pairs, pair, tick);
  }

  /** What is known of a value on an entity, as it is now. */
  of(value: number, entity: number): Sighting {
    const anywhere = this.values.get(value) ?? NEVER;
    const here = this.pairs.get(value * this.entityCount + entity) ?? NEVER;
    return {
      anywhere: { ...anywhere },
      here: { ...here },
      shareOfEntities: this.rows === 0 ? null : anywhere.entities / this.entities.size,
      shareOfRows: this.rows === 0 ? null : anywhere.count / this.rows,
      start: this.start,
    };
  }
}

/** How often and since when something was seen. */
export interface Seen {
  count: number;
  readonly first: bigint | undefined;
  /** On how many entities. */
  entities: number;
}

/** What is known of a value at one moment. */
export interface Sighting {
  readonly anywhere: Readonly<Seen>;
  readonly here: Readonly<Seen>;
  /** Of all entities seen so far; null where nothing was seen at all. */
  readonly shareOfEntities: number | null;
  readonly shareOfRows: number | null;
  /** The first moment of all that was seen. */
  readonly start: bigint | undefined;
}

const NEVER: Readonly<Seen> = Object.freeze({ count: 0, first: undefined, entities: 0 });

function count(known: Map<number, Seen>, key: number, tick: bigint): Seen {
  const seen = known.get(key) ?? { count: 0, first: tick, entities: 0 };
  known.set(key, seen);
  seen.count += 1;
  return seen;
}

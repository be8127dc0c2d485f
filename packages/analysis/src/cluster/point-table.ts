/** A name of its own: a sandbox, such as that of a test runner, looks up globals slowly. */
const { imul } = Math;

/** Numbers points in the order in which they are first told: a hash table of tuples of numbers. O(1) a step. */
export class PointTable {
  /** How many different points it holds. */
  size = 0;
  /** The points in order, one after the other. */
  readonly tuples: Float64Array;
  private readonly slots: Int32Array;
  private readonly tuple: Float64Array;
  private readonly words: Uint32Array;

  /** @param dimensions how many numbers a point has. @param capacity how many points there will be at most. */
  constructor(
    private readonly dimensions: number,
    capacity: number,
  ) {
    this.tuples = new Float64Array(capacity * dimensions);
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * capacity + 2))).fill(-1);
    this.tuple = new Float64Array(dimensions);
    this.words = new Uint32Array(this.tuple.buffer);
  }

  /** The number of the point that stands in `values` from `at`; a new one gets the next number. */
  add(values: Float64Array, at: number): number {
    const slot = this.slotOf(values, at);
    const known = this.slots[slot] as number;
    if (known >= 0) return known;
    this.tuples.set(this.tuple, this.size * this.dimensions);
    this.slots[slot] = this.size;
    this.size += 1;
    return this.size - 1;
  }

  /** The number of a point, -1 where it was not told. */
  find(values: Float64Array, at = 0): number {
    return this.slots[this.slotOf(values, at)] as number;
  }

  /** Where a point is or would be. */
  private slotOf(values: Float64Array, at: number): number {
    const { dimensions, tuple, slots } = this;
    for (let axis = 0; axis < dimensions; axis += 1) tuple[axis] = (values[at + axis] as number) + 0;
    const mask = slots.length - 1;
    for (let slot = this.hash() & mask; ; slot = (slot + 1) & mask) {
      const known = slots[slot] as number;
      if (known < 0 || this.isAt(known)) return slot;
    }
  }

  /** Whether the tuple in hand is the point of a number. */
  private isAt(point: number): boolean {
    const { dimensions, tuple, tuples } = this;
    const start = point * dimensions;
    for (let axis = 0; axis < dimensions; axis += 1) if (tuples[start + axis] !== tuple[axis]) return false;
    return true;
  }

  /** The words of the tuple in hand, mixed as MurmurHash3 mixes them. */
  private hash(): number {
    const { words } = this;
    let mixed = 0;
    for (let at = 0; at < words.length; at += 1) {
      let one = imul(words[at] as number, 0xcc9e2d51);
      one = (one << 15) | (one >>> 17);
      mixed ^= imul(one, 0x1b873593);
      mixed = (mixed << 13) | (mixed >>> 19);
      mixed = (imul(mixed, 5) + 0xe6546b64) | 0;
    }
    mixed = imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  }
}

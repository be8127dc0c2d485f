/** Sets of numbers that only ever grow together (union-find with path halving; nearly O(1) a step). */
export class DisjointSets {
  private readonly parents: Uint32Array;

  /** @param count how many numbers there are, each alone at first. */
  constructor(count: number) {
    this.parents = Uint32Array.from({ length: count }, (_, index) => index);
  }

  /** The number that stands for the set of another. */
  find(item: number): number {
    const { parents } = this;
    let at = item;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] as number] as number;
      at = parents[at] as number;
    }
    return at;
  }

  /** Makes two sets one. */
  join(a: number, b: number): void {
    const [one, other] = [this.find(a), this.find(b)];
    this.parents[Math.max(one, other)] = Math.min(one, other);
  }
}

/** A binary heap of moments with a value each, the oldest on top. */
export class TickHeap {
  private readonly ticks: bigint[] = [];
  private readonly values: string[] = [];

  get size(): number {
    return this.ticks.length;
  }

  /** The oldest moment; only where there is one. */
  get oldest(): bigint {
    return this.ticks[0] as bigint;
  }

  push(tick: bigint, value: string): void {
    let at = this.ticks.length;
    this.ticks.push(tick);
    this.values.push(value);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.ticks[parent] as bigint) <= tick) break;
      this.swap(at, parent);
      at = parent;
    }
  }

  /** Takes the oldest off and gives its value. */
  pop(): string {
    const top = this.values[0] as string;
    const last = this.ticks.length - 1;
    this.swap(0, last);
    this.ticks.pop();
    this.values.pop();
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < last && (this.ticks[left] as bigint) < (this.ticks[least] as bigint)) least = left;
      if (right < last && (this.ticks[right] as bigint) < (this.ticks[least] as bigint)) least = right;
      if (least === at) return top;
      this.swap(at, least);
      at = least;
    }
  }

  private swap(a: number, b: number): void {
    [this.ticks[a], this.ticks[b]] = [this.ticks[b] as bigint, this.ticks[a] as bigint];
    [this.values[a], this.values[b]] = [this.values[b] as string, this.values[a] as string];
  }
}

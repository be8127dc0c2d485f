/**
 * The keys with the greatest sums, as Kusto's `top-hitters` gathers them: a binary heap of `most` keys with the least
 * sum on top; a key that is not in it takes the place of the top once its sum is greater. `rows` are `key:weight` joined
 * by commas, in order; the answer has the same form, in the order of the heap.
 */
export function heaviest(rows: string, most: bigint, real: boolean): string {
  const sums = new Map<string, bigint | number>();
  const heap: string[] = [];
  const sum = (key: string | undefined): bigint | number => sums.get(key ?? '') ?? 0;
  for (const row of rows === '' ? [] : rows.split(',')) {
    const at = row.indexOf(':');
    const [key, weight] = [row.slice(0, at), row.slice(at + 1)];
    const before = sums.get(key);
    if (real) sums.set(key, Number(before ?? 0) + Number(weight));
    else sums.set(key, BigInt.asIntN(64, BigInt(before ?? 0) + BigInt(weight)));
    const place = heap.indexOf(key);
    if (place >= 0) sink(heap, rise(heap, place, sum), sum);
    else if (BigInt(heap.length) < most) rise(heap, heap.push(key) - 1, sum);
    else if (heap.length > 0 && sum(key) > sum(heap[0])) {
      heap[0] = key;
      sink(heap, 0, sum);
    }
  }
  return heap.map((key) => `${key}:${String(sums.get(key))}`).join(',');
}

type Sum = (key: string | undefined) => bigint | number;

function rise(heap: string[], from: number, sum: Sum): number {
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (sum(heap[at]) >= sum(heap[parent])) break;
    swap(heap, at, parent);
    at = parent;
  }
  return at;
}

function sink(heap: string[], from: number, sum: Sum): void {
  let at = from;
  for (;;) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    let least = at;
    if (left < heap.length && sum(heap[left]) < sum(heap[least])) least = left;
    if (right < heap.length && sum(heap[right]) < sum(heap[least])) least = right;
    if (least === at) return;
    swap(heap, at, least);
    at = least;
  }
}

function swap(heap: string[], a: number, b: number): void {
  const [x, y] = [heap[a] ?? '', heap[b] ?? ''];
  heap[a] = y;
  heap[b] = x;
}

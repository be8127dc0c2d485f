import type { JsonValue } from './json-value';
import { parseTimespan } from './timespan-text';

/**
 * The positions of an array's items in the order of `array_sort_asc` or `array_sort_desc`: numbers before strings;
 * equal items keep their order. Throws RangeError where Kusto's order is not known: items that are neither, several
 * kinds in descending order, and texts that could be timespans of another order.
 */
export function sortedOrder(
  list: readonly JsonValue[],
  descending: boolean,
  nullsLast: boolean,
): readonly number[] {
  const positions = [...list.keys()];
  const nulls = positions.filter((at) => list[at] === null);
  const values = positions.filter((at) => list[at] !== null);
  const kinds = new Set(values.map((at) => rank(list[at] ?? null)));
  if (kinds.size > 1 && descending)
    throw new RangeError('unsupported array_sort_desc: items of several types');
  const sorted = values.sort((a, b) => {
    const order = compared(list[a] ?? null, list[b] ?? null);
    return (descending ? -order : order) || a - b;
  });
  ambiguous(sorted.map((at) => list[at] ?? null));
  return nullsLast ? [...sorted, ...nulls] : [...nulls, ...sorted];
}

function rank(value: JsonValue): number {
  if (typeof value === 'bigint' || typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  throw new RangeError('unsupported array_sort: an item that is neither a number nor a string');
}

function compared(a: JsonValue, b: JsonValue): number {
  const kinds = rank(a) - rank(b);
  if (kinds !== 0) return kinds;
  if (Number.isNaN(a) || Number.isNaN(b)) throw new RangeError('unsupported array_sort: NaN among the items');
  return (a ?? 0) < (b ?? 0) ? -1 : (a ?? 0) > (b ?? 0) ? 1 : 0;
}

/** A dynamic value does not tell a timespan from its text; both orders must agree. */
function ambiguous(sorted: readonly JsonValue[]): void {
  const spans = sorted.map((item) =>
    typeof item === 'string' && /^-?(\d+\.)?\d\d:\d\d:\d\d/.test(item) ? parseTimespan(item) : null,
  );
  if (spans.length < 2 || spans.includes(null)) return;
  const rises = (list: readonly (bigint | null)[]): boolean =>
    list.every((item, at) => at === 0 || (list[at - 1] ?? 0n) <= (item ?? 0n));
  if (!rises(spans) && !rises([...spans].reverse()))
    throw new RangeError('unsupported array_sort: timespans and their texts have another order');
}

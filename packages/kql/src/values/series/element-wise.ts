import { isArray, type JsonValue } from '../json-value';
import { parseJson } from '../parse-json';
import { printJson } from '../print-json';
import { isReal, itemOf, readItems, type Item } from './read-series';

/** Applies a function of reals to every element; what is no number gives null. The answer is a series of reals. */
export const eachReal =
  (of: (x: number) => number) =>
  (text: string): string | null => {
    const items = readItems(text);
    return items ? printJson(items.map((item) => (item === null ? null : of(Number(item))))) : null;
  };

/** As {@link eachReal}, but a series of whole numbers stays one. */
export const eachNumber =
  (real: (x: number) => number, whole: (x: bigint) => bigint) =>
  (text: string): string | null => {
    const items = readItems(text);
    if (!items) return null;
    if (isReal(items)) return eachReal(real)(text);
    return printJson(items.map((item) => (typeof item === 'bigint' ? BigInt.asIntN(64, whole(item)) : null)));
  };

/** How two elements meet: `whole` for two series of whole numbers, `real` otherwise. */
export interface Meeting {
  readonly real: (x: number, y: number) => JsonValue;
  readonly whole?: (x: bigint, y: bigint) => JsonValue;
}

/**
 * Combines two series element by element; a scalar in place of one is repeated. What is no number, or lies past the end
 * of the shorter series, gives null.
 */
export const pairwise =
  ({ real, whole }: Meeting) =>
  (left: string, right: string): string | null => {
    const pair = aligned(left, right);
    if (!pair) return null;
    const asReal = !whole || isReal(pair.left) || isReal(pair.right);
    return printJson(
      pair.left.map((x, index) => {
        const y = pair.right[index] ?? null;
        if (x === null || y === null) return null;
        if (!asReal && typeof x === 'bigint' && typeof y === 'bigint') return whole(x, y);
        return real(Number(x), Number(y));
      }),
    );
  };

interface Pair {
  readonly left: readonly Item[];
  readonly right: readonly Item[];
}

function aligned(left: string, right: string): Pair | undefined {
  const [a, b] = [parseJson(left), parseJson(right)];
  if (!isArray(a) && !isArray(b)) return undefined;
  const length = Math.max(isArray(a) ? a.length : 0, isArray(b) ? b.length : 0);
  const spread = (value: JsonValue): readonly Item[] =>
    Array.from({ length }, (_, index) => itemOf(isArray(value) ? (value[index] ?? null) : value));
  return { left: spread(a), right: spread(b) };
}

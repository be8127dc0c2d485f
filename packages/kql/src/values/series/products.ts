import { isArray } from '../json-value';
import { parseJson } from '../parse-json';
import { itemOf, readReals } from './read-series';
import { undetermined } from './undetermined';

/** The pairs of numbers that two series share, up to the end of the shorter; pairs with anything else are ignored. */
function sharedPairs(left: string, right: string): readonly (readonly [number, number])[] | undefined {
  const [a, b] = [parseJson(left), parseJson(right)];
  if (!isArray(a) && !isArray(b)) return undefined;
  const length = Math.min(isArray(a) ? a.length : Infinity, isArray(b) ? b.length : Infinity);
  return Array.from({ length }, (_, index) => {
    const x = itemOf(isArray(a) ? (a[index] ?? null) : a);
    const y = itemOf(isArray(b) ? (b[index] ?? null) : b);
    return x === null || y === null ? [] : [[Number(x), Number(y)] as const];
  }).flat();
}

/** The sum of the products of two series; a number in place of one is repeated. Null where a series is empty. */
export function dotProduct(left: string, right: string): number | null {
  const pairs = sharedPairs(left, right);
  return pairs && pairs.length > 0 ? pairs.reduce((sum, [x, y]) => sum + x * y, 0) : null;
}

/** The cosine of the angle between two series; magnitudes that are given are not computed. */
export function cosineSimilarity(
  left: string,
  right: string,
  first?: number,
  second?: number,
): number | null {
  const pairs = sharedPairs(left, right);
  if (!pairs || pairs.length === 0) return null;
  if (pairs.length !== lengthOf(left) || pairs.length !== lengthOf(right))
    return undetermined('series_cosine_similarity of series of unlike lengths');
  const norm = (at: 0 | 1): number => Math.sqrt(pairs.reduce((sum, pair) => sum + pair[at] * pair[at], 0));
  const dot = pairs.reduce((sum, [x, y]) => sum + x * y, 0);
  return dot / ((first ?? norm(0)) * (second ?? norm(1)));
}

const lengthOf = (text: string): number => {
  const value = parseJson(text);
  return isArray(value) ? value.length : 0;
};

/** Pearson's correlation of two series; null where their lengths differ or an element is no number. */
export function pearsonCorrelation(left: string, right: string): number | null {
  const pairs = sharedPairs(left, right);
  if (!pairs || pairs.length !== lengthOf(left) || pairs.length !== lengthOf(right)) return null;
  const count = pairs.length;
  if (count === 0) return undetermined('series_pearson_correlation of empty series');
  const mean = (at: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[at], 0) / count;
  const [x, y] = [mean(0), mean(1)];
  const sum = (of: (a: number, b: number) => number): number =>
    pairs.reduce((total, [a, b]) => total + of(a - x, b - y), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_a, b) => b * b));
}

/** Folds the numbers of a series that is not empty. */
export const folded =
  (name: string, step: (total: number, x: number) => number, start: number) =>
  (text: string): number | null => {
    const items = readReals(text, name);
    if (!items) return null;
    return items.length > 0 ? items.reduce(step, start) : undetermined(`${name} of an empty series`);
  };

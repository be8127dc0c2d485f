import { isArray, type JsonValue } from '../json-value';
import { parseJson } from '../parse-json';
import { undetermined } from './undetermined';

/** An element of a series: whole numbers keep their 64 bits; null where it is missing or no number. */
export type Item = bigint | number | null;

const WORDS: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

/** A dynamic value as a number, as series functions see it; the words that dynamic values hold for NaN and infinity count. */
export function itemOf(value: JsonValue): Item {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  return typeof value === 'string' && Object.hasOwn(WORDS, value) ? (WORDS[value] ?? null) : null;
}

/** The elements of the array that a dynamic value's text holds; nothing where it holds no array. */
export function readItems(text: string): readonly Item[] | undefined {
  const value = parseJson(text);
  return isArray(value) ? value.map(itemOf) : undefined;
}

/** Whether elements count as reals: one real makes the whole series real. */
export const isReal = (items: readonly Item[]): boolean => items.some((item) => typeof item === 'number');

/** The elements as reals; a missing element or one that is no finite number is refused for `name`. */
export function readReals(text: string, name: string): readonly number[] | undefined {
  return readItems(text)?.map((item) => {
    const number = item === null ? Number.NaN : Number(item);
    return Number.isFinite(number) ? number : undetermined(`${name} of a series with missing values`);
  });
}

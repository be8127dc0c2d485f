import { isArray, type JsonValue } from '../json-value';
import { parseJson } from '../parse-json';
import { printJson } from '../print-json';
import { isReal, itemOf, readItems, type Item } from './read-series';
import { undetermined } from './undetermined';

/** A series with its gaps: which elements hold the placeholder for missing values, null unless another is given. */
interface Gapped {
  readonly items: readonly Item[];
  readonly missing: (index: number) => boolean;
}

function gapped(text: string, placeholder: string | null | undefined, name: string): Gapped | undefined {
  const list = parseJson(text);
  const items = readItems(text);
  if (!isArray(list) || !items) return undefined;
  if (list.some((value, index) => value !== null && items[index] === null))
    return undetermined(`${name} of values that are no numbers`);
  const mark = placeholder ? itemOf(parseJson(placeholder)) : null;
  if (placeholder && mark === null) return undetermined(`${name} with a placeholder that is no number`);
  return { items, missing: (index) => same(items[index] ?? null, mark) };
}

const same = (item: Item, mark: Item): boolean =>
  item === null || mark === null ? item === mark : Number(item) === Number(mark) || item === mark;

/** Puts a constant where elements are missing. */
export function fillConstant(
  text: string | null,
  constant: string | null,
  placeholder?: string | null,
): string | null {
  const series = text === null ? undefined : gapped(text, placeholder, 'series_fill_const');
  if (!series) return null;
  const value = constant === null ? null : itemOf(parseJson(constant));
  if (constant !== null && value === null)
    return undetermined('series_fill_const with a value that is no number');
  return printJson(series.items.map((item, index) => (series.missing(index) ? value : item)));
}

/** Repeats the nearest earlier (`forward`) or later element where elements are missing; at the edge they stay. */
export const fillNearest =
  (forward: boolean) =>
  (text: string | null, placeholder?: string | null): string | null => {
    const series = text === null ? undefined : gapped(text, placeholder, 'series_fill');
    if (!series) return null;
    const { items, missing } = series;
    const filled: JsonValue[] = [...items];
    const order = items.map((_, index) => (forward ? index : items.length - 1 - index));
    let last: Item | undefined;
    for (const index of order) {
      if (!missing(index)) last = items[index] ?? null;
      else if (last !== undefined) filled[index] = last;
    }
    return printJson(filled);
  };

/**
 * Draws straight lines over gaps; in a series of whole numbers they are cut to whole numbers. Gaps at the edges take the
 * nearest element unless `edges` is false; a series of gaps only takes `constant`, 0.0 where it is absent.
 */
export function fillLinear(
  text: string | null,
  placeholder?: string | null,
  edges?: boolean | null,
  constant?: string | null,
): string | null {
  const series = text === null ? undefined : gapped(text, placeholder, 'series_fill_linear');
  if (!series) return null;
  const { items, missing } = series;
  const known = items.flatMap((_, index) => (missing(index) ? [] : [index]));
  if (known.length === 0) {
    const value = constant === undefined ? 0 : constant === null ? null : itemOf(parseJson(constant));
    return printJson(items.map(() => value));
  }
  const real = isReal(known.map((index) => items[index] ?? null));
  return printJson(
    items.map((item, index) => (missing(index) ? between(items, known, index, { real, edges }) : item)),
  );
}

interface Drawing {
  readonly real: boolean;
  readonly edges: boolean | null | undefined;
}

function between(
  items: readonly Item[],
  known: readonly number[],
  index: number,
  { real, edges }: Drawing,
): Item {
  const after = known.find((at) => at > index);
  const before = known.filter((at) => at < index).at(-1);
  if (before === undefined || after === undefined) {
    return edges === false ? (items[index] ?? null) : (items[before ?? after ?? 0] ?? null);
  }
  const [low, high] = [Number(items[before]), Number(items[after])];
  const value = low + ((high - low) * (index - before)) / (after - before);
  if (real || !Number.isFinite(value)) return value;
  return Number.isSafeInteger(Math.trunc(value))
    ? BigInt(Math.trunc(value))
    : undetermined('series_fill_linear of whole numbers beyond 2^53');
}

import { isArray, type JsonValue } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { jsonText } from '../values/print-json';
import { unanswerable } from '../values/unanswerable';
import { D, dynamicRow, itemsOf, memberKey, refuseEqualKinds } from './dynamic-row';
import { quickSum } from './quick-conversions';
import type { FunctionRow } from './function-row';

function sliced(list: JsonValue, start: JsonValue, end: JsonValue): JsonValue | undefined {
  if (!isArray(list) || start === null || end === null) return undefined;
  const at = (index: JsonValue): number => (Number(index) < 0 ? list.length + Number(index) : Number(index));
  return list.slice(Math.max(0, at(start)), Math.max(0, at(end) + 1));
}

function rotated(list: JsonValue, by: JsonValue, sign: 1n | -1n): JsonValue | undefined {
  if (!isArray(list) || by === null) return undefined;
  if (list.length === 0) return list;
  const size = BigInt(list.length);
  const shift = Number((((sign * (by as bigint)) % size) + size) % size);
  return [...list.slice(shift), ...list.slice(0, shift)];
}

function shifted(list: JsonValue, by: JsonValue, fill: JsonValue | undefined): JsonValue | undefined {
  if (!isArray(list) || by === null) return undefined;
  const filler = fill ?? emptyOf(list);
  return list.map((_, index) => {
    const from = BigInt(index) + (by as bigint);
    return from < 0n || from >= BigInt(list.length) ? filler : (list[Number(from)] ?? null);
  });
}

/** What `array_shift_*` fills with: the empty string among strings, null among others. */
function emptyOf(list: readonly JsonValue[]): JsonValue {
  const texts = list.filter((item) => typeof item === 'string').length;
  if (texts === 0) return null;
  if (texts === list.length) return '';
  throw new RangeError('unsupported array_shift: strings among other values, without a default');
}

function zipped(...lists: JsonValue[]): JsonValue {
  const size = Math.max(0, ...lists.map((list) => itemsOf(list).length));
  return Array.from({ length: size }, (_, index) => lists.map((list) => itemsOf(list)[index] ?? null));
}

function indexOf(
  list: JsonValue,
  value: JsonValue,
  start: JsonValue = 0n,
  length: JsonValue = -1n,
  occurrence: JsonValue = 1n,
): JsonValue {
  if (!isArray(list) || start === null || length === null || occurrence === null) return null;
  const [from, most, which] = [Number(start), Number(length), Number(occurrence)];
  if (most < -1 || which < 0) return null;
  const first = from < 0 ? Math.max(0, list.length + from) : from;
  const end = most < 0 ? list.length : first + most;
  refuseEqualKinds('array_index_of', [...list, value]);
  const sought = memberKey(value);
  const found = [...list.keys()].filter(
    (at) => at >= first && at < end && memberKey(list[at] ?? null) === sought,
  );
  return BigInt(found[which - 1] ?? -1);
}

function split(list: JsonValue, places: JsonValue): JsonValue {
  if (!isArray(list) || places === null) return null;
  const given = isArray(places) ? places : [places];
  if (!given.every((place) => typeof place === 'bigint')) return null;
  const at = given.map((place) => {
    const index = Number(place) < 0 ? list.length + Number(place) : Number(place);
    return Math.min(Math.max(0, index), list.length);
  });
  return [0, ...at].map((from, index) => list.slice(from, [...at, list.length][index]));
}

function chosen(conditions: JsonValue, whenTrue: JsonValue, whenFalse: JsonValue): JsonValue {
  if (!isArray(conditions)) return null;
  const item = (side: JsonValue, index: number): JsonValue => (isArray(side) ? (side[index] ?? null) : side);
  return conditions.map((condition, index) => {
    if (typeof condition === 'boolean') return item(condition ? whenTrue : whenFalse, index);
    if (typeof condition === 'bigint' || typeof condition === 'number')
      return item(Number(condition) !== 0 ? whenTrue : whenFalse, index);
    return null;
  });
}

function summed(list: JsonValue): JsonValue {
  if (!isArray(list)) return null;
  if (list.includes(null)) throw new RangeError('unsupported array_sum: null among the items');
  if (!list.every((item) => typeof item === 'bigint' || typeof item === 'number')) return null;
  return list.reduce((sum: number, item) => sum + Number(item), 0);
}

/** Functions over arrays. */
export const ARRAY_FUNCTIONS: readonly FunctionRow[] = [
  {
    name: 'array_length',
    aliases: ['arraylength'],
    takes: ['dynamic'],
    gives: 'long',
    sql: (d) => `CAST(CASE json_type(${d}) WHEN 'ARRAY' THEN json_array_length(${d}) END AS BIGINT)`,
  },
  dynamicRow('array_concat', [D, 'dynamic*'], (...lists) =>
    lists.some(isArray) ? lists.flatMap(itemsOf) : null,
  ),
  dynamicRow('array_reverse', [D], (list = null) => (isArray(list) ? [...list].reverse() : null)),
  dynamicRow('array_slice', [D, 'long', 'long'], (list = null, start = null, end = null) =>
    sliced(list, start, end),
  ),
  dynamicRow('array_rotate_left', [D, 'long'], (list = null, by = null) => rotated(list, by, 1n)),
  dynamicRow('array_rotate_right', [D, 'long'], (list = null, by = null) => rotated(list, by, -1n)),
  dynamicRow('array_shift_left', [D, 'long', 'dynamic?'], (list = null, by = null, fill) =>
    shifted(list, by, fill),
  ),
  dynamicRow('array_shift_right', [D, 'long', 'dynamic?'], (list = null, by = null, fill) =>
    shifted(list, by === null ? null : -(by as bigint), fill),
  ),
  dynamicRow(
    'array_index_of',
    [D, D, 'long?', 'long?', 'long?'],
    (list = null, value = null, start, length, occurrence) => indexOf(list, value, start, length, occurrence),
    { gives: 'long' },
  ),
  dynamicRow('array_split', [D, D], (list = null, places = null) => split(list, places)),
  dynamicRow(
    'array_iff',
    [D, D, D],
    (conditions = null, whenTrue = null, whenFalse = null) => chosen(conditions, whenTrue, whenFalse),
    { aliases: ['array_iif'] },
  ),
  { ...dynamicRow('array_sum', [D], (list = null) => summed(list), { gives: 'real' }), quick: quickSum },
  {
    name: 'strcat_array',
    aliases: ['array_strcat'],
    takes: ['dynamic', 'string'],
    gives: 'string',
    js: (list: string, delimiter: string) => {
      const items = itemsOf(parseJson(list));
      if (items.includes(null)) unanswerable('strcat_array of an array with null');
      return items.map((item) => jsonText(item)).join(delimiter);
    },
  },
  dynamicRow('zip', [D, 'dynamic*'], (...lists) => zipped(...lists)),
];

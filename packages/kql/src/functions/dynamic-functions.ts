import type { Constant } from '../plan/scalar';
import { isArray, isBag, type JsonValue } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { pathParts, queryParameters, urlParts } from '../values/parse-url';
import { jsonText, printJson } from '../values/print-json';
import type { FunctionRow, Takes } from './function-row';

/** A function of dynamic values; null comes as null and goes as null. */
function dynamic(
  name: string,
  takes: readonly Takes[],
  call: (...values: JsonValue[]) => JsonValue | undefined,
  ...aliases: string[]
): FunctionRow {
  return {
    name,
    aliases,
    takes,
    gives: 'dynamic',
    nulls: true,
    js: (...texts: (string | bigint | null)[]): Constant => {
      const values = texts.map((text) => (typeof text === 'string' ? parseJson(text) : text));
      const result = call(...values);
      return result === undefined || result === null ? null : printJson(result);
    },
  };
}

const items = (value: JsonValue | undefined): readonly JsonValue[] =>
  value !== undefined && isArray(value) ? value : [];
const key = (value: JsonValue): string => printJson(value);
const has = (list: readonly JsonValue[], value: JsonValue): boolean =>
  list.some((item) => key(item) === key(value));
const unique = (list: readonly JsonValue[]): readonly JsonValue[] => [
  ...new Map(list.map((item) => [key(item), item])).values(),
];

const merged = (...bags: JsonValue[]): JsonValue | undefined => {
  const result = new Map<string, JsonValue>();
  const given = bags.filter(isBag);
  for (const bag of given) for (const [name, value] of bag) if (!result.has(name)) result.set(name, value);
  return given.length === 0 ? null : result;
};

function sliced(list: JsonValue, start: JsonValue, end: JsonValue): JsonValue | undefined {
  if (!isArray(list)) return undefined;
  const at = (index: JsonValue): number => (Number(index) < 0 ? list.length + Number(index) : Number(index));
  return list.slice(Math.max(0, at(start)), Math.max(0, at(end) + 1));
}

function rotated(list: JsonValue, by: bigint): JsonValue | undefined {
  if (!isArray(list)) return undefined;
  if (list.length === 0) return list;
  const shift = Number(((by % BigInt(list.length)) + BigInt(list.length)) % BigInt(list.length));
  return [...list.slice(shift), ...list.slice(0, shift)];
}

function shifted(list: JsonValue, by: bigint, fill: JsonValue): JsonValue | undefined {
  if (!isArray(list)) return undefined;
  return list.map((_, index) => list[index + Number(by)] ?? fill);
}

function zipped(...lists: JsonValue[]): JsonValue {
  const size = Math.max(0, ...lists.map((list) => items(list).length));
  return Array.from({ length: size }, (_, index) => lists.map((list) => items(list)[index] ?? null));
}

function extracted(path: string, text: string): JsonValue | undefined {
  let value: JsonValue | undefined = parseJson(text);
  for (const step of path.replace(/^\$/, '').match(/\.[^.[\]]+|\[['"][^'"]*['"]\]|\[-?\d+\]/g) ?? []) {
    const name = step.replace(/^\.|^\[['"]?|['"]?\]$/g, '');
    if (value === undefined || value === null) return undefined;
    value = isBag(value)
      ? value.get(name)
      : isArray(value) && /^-?\d+$/.test(name)
        ? value.at(Number(name))
        : undefined;
  }
  return value;
}

const textToBag = (name: string, read: (text: string) => ReadonlyMap<string, JsonValue>): FunctionRow => ({
  name,
  takes: ['string'],
  gives: 'dynamic',
  js: (text: string) => printJson(read(text)),
});

const D: Takes = 'dynamic';

/** Functions over dynamic values. */
export const DYNAMIC_FUNCTIONS: readonly FunctionRow[] = [
  {
    name: 'array_length',
    aliases: ['arraylength'],
    takes: ['dynamic'],
    gives: 'long',
    sql: (d) => `CAST(CASE json_type(${d}) WHEN 'ARRAY' THEN json_array_length(${d}) END AS BIGINT)`,
  },
  dynamic('array_concat', [D, 'dynamic*'], (...lists) => lists.flatMap(items), 'array_concat'),
  dynamic('array_reverse', [D], (list) =>
    list !== undefined && isArray(list) ? [...list].reverse() : undefined,
  ),
  dynamic('array_slice', [D, 'long', 'long'], (list = null, start = 0n, end = 0n) =>
    sliced(list, start, end),
  ),
  dynamic('array_rotate_left', [D, 'long'], (list = null, by = 0n) => rotated(list, by as bigint)),
  dynamic('array_rotate_right', [D, 'long'], (list = null, by = 0n) => rotated(list, -(by as bigint))),
  dynamic('array_shift_left', [D, 'long', 'dynamic?'], (list = null, by = 0n, fill = null) =>
    shifted(list, by as bigint, fill),
  ),
  dynamic('array_shift_right', [D, 'long', 'dynamic?'], (list = null, by = 0n, fill = null) =>
    shifted(list, -(by as bigint), fill),
  ),
  {
    name: 'array_index_of',
    takes: ['dynamic', 'dynamic'],
    gives: 'long',
    js: (list: string, value: string) =>
      BigInt(items(parseJson(list)).findIndex((item) => key(item) === key(parseJson(value)))),
  },
  {
    name: 'array_sum',
    takes: ['dynamic'],
    gives: 'real',
    js: (list: string) => items(parseJson(list)).reduce((sum: number, item) => sum + Number(item ?? 0), 0),
  },
  {
    name: 'strcat_array',
    aliases: ['array_strcat'],
    takes: ['dynamic', 'string'],
    gives: 'string',
    js: (list: string, delimiter: string) =>
      items(parseJson(list))
        .map((item) => jsonText(item))
        .join(delimiter),
  },
  dynamic('set_union', [D, 'dynamic*'], (...lists) => unique(lists.flatMap(items))),
  dynamic('set_intersect', [D, 'dynamic*'], (first = null, ...rest) =>
    unique(items(first)).filter((item) => rest.every((list) => has(items(list), item))),
  ),
  dynamic('set_difference', [D, 'dynamic*'], (first = null, ...rest) =>
    unique(items(first)).filter((item) => !rest.some((list) => has(items(list), item))),
  ),
  {
    name: 'set_has_element',
    takes: ['dynamic', 'dynamic'],
    gives: 'bool',
    nulls: true,
    js: (list: string | null, value: string | null) =>
      list !== null && value !== null && has(items(parseJson(list)), parseJson(value)),
  },
  textToBag('parse_url', urlParts),
  textToBag(
    'parse_urlquery',
    (text) => new Map([['Query Parameters', queryParameters(text.replace(/^\?/, ''))]]),
  ),
  textToBag('parse_path', pathParts),
  dynamic('zip', [D, 'dynamic*'], (...lists) => zipped(...lists)),
  dynamic('bag_keys', [D], (bag = null) => (isBag(bag) ? [...bag.keys()] : undefined)),
  dynamic('bag_merge', [D, 'dynamic*'], merged),
  {
    name: 'bag_has_key',
    takes: ['dynamic', 'string'],
    gives: 'bool',
    nulls: true,
    js: (bag: string | null, name: string) => {
      const value = bag === null ? null : parseJson(bag);
      return (
        value !== null &&
        isBag(value) &&
        (name.startsWith('$') ? extracted(name, bag ?? '') !== undefined : value.has(name))
      );
    },
  },
  {
    name: 'dynamic_to_json',
    takes: ['dynamic'],
    gives: 'string',
    js: (value: string) => printJson(sortedKeys(parseJson(value))),
  },
];

function sortedKeys(value: JsonValue): JsonValue {
  if (isArray(value)) return value.map(sortedKeys);
  if (!isBag(value)) return value;
  return new Map(
    [...value].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => [name, sortedKeys(item)]),
  );
}

/** Reads a path such as `$.a[0].b` in a JSON text. */
export function extractJson(path: string, text: string): string {
  try {
    return jsonText(extracted(path, text));
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}

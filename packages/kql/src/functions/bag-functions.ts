import { isArray, isBag, type JsonValue } from '../values/json-value';
import { jsonPath, valueAt } from '../values/json-path';
import { printJson } from '../values/print-json';
import { D, dynamicRow, itemsOf } from './dynamic-row';
import type { FunctionRow } from './function-row';

type Bag = ReadonlyMap<string, JsonValue>;

function merged(...bags: JsonValue[]): JsonValue | undefined {
  const result = new Map<string, JsonValue>();
  const given = bags.filter(isBag);
  for (const bag of given) for (const [name, value] of bag) if (!result.has(name)) result.set(name, value);
  return given.length === 0 ? null : result;
}

/** The keys that a key or a JSONPath of `bag_*` names; items of arrays cannot be named. */
function keysTo(key: string): readonly string[] {
  if (!key.startsWith('$')) return [key];
  const steps = jsonPath(key);
  if (!steps || steps.length === 0 || steps.some((step) => typeof step === 'number'))
    throw new RangeError(`unsupported path into a bag: ${key}`);
  return steps.map(String);
}

function withKey(bag: JsonValue, [first = '', ...rest]: readonly string[], value: JsonValue): JsonValue {
  const result = new Map(isBag(bag) ? bag : []);
  const inner = result.get(first) ?? new Map<string, JsonValue>();
  if (rest.length > 0 && !isBag(inner))
    throw new RangeError(`unsupported bag_set_key: ${first} is not a bag`);
  result.delete(first);
  return result.set(first, rest.length === 0 ? value : withKey(inner, rest, value));
}

function withoutKey(bag: Bag, [first = '', ...rest]: readonly string[]): Bag {
  const result = new Map(bag);
  const inner = result.get(first);
  if (rest.length === 0) result.delete(first);
  else if (inner !== undefined && isBag(inner)) result.set(first, withoutKey(inner, rest));
  return result;
}

function removed(bag: JsonValue, keys: JsonValue): JsonValue {
  if (!isBag(bag)) return null;
  if (!isArray(keys)) throw new RangeError('unsupported bag_remove_keys: keys that are not an array');
  return keys.reduce<Bag>(
    (rest, key) => (typeof key === 'string' ? withoutKey(rest, keysTo(key)) : rest),
    bag,
  );
}

function zippedBag(keys: JsonValue, values: JsonValue): JsonValue {
  if (!isArray(keys)) return null;
  const result = new Map<string, JsonValue>();
  keys.forEach((key, index) => {
    if (typeof key === 'string') result.set(key, itemsOf(values)[index] ?? null);
  });
  return result;
}

/** The paths of all members, an array's items under one `[0]`; parents come before what they hold. */
function paths(value: JsonValue, prefix: string): readonly string[] {
  if (isBag(value))
    return [...value].flatMap(([name, item]) => {
      const path = `${prefix}['${name}']`;
      return [path, ...paths(item, path)];
    });
  if (isArray(value) && value.length > 0) {
    const path = `${prefix}[0]`;
    return [path, ...value.flatMap((item) => paths(item, path))];
  }
  return [];
}

const hasKey = (bag: JsonValue, key: string): boolean =>
  isBag(bag) && (key.startsWith('$') ? valueAt(bag, jsonPath(key) ?? [key]) !== undefined : bag.has(key));

function sortedKeys(value: JsonValue): JsonValue {
  if (isArray(value)) return value.map(sortedKeys);
  if (!isBag(value)) return value;
  return new Map(
    [...value].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => [name, sortedKeys(item)]),
  );
}

/** Functions over property bags. */
export const BAG_FUNCTIONS: readonly FunctionRow[] = [
  dynamicRow('bag_keys', [D], (bag = null) => (isBag(bag) ? [...bag.keys()] : undefined)),
  dynamicRow('bag_merge', [D, 'dynamic*'], merged),
  dynamicRow('bag_has_key', [D, 'string'], (bag = null, key = '') => hasKey(bag, String(key)), {
    gives: 'bool',
  }),
  dynamicRow('bag_set_key', [D, 'string', D], (bag = null, key = '', value = null) =>
    isBag(bag) ? withKey(bag, keysTo(String(key)), value) : null,
  ),
  dynamicRow('bag_remove_keys', [D, D], (bag = null, keys = null) => removed(bag, keys)),
  dynamicRow('bag_zip', [D, D], (keys = null, values = null) => zippedBag(keys, values)),
  dynamicRow('treepath', [D], (value = null) => (value === null ? null : [...new Set(paths(value, ''))])),
  dynamicRow(
    'dynamic_to_json',
    [D],
    (value = null) => (value === null ? null : printJson(sortedKeys(value))),
    {
      gives: 'string',
    },
  ),
];

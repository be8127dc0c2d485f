import { isArray, type JsonValue } from '../values/json-value';
import { unanswerable } from '../values/unanswerable';
import { D, dynamicRow, itemsOf, memberKey, refuseEqualKinds } from './dynamic-row';
import type { FunctionRow } from './function-row';

const keysOf = (list: readonly JsonValue[]): ReadonlySet<string> => new Set(list.map(memberKey));

/**
 * The arrays of a call, null among those that may be as an empty one. Errors: KqlUnsupported for what is no array, and
 * where a whole number and a real are equal.
 */
function setsOf(
  name: string,
  values: readonly JsonValue[],
  mayBeNull: (index: number) => boolean,
): readonly (readonly JsonValue[])[] {
  const lists = values.map((value, index) => {
    if (value === null && mayBeNull(index)) return [];
    return isArray(value) ? value : unanswerable(`${name} of what is no array`);
  });
  refuseEqualKinds(name, lists.flat());
  return lists;
}

const unique = (list: readonly JsonValue[]): readonly JsonValue[] => [
  ...new Map(list.map((item) => [memberKey(item), item])).values(),
];

const within = (lists: readonly JsonValue[]): readonly ReadonlySet<string>[] =>
  lists.map((list) => keysOf(itemsOf(list)));

function intersected(first: JsonValue, ...rest: JsonValue[]): JsonValue {
  const others = within(rest);
  return unique(itemsOf(first)).filter((item) => others.every((set) => set.has(memberKey(item))));
}

function without(first: JsonValue, ...rest: JsonValue[]): JsonValue {
  const others = within(rest);
  return unique(itemsOf(first)).filter((item) => !others.some((set) => set.has(memberKey(item))));
}

function similarity(a: JsonValue, b: JsonValue): JsonValue {
  if (!isArray(a) || !isArray(b)) return null;
  const [x, y] = [keysOf(a), keysOf(b)];
  const union = new Set([...x, ...y]).size;
  if (union === 0) throw new RangeError('unsupported jaccard_index: two empty sets');
  return [...x].filter((item) => y.has(item)).length / union;
}

function equalSets(a: JsonValue, b: JsonValue): JsonValue {
  if (!isArray(a) || !isArray(b)) return null;
  const [x, y] = [keysOf(a), keysOf(b)];
  return x.size === y.size && [...x].every((item) => y.has(item));
}

const SETS = { note: 'what is no array, and a whole number beside an equal real, end the query' };

/** Functions over arrays that are read as sets. */
export const SET_FUNCTIONS: readonly FunctionRow[] = [
  dynamicRow(
    'set_union',
    [D, 'dynamic*'],
    (...lists) => unique(setsOf('set_union', lists, () => true).flat()),
    SETS,
  ),
  dynamicRow(
    'set_intersect',
    [D, 'dynamic*'],
    (...lists) => {
      const [first = [], ...rest] = setsOf('set_intersect', lists, () => false);
      return intersected(first, ...rest);
    },
    SETS,
  ),
  dynamicRow(
    'set_difference',
    [D, 'dynamic*'],
    (...lists) => {
      const [first = [], ...rest] = setsOf('set_difference', lists, (index) => index > 0);
      return without(first, ...rest);
    },
    SETS,
  ),
  dynamicRow(
    'set_has_element',
    [D, D],
    (list = null, value = null) => {
      if (list === null || value === null) return unanswerable('set_has_element of null');
      refuseEqualKinds('set_has_element', [...itemsOf(list), value]);
      return keysOf(itemsOf(list)).has(memberKey(value));
    },
    { ...SETS, gives: 'bool' },
  ),
  dynamicRow('set_equals', [D, D], (a = null, b = null) => equalSets(a, b), { gives: 'bool' }),
  dynamicRow('jaccard_index', [D, D], (a = null, b = null) => similarity(a, b), { gives: 'real' }),
];

import { refuse } from '../plan/refusal';
import type { Constant, Scalar } from '../plan/scalar';
import { isBag, type JsonValue } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { printJson } from '../values/print-json';
import { schemaOf } from '../values/schema-of';
import { inInputOrder, predicate, where } from './aggregate-filter';
import type { AggregateCall, AggregateRow } from './aggregate-row';
import { hostCall, type HostFunction } from './host-function';
import { once } from './once';

/** The most items that Kusto collects, and the default. */
const MOST = 1_048_576n;

/** The default of the deprecated spellings. */
const MOST_OF_LEGACY = 128n;

/** How many items a call keeps. */
function size(call: AggregateCall, at: number): bigint {
  if (at >= call.args.length)
    return ['makelist', 'makeset', 'make_dictionary'].includes(call.name) ? MOST_OF_LEGACY : MOST;
  const { constant } = call.arg(at);
  if (typeof constant !== 'bigint' || constant < 1n)
    return refuse(
      `size that is not a constant above 0: ${call.args[at]?.text}`,
      call.args[at] ?? call.node,
      call.scope,
    );
  return constant < MOST ? constant : MOST;
}

/** Each item once, in order of appearance: by place for short lists, by sorting for long ones. */
const unique = (items: string): string =>
  once(
    [items],
    (l) =>
      `CASE WHEN len(${l}) <= 64 THEN list_filter(${l}, lambda x, i: list_position(${l}, x) = i) ELSE ${firsts(l)} END`,
  );

const firsts = (list: string): string =>
  `list_transform([struct_pack(items := list_sort(list_transform(range(1, len(${list}) + 1), lambda i: struct_pack(v := ${list}[i], i := i))))], lambda "~first": ` +
  'list_transform(list_sort(list_transform(list_filter(range(1, len("~first".items) + 1), lambda j: j = 1 OR "~first".items[j - 1].v <> "~first".items[j].v), lambda j: struct_pack(i := "~first".items[j].i, v := "~first".items[j].v))), lambda "~each": "~each".v))[1]';

function collected(call: AggregateCall, distinct: boolean, at?: number): Scalar {
  const value = call.arg(0);
  const json = call.as(0, 'dynamic');
  const order = inInputOrder(call);
  const filter = where(value.type === 'string' ? undefined : `${value.sql} IS NOT NULL`, predicate(call, at));
  const items =
    value.type === 'dynamic'
      ? `flatten(list(CASE WHEN json_type(${json}) = 'ARRAY' THEN CAST(json_extract(${json}, '$[*]') AS VARCHAR[]) ELSE [${json}] END${order})${filter})`
      : `list(${json}${order})${filter}`;
  const kept = `(${distinct ? unique(items) : items})[1:${size(call, at === undefined ? 1 : 2)}]`;
  return { type: 'dynamic', sql: `'[' || coalesce(array_to_string(${kept}, ','), '') || ']'` };
}

function withNulls(call: AggregateCall): Scalar {
  const items = `list(coalesce(${call.as(0, 'dynamic')}, 'null')${inInputOrder(call)})[1:${size(call, 1)}]`;
  return { type: 'dynamic', sql: `'[' || coalesce(array_to_string(${items}, ','), '') || ']'` };
}

const merge = (texts: string, most: bigint): Constant => {
  const result = new Map<string, JsonValue>();
  for (const bag of parseJson(texts) as readonly JsonValue[]) {
    if (!isBag(bag)) continue;
    for (const [name, value] of bag)
      if (!result.has(name) && result.size < Number(most)) result.set(name, value);
  }
  return printJson(result);
};

const MERGE: HostFunction = { name: 'merge_bags', takes: ['dynamic', 'long'], gives: 'dynamic', call: merge };

function bag(call: AggregateCall, at?: number): Scalar {
  const json = call.as(0, 'dynamic');
  const filter = where(`json_type(${json}) = 'OBJECT'`, predicate(call, at));
  const texts = `('[' || coalesce(array_to_string(list(${json}${inInputOrder(call)})${filter}, ','), '') || ']')`;
  const most = `${size(call, at === undefined ? 1 : 2)}::BIGINT`;
  return { type: 'dynamic', sql: hostCall(MERGE, [texts, most], call.scope) };
}

const SCHEMA: HostFunction = {
  name: 'build_schema',
  takes: ['dynamic'],
  gives: 'dynamic',
  call: (texts: string) => {
    const schema = schemaOf(parseJson(texts) as readonly JsonValue[]);
    return schema === undefined ? null : printJson(schema);
  },
};

function schema(call: AggregateCall): Scalar {
  const json = call.as(0, 'dynamic');
  const texts = `('[' || array_to_string(list(${json}${inInputOrder(call)})${where(`${json} IS NOT NULL`)}, ',') || ']')`;
  return { type: 'dynamic', sql: hostCall(SCHEMA, [texts], call.scope) };
}

/**
 * The aggregates that collect values into one dynamic value; 1,048,576 items at most, as in Kusto, of which the
 * deprecated spellings keep 128 unless they say a size.
 */
export const COLLECTING_AGGREGATES: readonly AggregateRow[] = [
  { name: 'make_list', aliases: ['makelist'], build: (call) => collected(call, false) },
  { name: 'make_list_if', build: (call) => collected(call, false, 1) },
  { name: 'make_list_with_nulls', build: withNulls },
  { name: 'make_set', aliases: ['makeset'], build: (call) => collected(call, true) },
  { name: 'make_set_if', build: (call) => collected(call, true, 1) },
  { name: 'make_bag', aliases: ['make_dictionary'], build: (call) => bag(call) },
  { name: 'make_bag_if', build: (call) => bag(call, 1) },
  {
    name: 'buildschema',
    note: 'objects, arrays, text and numbers; mixtures that Kusto orders in an undocumented way are refused',
    build: schema,
  },
];

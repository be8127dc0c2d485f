import { typeOfName } from '../expressions/literals';
import { columnReference } from '../expressions/names-and-paths';
import { refuse } from '../plan/refusal';
import type { Constant, Scalar } from '../plan/scalar';
import { constant, quoteText } from '../sql/quote-sql';
import { isArray, isBag, type JsonValue } from '../values/json-value';
import { parseJson, tryParseJson } from '../values/parse-json';
import { printJson } from '../values/print-json';
import { convert } from './convert';
import { extractJson } from './dynamic-functions';
import { once } from './once';
import { hosted } from './hosted';
import { allArguments, converted, type Call, type SpecialRow } from './special-row';

/** Where `range()` ends at the latest. */
const MOST_ITEMS = 1_048_576;

const asJson = (value: Scalar, call: Call): string =>
  (convert(value, 'dynamic', call.scope) ?? refuse(`${call.name} of a ${value.type}`, call.node, call.scope))
    .sql;

function parse(call: Call): Scalar {
  const value = call.arg(0);
  if (value.type === 'dynamic') return value;
  const text = converted(call, 0, 'string');
  if (typeof text.constant === 'string') {
    const parsed = tryParseJson(text.constant);
    if (text.constant.trim() === '' || parsed === null) return constant('dynamic', null);
    return constant('dynamic', parsed === undefined ? JSON.stringify(text.constant) : printJson(parsed));
  }
  return {
    type: 'dynamic',
    sql: once(
      [text.sql],
      (s) =>
        `nullif(CASE WHEN json_valid(${s}) THEN ${s} WHEN ${s} = '' THEN NULL ELSE CAST(to_json(${s}) AS VARCHAR) END, 'null')`,
    ),
  };
}

function typeName(value: JsonValue): string {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  if (isBag(value)) return 'dictionary';
  if (typeof value === 'bigint') return 'long';
  if (typeof value === 'number') return 'double';
  return typeof value === 'boolean' ? 'bool' : 'string';
}

function getType(call: Call): Scalar {
  const value = call.arg(0);
  if (value.type !== 'dynamic') return constant('string', value.type);
  const js = (text: string | null): Constant => (text === null ? 'null' : typeName(parseJson(text)));
  return hosted(call, { name: 'gettype', takes: ['dynamic'], gives: 'string', call: js, nulls: true }, [
    value,
  ]);
}

function packArray(call: Call): Scalar {
  if (call.args.some(({ kind }) => kind === 'StarExpression'))
    return refuse('pack_array(*)', call.node, call.scope);
  const values = allArguments(call);
  const items = values.map((value) => `coalesce(${asJson(value, call)}, 'null')`);
  const sql = items.length === 0 ? "'[]'" : `'[' || ${items.join(` || ',' || `)} || ']'`;
  const constants = values.map((value) => convert(value, 'dynamic', call.scope)?.constant);
  return constants.includes(undefined)
    ? { type: 'dynamic', sql }
    : constant('dynamic', `[${constants.map((item) => item ?? 'null').join(',')}]`);
}

function bagPack(call: Call): Scalar {
  const values = allArguments(call);
  const members: string[] = [];
  const names = values.filter((_, index) => index % 2 === 0).map(({ constant: name }) => name);
  if (new Set(names).size !== names.length && !names.includes(undefined)) {
    return refuse('bag_pack with a repeated name', call.node, call.scope);
  }
  for (let index = 0; index + 1 < values.length; index += 2) {
    const value = values[index + 1];
    const name = converted(call, index, 'string');
    const key =
      name.constant === undefined
        ? `CAST(to_json(${name.sql}) AS VARCHAR) || ':'`
        : quoteText(`${JSON.stringify(name.constant)}:`);
    if (value) members.push(`${key} || coalesce(${asJson(value, call)}, 'null')`);
  }
  return {
    type: 'dynamic',
    sql: members.length === 0 ? "'{}'" : `('{' || ${members.join(` || ',' || `)} || '}')`,
  };
}

function packAll(call: Call): Scalar {
  const ignoreEmpty = call.args[0] ? call.arg(0).constant === true : false;
  if (ignoreEmpty) return refuse('pack_all that ignores empty values', call.node, call.scope);
  const members = (call.scope.row?.columns ?? []).map((column) => {
    const json = asJson(columnReference(column), call);
    return `${quoteText(`${JSON.stringify(column.name)}:`)} || coalesce(${json}, 'null')`;
  });
  return {
    type: 'dynamic',
    sql: members.length === 0 ? "'{}'" : `('{' || ${members.join(` || ',' || `)} || '}')`,
  };
}

function series(call: Call): Scalar {
  const values = allArguments(call);
  const [from, to] = values;
  const whole = values.every(({ type }) => type === 'long' || type === 'int');
  if (!from || !to || !whole) return refuse('range of these types', call.node, call.scope);
  const step = values[2]?.sql ?? '1';
  return {
    type: 'dynamic',
    sql: once([from.sql, to.sql, step], (a, b, by) => {
      const last = `CASE WHEN ${by} > 0 THEN least(${b}, ${a} + ${by} * ${MOST_ITEMS - 1}) ELSE greatest(${b}, ${a} + ${by} * ${MOST_ITEMS - 1}) END`;
      return `'[' || array_to_string(generate_series(${a}::BIGINT, (${last})::BIGINT, ${by}::BIGINT), ',') || ']'`;
    }),
  };
}

function sortedArray(descending: boolean) {
  return (call: Call): Scalar => {
    if (call.args.length > 1) return refuse(`${call.name} of several arrays`, call.node, call.scope);
    const js = (text: string): Constant => {
      const list = parseJson(text);
      return isArray(list) ? printJson(ordered(list, descending)) : null;
    };
    return hosted(call, { name: call.name, takes: ['dynamic'], gives: 'dynamic', call: js }, [
      converted(call, 0, 'dynamic'),
    ]);
  };
}

function ordered(list: readonly JsonValue[], descending: boolean): readonly JsonValue[] {
  const nulls = list.filter((item) => item === null);
  const values = list.filter((item) => item !== null);
  const kinds = new Set(values.map((value) => (typeof value === 'bigint' ? 'number' : typeof value)));
  if (kinds.size > 1 || kinds.has('object')) throw new Error('array_sort of values of several types');
  const compare = (a: JsonValue, b: JsonValue): number =>
    (a ?? 0) < (b ?? 0) ? -1 : (a ?? 0) > (b ?? 0) ? 1 : 0;
  return [...[...values].sort((a, b) => (descending ? compare(b, a) : compare(a, b))), ...nulls];
}

function repeated(call: Call): Scalar {
  const value = converted(call, 0, 'dynamic');
  const js = (item: string | null, count: bigint | null): Constant =>
    count === null || count < 0n
      ? null
      : `[${Array.from({ length: Number(count) }, () => item ?? 'null').join(',')}]`;
  return hosted(
    call,
    { name: 'repeat', takes: ['dynamic', 'long'], gives: 'dynamic', call: js, nulls: true },
    [value, converted(call, 1, 'long')],
  );
}

function columnIfExists(call: Call): Scalar {
  const { constant: name } = call.arg(0);
  if (typeof name !== 'string')
    return refuse('column_ifexists of a name that is not a constant', call.node, call.scope);
  const column = call.scope.row?.columns.find((one) => one.name === name);
  return column ? columnReference(column) : call.arg(1);
}

function fromJsonPath(call: Call): Scalar {
  const [path, text] = [converted(call, 0, 'string'), converted(call, 1, 'string')];
  if (typeof path.constant !== 'string' || /\*|\.\.|\?/.test(path.constant))
    return refuse('JSON path', call.node, call.scope);
  const js = (steps: string, json: string): Constant => extractJson(steps, json);
  const found = hosted(
    call,
    { name: 'extract_json', takes: ['string', 'string'], gives: 'string', call: js },
    [path, text],
  );
  const type = call.args[2] && typeOfName(call.args[2], call.scope);
  if (!type) return found;
  return convert(found, type, call.scope) ?? refuse(`extract_json as ${type}`, call.node, call.scope);
}

/** Functions over dynamic values that need the types or the row. */
export const DYNAMIC_SPECIALS: readonly SpecialRow[] = [
  { name: 'parse_json', aliases: ['parsejson', 'todynamic', 'toobject'], build: parse },
  { name: 'dynamic', build: parse },
  { name: 'gettype', build: getType },
  { name: 'pack_array', build: packArray },
  { name: 'bag_pack', aliases: ['pack', 'pack_dictionary'], build: bagPack },
  { name: 'pack_all', build: packAll },
  { name: 'range', build: series },
  { name: 'repeat', build: repeated },
  { name: 'array_sort_asc', build: sortedArray(false) },
  { name: 'array_sort_desc', build: sortedArray(true) },
  { name: 'column_ifexists', aliases: ['columnifexists'], build: columnIfExists },
  { name: 'extract_json', aliases: ['extractjson'], build: fromJsonPath },
];

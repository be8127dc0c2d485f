import { unanswerable } from '../values/unanswerable';
import { typeOfName } from '../expressions/literals';
import { columnReference } from '../expressions/names-and-paths';
import { refuse } from '../plan/refusal';
import type { Constant, Scalar } from '../plan/scalar';
import { constant } from '../sql/quote-sql';
import { isArray, isBag, type JsonValue } from '../values/json-value';
import { parseJson, tryParseJson } from '../values/parse-json';
import { printJson } from '../values/print-json';
import { convert } from './convert';
import { ARRAY_SORT_SPECIALS } from './array-sort-specials';
import { extractJson } from './dynamic-functions';
import { PACK_SPECIALS } from './pack-specials';
import { rangeArray } from './range-array';
import { jsonPath } from '../values/json-path';
import { once } from './once';
import { hostCall, type HostFunction } from './host-function';
import { hosted } from './hosted';
import { converted, type Call, type SpecialRow } from './special-row';

/** Whether a word such as NaN stands among the members of a value. */
const holdsWords = (value: JsonValue): boolean =>
  isArray(value)
    ? value.some((item) => holdsWords(item) || (typeof item === 'number' && !Number.isFinite(item)))
    : isBag(value) && holdsWords([...value.values()]);

/** A text as JSON: null where it is blank, and a string of itself where it is no JSON. */
function jsonOfText(text: string): Constant {
  const parsed = tryParseJson(text);
  if (text.trim() === '' || parsed === null) return null;
  if (parsed !== undefined && holdsWords(parsed)) unanswerable('NaN or Infinity within JSON');
  return parsed === undefined ? JSON.stringify(text) : printJson(parsed);
}

const JSON_OF_TEXT: HostFunction = {
  name: 'json_of_text',
  takes: ['string'],
  gives: 'dynamic',
  call: jsonOfText,
};

/** What DuckDB takes for JSON and JSON does not: commas before a bracket, words for numbers. */
const lax = (s: string): string =>
  `regexp_matches(${s}, ',[ \\t\\r\\n]*[\\]}]') OR contains(${s}, 'NaN') OR contains(${s}, 'Infinity')`;

/** Short texts that DuckDB reads otherwise: null between blanks, and words for numbers in any case. */
const oddWord = (s: string): string =>
  `CASE WHEN strlen(${s}) < 12 THEN regexp_matches(${s}, '(?i)^\\s*(?:null|[-+]?(?:nan|inf).*)\\s*$') ELSE false END`;

/** Each test is a branch of its own, so that it is made only for the texts that reach it. */
const parsedSql = (s: string, slowly: string): string =>
  `CASE WHEN ${s} = '' THEN NULL WHEN ${oddWord(s)} THEN ${slowly} WHEN json_valid(${s}) THEN CASE WHEN ${lax(s)} THEN ${slowly} ELSE ${s} END WHEN regexp_matches(${s}, '^[^\\s\\[{"-]') THEN CAST(to_json(${s}) AS VARCHAR) ELSE ${slowly} END`;

function parse(call: Call): Scalar {
  const value = call.arg(0);
  if (value.type === 'dynamic') return value;
  const text = converted(call, 0, 'string');
  if (typeof text.constant === 'string') return hosted(call, JSON_OF_TEXT, [text]);
  const { scope } = call;
  return {
    type: 'dynamic',
    sql: once([text.sql], (s) => parsedSql(s, hostCall(JSON_OF_TEXT, [s], scope))),
  };
}

function typeName(value: JsonValue): string {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  if (isBag(value)) return 'dictionary';
  if (typeof value === 'bigint') return 'long';
  if (typeof value === 'number') return 'double';
  if (typeof value === 'boolean') return 'bool';
  return TYPED_TEXT.test(value) ? unanswerable(`gettype of a text that may be a value: ${value}`) : 'string';
}

/** How moments, timespans and GUIDs look within a dynamic value, which does not tell them from text. */
const TYPED_TEXT =
  /^(?:\d{4}-\d\d-\d\d.*|-?(?:\d+\.)?\d\d:\d\d:\d\d(?:\.\d+)?|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

function getType(call: Call): Scalar {
  const value = call.arg(0);
  if (value.type !== 'dynamic') return constant('string', value.type);
  const js = (text: string | null): Constant => (text === null ? 'null' : typeName(parseJson(text)));
  return hosted(call, { name: 'gettype', takes: ['dynamic'], gives: 'string', call: js, nulls: true }, [
    value,
  ]);
}

/** The most characters of an array that `repeat` makes. */
const MOST_TEXT = 64n * 2n ** 20n;

function repeated(call: Call): Scalar {
  const value = converted(call, 0, 'dynamic');
  const js = (item: string | null, count: bigint | null): Constant => {
    if (count === null || count < 0n) return null;
    const size = count * BigInt((item ?? 'null').length + 1);
    if (size > MOST_TEXT) unanswerable(`repeat of ${count} items`);
    return `[${Array.from({ length: Number(count) }, () => item ?? 'null').join(',')}]`;
  };
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
  const steps = typeof path.constant === 'string' ? jsonPath(path.constant) : undefined;
  if (steps === undefined || steps.some((step) => typeof step === 'number' && step < 0))
    return refuse('JSON path', call.node, call.scope);
  const js = (given: string, json: string): Constant => extractJson(given, json);
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
  ...PACK_SPECIALS,
  ...ARRAY_SORT_SPECIALS,
  { name: 'range', build: rangeArray },
  { name: 'parse_json', aliases: ['parsejson', 'todynamic', 'toobject'], build: parse },
  { name: 'dynamic', build: parse },
  {
    name: 'gettype',
    build: getType,
    note: 'a dynamic text that looks like a moment, a timespan or a GUID ends the query',
  },
  { name: 'repeat', build: repeated },
  { name: 'column_ifexists', aliases: ['columnifexists'], build: columnIfExists },
  { name: 'extract_json', aliases: ['extractjson'], build: fromJsonPath },
];

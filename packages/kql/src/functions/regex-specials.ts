import { typeOfName } from '../expressions/literals';
import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import { quoteText } from '../sql/quote-sql';
import { convert } from './convert';
import { once } from './once';
import { hosted } from './hosted';
import { captureCount, checkedRegex, constantRegex } from './regex';
import { converted, type Call, type SpecialRow } from './special-row';

const text = (call: Call, index: number): string => converted(call, index, 'string').sql;

/** A regular expression may be a name of a `let`: the argument's constant decides. */
const pattern = (call: Call, index: number): string =>
  checkedRegex(converted(call, index, 'string'), call.node, call.scope);

function extract(call: Call): Scalar {
  const regex = constantRegex(converted(call, 0, 'string'), call.node, call.scope);
  const group = call.arg(1).constant;
  if (typeof group !== 'bigint')
    return refuse('extract of a group that is not a constant', call.node, call.scope);
  if (group > BigInt(captureCount(regex)) || group < 0n)
    return refuse(`extract of group ${group}`, call.node, call.scope);
  const found: Scalar = {
    type: 'string',
    sql: `coalesce(regexp_extract(${text(call, 2)}, ${quoteText(regex)}, ${group}), '')`,
  };
  const type = call.args[3] && typeOfName(call.args[3], call.scope);
  if (!type) return found;
  return convert(found, type, call.scope) ?? refuse(`extract as ${type}`, call.node, call.scope);
}

function extractAll(call: Call): Scalar {
  const last = call.args.length - 1;
  const regex = constantRegex(converted(call, 0, 'string'), call.node, call.scope);
  if (captureCount(regex) === 0)
    return refuse('extract_all without a capturing group', call.node, call.scope);
  const groups = chosenGroups(call, captureCount(regex));
  const source = text(call, last);
  const all = (group: number): string =>
    `list_transform(regexp_extract_all(${source}, ${quoteText(regex)}, ${group}), lambda x: CAST(to_json(coalesce(x, '')) AS VARCHAR))`;
  const [only] = groups;
  const rows =
    groups.length === 1 && only !== undefined
      ? all(only)
      : `list_transform(list_zip(${groups.map(all).join(', ')}), lambda z: '[' || ${groups.map((_, index) => `z[${index + 1}]`).join(` || ',' || `)} || ']')`;
  return {
    type: 'dynamic',
    sql: `list_transform([${rows}], lambda l: CASE WHEN len(l) > 0 THEN '[' || array_to_string(l, ',') || ']' END)[1]`,
  };
}

function chosenGroups(call: Call, count: number): readonly number[] {
  if (call.args.length === 2)
    return count <= 1 ? [count] : Array.from({ length: count }, (_, index) => index + 1);
  const { constant } = call.arg(1);
  const listed = typeof constant === 'string' ? (JSON.parse(constant) as unknown) : undefined;
  const groups = Array.isArray(listed) ? listed : [];
  if (
    groups.length > 0 &&
    groups.every((group): group is number => Number.isInteger(group) && group >= 0 && group <= count)
  ) {
    return groups;
  }
  return refuse('extract_all with these groups', call.node, call.scope);
}

function replaceRegex(call: Call, at: readonly [number, number, number]): Scalar {
  const [source, from, to] = at;
  const { constant } = converted(call, to, 'string');
  if (typeof constant !== 'string')
    return refuse('replacement that is not a constant', call.node, call.scope);
  const rewrite = constant.replace(/\\(?!\d)/g, '\\\\');
  return {
    type: 'string',
    sql: `regexp_replace(${text(call, source)}, ${pattern(call, from)}, ${quoteText(rewrite)}, 'g')`,
  };
}

function trimmed(start: boolean, end: boolean) {
  return (call: Call): Scalar => {
    const regex = constantRegex(converted(call, 0, 'string'), call.node, call.scope);
    const cut = (sql: string, expression: string): string =>
      `regexp_replace(${sql}, ${quoteText(expression)}, '')`;
    const opened = start ? cut(text(call, 1), `^(?:${regex})`) : text(call, 1);
    return { type: 'string', sql: end ? cut(opened, `(?:${regex})$`) : opened };
  };
}

function countOfRegex(call: Call): Scalar | undefined {
  if (call.args.length < 3 || call.arg(2).constant !== 'regex') return undefined;
  return { type: 'long', sql: `len(regexp_extract_all(${text(call, 0)}, ${pattern(call, 1)}))` };
}

function split(call: Call): Scalar {
  const delimiter = converted(call, 1, 'string');
  if (delimiter.constant === '') return refuse('split by nothing', call.node, call.scope);
  const pieces = `string_split(${text(call, 0)}, ${delimiter.sql})`;
  if (call.args.length < 3) return { type: 'dynamic', sql: `CAST(to_json(${pieces}) AS VARCHAR)` };
  const at = converted(call, 2, 'long');
  return {
    type: 'dynamic',
    sql: once([pieces, at.sql], (list, index) => {
      const item = `CASE WHEN ${index} >= 0 THEN ${list}[${index} + 1] END`;
      return `CASE WHEN ${index} < len(${list}) THEN '[' || CAST(to_json(${item}) AS VARCHAR) || ']' END`;
    }),
  };
}

function countOfText(call: Call): Scalar {
  const js = (source: string, sought: string): bigint => BigInt(occurrences(source, sought));
  const args = [converted(call, 0, 'string'), converted(call, 1, 'string')];
  return hosted(call, { name: 'countof', takes: ['string', 'string'], gives: 'long', call: js }, args);
}

function occurrences(source: string, sought: string): number {
  let count = 0;
  if (sought === '') return count;
  for (let at = source.indexOf(sought); at >= 0; at = source.indexOf(sought, at + 1)) count += 1;
  return count;
}

/** Functions over text that work with patterns. */
export const REGEX_SPECIALS: readonly SpecialRow[] = [
  { name: 'extract', build: extract },
  { name: 'extract_all', aliases: ['extractall'], build: extractAll },
  { name: 'replace_regex', build: (call) => replaceRegex(call, [0, 1, 2]) },
  { name: 'replace', build: (call) => replaceRegex(call, [2, 0, 1]) },
  { name: 'trim', build: trimmed(true, true) },
  { name: 'trim_start', build: trimmed(true, false) },
  { name: 'trim_end', build: trimmed(false, true) },
  { name: 'split', build: split },
  {
    name: 'countof',
    build: (call) => countOfRegex(call) ?? countOfText(call),
  },
];

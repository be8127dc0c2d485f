import { typeOfName } from '../expressions/literals';
import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import type { ReadRegex } from '../regex/read-regex';
import { constant, quoteText } from '../sql/quote-sql';
import { convert } from './convert';
import { once } from './once';
import { hosted } from './hosted';
import { overText, patternOf } from './regex';
import { allByHost, countByHost, extractByHost, indexByHost, replaceByHost } from './regex-host';
import { commandLine } from './text-code-functions';
import { converted, type Call, type SpecialRow } from './special-row';

const text = (call: Call, index: number): string => converted(call, index, 'string').sql;

/** The regular expression of an argument; it may be a name of a `let`, as the argument's constant decides. */
const pattern = (call: Call, index: number): ReadRegex =>
  patternOf(converted(call, index, 'string'), call.node, call.scope);

/** What finds all matches: patterns that match nothing at all are read by JavaScript, as RE2's steps differ there. */
const host = (regex: ReadRegex, call: Call, sql: string): string =>
  regex.js === undefined
    ? refuse('in a regular expression: repeated groups that may match nothing', call.node, call.scope)
    : sql;

function extract(call: Call): Scalar {
  const regex = pattern(call, 0);
  const at = converted(call, 1, 'long').constant;
  if (typeof at !== 'bigint')
    return refuse('extract of a group that is not a constant', call.node, call.scope);
  if (at > BigInt(regex.groups.length) || at < 0n)
    return refuse(`extract of group ${at}`, call.node, call.scope);
  const group = Number(at);
  const names = regex.groups.map((_, index) => `'g${index + 1}'`).join(', ');
  const by = group > 9 ? `[${names}])['g${group}']` : `${group})`;
  const found: Scalar = {
    type: 'string',
    sql: overText(
      regex,
      text(call, 2),
      (t) => `coalesce(regexp_extract(${t}, ${quoteText(regex.re2)}, ${by}, '')`,
      regex.js === undefined || (group > 0 && !regex.groupsInJs)
        ? undefined
        : (t) => extractByHost(regex, t, group, call.scope),
    ),
  };
  const type = call.args[3] && typeOfName(call.args[3], call.scope);
  if (!type) return found;
  return convert(found, type, call.scope) ?? refuse(`extract as ${type}`, call.node, call.scope);
}

function extractAll(call: Call): Scalar {
  const last = call.args.length - 1;
  const regex = pattern(call, 0);
  if (regex.groups.length === 0)
    return refuse('extract_all without a capturing group', call.node, call.scope);
  const groups = chosenGroups(call, regex);
  if (regex.empty && !regex.groupsInJs)
    return refuse('in a regular expression: repeated groups that may match nothing', call.node, call.scope);
  if (regex.empty)
    return {
      type: 'dynamic',
      sql: host(regex, call, allByHost(regex, text(call, last), groups, call.scope)),
    };
  const all = (source: string, group: number): string =>
    `list_transform(regexp_extract_all(${source}, ${quoteText(regex.re2)}, ${group}), lambda x: CAST(to_json(coalesce(x, '')) AS VARCHAR))`;
  const [only] = groups;
  const rows = (source: string): string =>
    groups.length === 1 && only !== undefined
      ? all(source, only)
      : `list_transform(list_zip(${groups.map((group) => all(source, group)).join(', ')}), lambda z: '[' || ${groups.map((_, index) => `z[${index + 1}]`).join(` || ',' || `)} || ']')`;
  const list = (source: string): string =>
    once([rows(source)], (l) => `CASE WHEN len(${l}) > 0 THEN '[' || array_to_string(${l}, ',') || ']' END`);
  return {
    type: 'dynamic',
    sql: overText(
      regex,
      text(call, last),
      (t) => once([t], list),
      regex.js === undefined || !regex.groupsInJs
        ? undefined
        : (t) => allByHost(regex, t, groups, call.scope),
    ),
  };
}

function chosenGroups(call: Call, { groups: names }: ReadRegex): readonly number[] {
  if (call.args.length === 2) return names.map((_, index) => index + 1);
  const { constant: given } = call.arg(1);
  const listed = typeof given === 'string' ? (JSON.parse(given) as unknown) : undefined;
  const groups = (Array.isArray(listed) ? (listed as readonly unknown[]) : []).map((group) =>
    typeof group === 'string' ? names.indexOf(group) + 1 : group,
  );
  if (
    groups.length > 0 &&
    groups.every(
      (group): group is number =>
        Number.isInteger(group) && Number(group) >= 1 && Number(group) <= names.length,
    )
  ) {
    return groups;
  }
  return refuse('extract_all with these groups', call.node, call.scope);
}

function replaceRegex(call: Call, at: readonly [number, number, number]): Scalar {
  const [source, from, to] = at;
  const { constant: replacement } = converted(call, to, 'string');
  if (typeof replacement !== 'string')
    return refuse('replacement that is not a constant', call.node, call.scope);
  const regex = pattern(call, from);
  const groups = [...replacement.matchAll(/\\(\d)/g)].map((match) => Number(match[1]));
  if (groups.some((group) => group > regex.groups.length) || /\\(?!\d)|[$][\w{$]/.test(replacement))
    return refuse(`replacement: ${replacement}`, call.node, call.scope);
  return {
    type: 'string',
    sql: overText(
      regex,
      text(call, source),
      (t) => `regexp_replace(${t}, ${quoteText(regex.re2)}, ${quoteText(replacement)}, 'g')`,
      regex.js === undefined || (groups.some(Boolean) && !regex.groupsInJs)
        ? undefined
        : (t) => replaceByHost(regex, t, replacement, call.scope),
    ),
  };
}

function trimmed(start: boolean, end: boolean) {
  return (call: Call): Scalar => {
    const regex = pattern(call, 0);
    const cut = (sql: string, expression: string): string =>
      `regexp_replace(${sql}, ${quoteText(expression)}, '')`;
    const both = (t: string): string => {
      const opened = start ? cut(t, `\\A(?:${regex.re2})`) : t;
      return end ? cut(opened, `(?:${regex.re2})\\z`) : opened;
    };
    return { type: 'string', sql: overText(regex, text(call, 1), both) };
  };
}

function countOfRegex(call: Call): Scalar | undefined {
  if (call.args.length < 3 || call.arg(2).constant === 'normal') return undefined;
  if (call.arg(2).constant !== 'regex') return refuse('countof of this kind', call.node, call.scope);
  const regex = pattern(call, 1);
  const byHost = (t: string): string => host(regex, call, countByHost(regex, t, call.scope));
  const sql = regex.empty
    ? byHost(text(call, 0))
    : overText(
        regex,
        text(call, 0),
        (t) => `len(regexp_extract_all(${t}, ${quoteText(regex.re2)}))`,
        regex.js === undefined ? undefined : byHost,
      );
  return { type: 'long', sql };
}

/** `indexof_regex(text, regex [, start [, length [, occurrence]]])`, in signs; null where a number is out of range. */
function indexOfRegex(call: Call): Scalar {
  const regex = pattern(call, 1);
  const numbers = [0n, -1n, 1n].map((usual, index) =>
    call.args.length > index + 2 ? converted(call, index + 2, 'long') : constant('long', usual),
  );
  return {
    type: 'long',
    sql: host(
      regex,
      call,
      indexByHost(
        regex,
        text(call, 0),
        numbers.map(({ sql }) => sql),
        call.scope,
      ),
    ),
  };
}

function split(call: Call): Scalar {
  const delimiter = converted(call, 1, 'string');
  if (delimiter.constant === '') return refuse('split by nothing', call.node, call.scope);
  const pieces =
    delimiter.constant === undefined
      ? once(
          [delimiter.sql],
          (d) =>
            `string_split(${text(call, 0)}, CASE WHEN ${d} = '' THEN error('unsupported split by nothing') ELSE ${d} END)`,
        )
      : `string_split(${text(call, 0)}, ${delimiter.sql})`;
  if (call.args.length < 3) return { type: 'dynamic', sql: `CAST(to_json(${pieces}) AS VARCHAR)` };
  const at = converted(call, 2, 'long');
  if (typeof at.constant === 'bigint' && at.constant < 0n)
    return refuse('split with a negative index', call.node, call.scope);
  return {
    type: 'dynamic',
    sql: once([pieces, at.sql], (list, index) => {
      const item = `'[' || CAST(to_json(${list}[${index} + 1]) AS VARCHAR) || ']'`;
      return `CASE WHEN ${index} < 0 THEN error('unsupported split with a negative index') WHEN ${index} < len(${list}) THEN ${item} END`;
    }),
  };
}

function parseCommandLine(call: Call): Scalar {
  if (call.arg(1).constant !== 'windows')
    return refuse('parse_command_line of another kind than "windows"', call.node, call.scope);
  return hosted(
    call,
    { name: 'parse_command_line', takes: ['string'], gives: 'dynamic', call: commandLine },
    [converted(call, 0, 'string')],
  );
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
  {
    name: 'replace_regex',
    build: (call) => replaceRegex(call, [0, 1, 2]),
    note: 'a dollar sign before a letter, a digit or a brace in the replacement is refused',
  },
  { name: 'replace', build: (call) => replaceRegex(call, [2, 0, 1]) },
  { name: 'trim', build: trimmed(true, true) },
  { name: 'trim_start', build: trimmed(true, false) },
  { name: 'trim_end', build: trimmed(false, true) },
  { name: 'split', build: split, note: 'a negative index ends the query' },
  { name: 'indexof_regex', build: indexOfRegex },
  { name: 'parse_command_line', build: parseCommandLine },
  {
    name: 'countof',
    build: (call) => countOfRegex(call) ?? countOfText(call),
  },
];

import type { Schema } from '../contract/schema';
import { knownTable, knownTableNames } from '../schema/known-table';
import { functionNames } from './inventory';
import { mentionedNames } from './mentioned-names';
import type { Mistake } from './mistakes';
import { nearestNames } from './nearest-names';
import { operatorWords } from './operator-words';

const COLUMN = 'Name a column that the rows have at this place, a table, or a `let`.';
const TABLE =
  'Name a loaded or a published table; a file or folder called after the table, or casebook.yaml, loads one.';
const FUNCTION =
  'Define it in the query with `let name = (…) { … };`, or in a file of the workspace: `functions/name.kql`.';
const PARSER =
  'It is a parser of ASIM: put the YAML files of the parsers that you need into the folder of the workspace, or name their folder with the option `functions`.';

/** What to do about a mistake: the names that may be meant, and where names come from; nothing where the message says it all. */
export function wayOut(mistake: Mistake, text: string, schema: Schema): string | undefined {
  const { code, message, start, length } = mistake;
  const wrong = text.slice(start, start + length);
  if (code === 'KS176') return meant(wrong, operatorWords());
  if (code === 'KS196') return parametersBefore(text.slice(0, start), schema);
  if (wrong === 'let') return keywordBehind(text.slice(start + length));
  const table = /known (column, )?table/.test(message);
  if (!table && !message.includes('known function')) return undefined;
  if (/\b(workspace|app)\s*\([^()]*\)\s*\.\s*$/.test(text.slice(0, start)))
    return 'Of another workspace only its tables are seen, not its functions.';
  const column = message.includes('known column');
  const names = [
    ...(schema.functions?.names ?? []),
    ...(table ? [...schema.tables.map(({ name }) => name), ...knownTableNames()] : functionNames()),
    ...(column ? columnNames(text, schema) : []),
  ];
  const place = /^_?(im|asim|vim)_?[A-Z]/i.test(wrong) ? PARSER : column ? COLUMN : table ? TABLE : FUNCTION;
  return [meant(wrong, names), place].filter((line) => line !== undefined).join('\n');
}

/** `let` is no name where its own name is a keyword, such as `first`. */
function keywordBehind(rest: string): string {
  const [name = 'name'] = /[\w-]+/.exec(rest) ?? [];
  return `${name} is a keyword: write let ['${name}'] = …, or choose another name.`;
}

function meant(wrong: string, names: Iterable<string>): string | undefined {
  const near = nearestNames(wrong, new Set(names));
  return near.length > 0 ? `Is it ${near.join(' or ')}?` : undefined;
}

/** What a text may mean by a column: the columns of the tables that it mentions, and the names that it gives itself. */
function columnNames(text: string, schema: Schema): readonly string[] {
  const tables = [...mentionedNames(text, schema).words].flatMap((word) => {
    const table = schema.tables.find(({ name }) => name === word) ?? knownTable(word);
    return table?.columns.map(({ name }) => name) ?? [];
  });
  const own = [...text.matchAll(/(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]*) {0,9}=(?![=~])/gu)].map(
    ([, name]) => name ?? '',
  );
  return [...tables, ...own];
}

/** The parameters of the stored function whose call is open at the end of a text. */
function parametersBefore(before: string, schema: Schema): string | undefined {
  const name = /(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]*) {0,9}\([^()]*$/u.exec(before)?.[1];
  const found = name === undefined ? undefined : schema.functions?.find(name);
  return found && `${name} has the parameters ${found.parameters}.`;
}

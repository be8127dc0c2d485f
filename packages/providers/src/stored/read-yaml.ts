import type { StoredFunction } from '@casebook/kql';
import { brokenFile } from './read-kql';

const NAMES = [
  'EquivalentBuiltInParser',
  'EquivalentBuiltInFunction',
  'ParserName',
  'FunctionName',
  'FunctionAlias',
];
const NAME = new RegExp(`^(?:${NAMES.join('|')}):[ \\t]*['"]?([\\w.-]+)['"]?[ \\t]*(?:#.*)?\\r?$`, 'gm');

/** The names that a parser's YAML file defines, read without parsing it; none where it is no parser. */
export const namesInYaml = (text: string): readonly string[] =>
  /^(ParserQuery|FunctionQuery):/m.test(text)
    ? [
        ...new Set(
          [...text.matchAll(NAME)].map(([, name]) => name ?? '').filter((name) => /^\w+$/.test(name)),
        ),
      ]
    : [];

/** Reads a parser in the public YAML form: ASIM's `ParserParams` and `ParserQuery`, a solution's `FunctionParameters` and `FunctionQuery`. */
export const readYaml = (
  file: string,
  text: string,
  name: string,
  yaml: typeof import('yaml'),
): StoredFunction => {
  const document = yaml.parseDocument(text, { prettyErrors: false });
  const mistake = document.errors[0];
  if (mistake) throw brokenFile(file, `it is no YAML: ${mistake.message.split('\n')[0]}`);
  const content = document.toJS() as Readonly<Record<string, unknown>>;
  const body = content.ParserQuery ?? content.FunctionQuery;
  if (typeof body !== 'string') throw brokenFile(file, 'its query is no text');
  const given = content.ParserParams ?? content.FunctionParameters ?? content.FunctionParams;
  const before = text.slice(0, text.search(/^(ParserQuery|FunctionQuery):/m)).split('\n');
  return {
    name,
    parameters: `(${parametersOf(given, file).join(', ')})`,
    body: body.replace(/;\s*$/, ''),
    file,
    line: before.length + 1,
    indent: indentOf(text.split('\n').slice(before.length), body),
  };
};

/** How much deeper the lines of a body stand in the file than in the body itself. */
const indentOf = (lines: readonly string[], body: string): number => {
  const blanks = (all: readonly string[]): number =>
    /^ */.exec(all.find((line) => line.trim() !== '') ?? '')?.[0].length ?? 0;
  return Math.max(0, blanks(lines) - blanks(body.split('\n')));
};

/** The parameters that a parser declares, each as KQL writes it. */
export const parametersOf = (given: unknown, file: string): string[] => {
  if (given === undefined || given === null) return [];
  if (typeof given === 'string') return [given.trim().replace(/^\((.*)\)$/s, '$1')];
  if (!Array.isArray(given)) throw brokenFile(file, 'its parameters are no list');
  return given.map((item: unknown) => (typeof item === 'string' ? item : declared(item, file)));
};

const declared = (item: unknown, file: string): string => {
  const { Name, Type, Default } = (item ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof Name !== 'string' || typeof Type !== 'string')
    throw brokenFile(file, 'a parameter has no name or type');
  if (/^table$/i.test(Type.trim()) && Name.includes(':')) return Name;
  const type = Type.replace(/^table\s*:?\s*/i, '') || '(*)';
  return `${Name}:${type}${Default === undefined ? '' : `=${literal(type, Default)}`}`;
};

/** A default as KQL: YAML has taken the quotes of texts away. */
const literal = (type: string, value: unknown): string => {
  const text = value === null ? 'null' : String(value);
  if (type.toLowerCase() === 'string')
    return /^(['"]).*\1$/s.test(text) ? text : `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (text === 'null') return `${type}(null)`;
  return typeof value === 'boolean' ? String(value) : text;
};

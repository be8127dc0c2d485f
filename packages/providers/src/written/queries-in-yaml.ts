import { alignText, CasebookError, type Escapes } from '@casebook/core';
import type { Document, Scalar } from 'yaml';
import { parametersOf } from '../stored/read-yaml';
import { wholeFunction } from './whole-function';
import type { WrittenQuery } from './written-query';

const KEYS = ['query', 'ParserQuery', 'FunctionQuery'];
const PARAMETERS = ['ParserParams', 'FunctionParameters', 'FunctionParams'];

/**
 * The queries of a YAML file in the public forms of Sentinel: `query` of rules and hunts, `ParserQuery` and `FunctionQuery` of parsers with
 * their parameters; none in other YAML. A text that is no YAML is an `InvalidSource` error.
 */
export const queriesInYaml = async (file: string, text: string): Promise<readonly WrittenQuery[]> => {
  if (!/\b(?:query|ParserQuery|FunctionQuery)['"]?[ \t]*:/.test(text)) return [];
  const { parseAllDocuments } = await import('yaml');
  const documents = parseAllDocuments(text, { prettyErrors: false }) as readonly Document.Parsed[];
  const mistake = documents.flatMap(({ errors }) => errors)[0];
  if (mistake) throw brokenYaml(file, mistake.message);
  return documents.flatMap((document) => queriesIn(document, file, text));
};

const queriesIn = (document: Document.Parsed, file: string, text: string): readonly WrittenQuery[] => {
  const content = (document.toJS() ?? {}) as Readonly<Record<string, unknown>>;
  const list = PARAMETERS.map((key) => content[key]).find((found) => found !== undefined && found !== null);
  const parameters = list === undefined ? '' : `(${parametersOf(list, file).join(', ')})`;
  return KEYS.filter((key) => typeof content[key] === 'string').flatMap((key) => {
    const node: unknown = document.get(key, true);
    return isWritten(node) ? [wholeFunction(parameters, written(text, node))] : [];
  });
};

const isWritten = (node: unknown): node is Scalar<string> =>
  typeof (node as Scalar | undefined)?.value === 'string';

const brokenYaml = (file: string, message: string): CasebookError =>
  new CasebookError('InvalidSource', `unreadable YAML: ${file}`, { help: `${message.split('\n')[0]}.` });

const ESCAPES: Readonly<Record<string, Escapes>> = { QUOTE_DOUBLE: 'backslash', QUOTE_SINGLE: 'doubled' };

const written = (source: string, { value, range, type }: Scalar<string>): WrittenQuery => {
  const [from = 0, to = 0] = range ?? [];
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  const start = isBlock ? source.indexOf('\n', from) + 1 : isQuoted ? from + 1 : from;
  const end = isQuoted ? to - 1 : to;
  return { kql: value, offsets: alignText(source, { start, end }, value, ESCAPES[type ?? ''] ?? 'none') };
};

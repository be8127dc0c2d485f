import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CasebookError } from '@casebook/core';
import type { Document, Node } from 'yaml';

/** The names under which a folder may say what its files are. */
export const CONFIGURATION_FILES: readonly string[] = ['casebook.yaml', 'casebook.yml'];

/** A value that fills a column where a file has none. */
export type Constant = string | number | boolean | null;

/** Files that belong to a table. */
export interface FileMapping {
  /** Patterns of paths below the folder: `*` and `?` within a name, `**` across folders. */
  readonly files: readonly string[];
  readonly constants: ReadonlyMap<string, Constant>;
  /** Table's column by file's column. */
  readonly rename: ReadonlyMap<string, string>;
}

/** What a folder's `casebook.yaml` says. */
export interface Configuration {
  readonly tables: ReadonlyMap<string, readonly FileMapping[]>;
  /** Files below the folder by the address of `externaldata` that they stand for; `*` in it stands for anything. */
  readonly externalData: ReadonlyMap<string, string>;
  /** The search key of a watchlist, by its alias. */
  readonly watchlists: ReadonlyMap<string, string>;
  /** The table of networks behind `geo_info_from_ip_address`, a CSV file below the folder. */
  readonly geo?: string;
}

/** A configuration that says nothing. */
export const NO_CONFIGURATION: Configuration = {
  tables: new Map(),
  externalData: new Map(),
  watchlists: new Map(),
};

const MAX_BYTES = 2 ** 20;

type Fail = (message: string, node: unknown) => CasebookError;
type Pairs = readonly (readonly [string, unknown])[];

interface Reader {
  readonly fail: Fail;
  readonly pairs: (node: unknown, what: string, allowed?: readonly string[]) => Pairs;
  readonly list: (node: unknown, what: string) => readonly unknown[];
  readonly scalar: (node: unknown, what: string) => Constant;
}

const isNode = (node: unknown): node is Node => typeof node === 'object' && node !== null && 'range' in node;

const failAt =
  (path: string, text: string): Fail =>
  (message, node) => {
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    const before = text.slice(0, offset).split('\n');
    const position = { line: before.length, column: (before.at(-1) ?? '').length + 1, offset, length: 0 };
    return new CasebookError(
      'InvalidConfiguration',
      `${message} (${path}:${position.line}:${position.column})`,
      {
        position,
        help: 'Shape: tables: { Table: [{ files: ["*.csv"], constants: { Column: value }, rename: { InFile: InTable } }] }, externaldata: { "https://…": file }, watchlists: { Alias: SearchKeyColumn }, geo: file.',
      },
    );
  };

const readerOf = (yaml: typeof import('yaml'), fail: Fail): Reader => ({
  fail,
  pairs: (node, what, allowed) => {
    if (!yaml.isMap(node)) throw fail(`${what} is no mapping`, node);
    return node.items.map(({ key, value }) => {
      const name = yaml.isScalar(key) ? String(key.value) : '';
      if (allowed && !allowed.includes(name))
        throw fail(`unknown key in ${what}: ${JSON.stringify(name)} (known: ${allowed.join(', ')})`, key);
      return [name, value] as const;
    });
  },
  list: (node, what) => {
    if (!yaml.isSeq(node)) throw fail(`${what} is no list`, node);
    return node.items;
  },
  scalar: (node, what) => {
    const value: unknown = yaml.isScalar(node) ? node.value : undefined;
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value as Constant;
    throw fail(`${what} is no text, number, true or false`, node);
  },
});

const textOf = (reader: Reader, node: unknown, what: string): string => {
  const value = reader.scalar(node, what);
  if (typeof value === 'string' && value !== '') return value;
  throw reader.fail(`${what} is no text`, node);
};

const readMapping = (reader: Reader, node: unknown, table: string): FileMapping => {
  const what = `a mapping of ${table}`;
  const parts = new Map(reader.pairs(node, what, ['files', 'constants', 'rename']));
  if (!parts.has('files')) throw reader.fail(`${what} has no files`, node);
  const files = reader.list(parts.get('files'), `files of ${table}`);
  const constants = parts.has('constants')
    ? reader.pairs(parts.get('constants'), `constants of ${table}`)
    : [];
  const rename = parts.has('rename') ? reader.pairs(parts.get('rename'), `rename of ${table}`) : [];
  return {
    files: files.map((file) => textOf(reader, file, `a file of ${table}`)),
    constants: new Map(constants.map(([name, value]) => [name, reader.scalar(value, `constant ${name}`)])),
    rename: new Map(rename.map(([name, value]) => [name, textOf(reader, value, `new name of ${name}`)])),
  };
};

const parse = (yaml: typeof import('yaml'), document: Document, fail: Fail): Configuration => {
  const reader = readerOf(yaml, fail);
  if (document.contents === null) return NO_CONFIGURATION;
  const known = ['tables', 'externaldata', 'watchlists', 'geo'];
  const parts = new Map(reader.pairs(document.contents, 'the configuration', known));
  const texts = (key: string): ReadonlyMap<string, string> =>
    new Map(
      (parts.has(key) ? reader.pairs(parts.get(key), key) : []).map(([name, value]) => [
        name,
        textOf(reader, value, `${key}.${name}`),
      ]),
    );
  return {
    tables: parts.has('tables') ? readTables(reader, parts.get('tables')) : new Map(),
    externalData: texts('externaldata'),
    watchlists: texts('watchlists'),
    ...(parts.has('geo') ? { geo: textOf(reader, parts.get('geo'), 'geo') } : {}),
  };
};

const readTables = (reader: Reader, node: unknown): Configuration['tables'] => {
  const tables = reader
    .pairs(node, 'tables')
    .map(
      ([table, mappings]) =>
        [
          table,
          reader.list(mappings, `tables.${table}`).map((mapping) => readMapping(reader, mapping, table)),
        ] as const,
    );
  return new Map(tables);
};

/** Reads a folder's `casebook.yaml`; without one, nothing is mapped. A mistake in it is an `InvalidConfiguration` error with its place. */
export const readConfiguration = async (folder: string): Promise<Configuration> => {
  for (const name of CONFIGURATION_FILES) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const fail = failAt(name, text);
    if (text.length > MAX_BYTES) throw fail('configuration larger than 1 MiB', undefined);
    const yaml = await import('yaml');
    const document = yaml.parseDocument(text, { prettyErrors: false });
    const mistake = document.errors[0];
    if (mistake) throw fail(mistake.message, { range: mistake.pos });
    return parse(yaml, document, fail);
  }
  return NO_CONFIGURATION;
};

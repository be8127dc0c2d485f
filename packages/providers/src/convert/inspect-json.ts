import { CasebookError, type KqlType } from '@casebook/core';
import type { Engine } from '../engine/engine';
import { tableNames, type Expectation, type InspectedColumn, type Inspection } from './inspection';
import { exampleOf, type Issue } from './issue';
import { IS_ROW, jsonRows, rowLines, textLines } from './raw-rows';
import { isWindowsEvent } from './windows-events';

const MAX_KEYS = 2_000;

interface Rejected {
  readonly count: number;
  readonly examples: readonly string[];
}

/** Counts the lines that are no JSON object, and those too long for the engine. */
const findRejected = async (engine: Engine, path: string): Promise<Rejected> => {
  const bad = `line IS NOT NULL AND trim(line) <> '' AND NOT ${IS_ROW}`;
  const [row] = await engine.ask<{ count: bigint }>(
    `SELECT count(*) AS count FROM ${textLines(path, true)} WHERE ${bad}`,
  );
  const long = await engine.ask<{ why: string }>(
    `SELECT 'line ' || line || ': longer than 16 MiB' AS why FROM reject_errors`,
  );
  await engine.run('DROP TABLE IF EXISTS reject_errors');
  await engine.run('DROP TABLE IF EXISTS reject_scans');
  const count = Number(row?.count ?? 0n);
  const lines =
    count === 0
      ? []
      : await engine.ask<{ line: string }>(
          `SELECT left(line, 120) AS line FROM ${textLines(path, false)} WHERE ${bad} LIMIT 3`,
        );
  return {
    count: count + long.length,
    examples: [...lines.map(({ line }) => line), ...long.map(({ why }) => why)],
  };
};

const HEAD = 1_000;

/** The keys of all rows with the JSON types that their values have: in the order of the first rows, the others by name. */
const findKeys = async (engine: Engine, path: string): Promise<Map<string, readonly string[]>> => {
  const rows = rowLines(path);
  const shapes = `SELECT DISTINCT json_keys(line) AS keys, json_type(line, '$.*') AS types FROM ${rows}`;
  const found = await engine.ask<{ key: string; types: string[] }>(
    `SELECT key, list_sort(list(DISTINCT type)) AS types FROM (SELECT unnest(keys) AS key, unnest(types) AS type FROM (${shapes}))
     GROUP BY key ORDER BY key`,
  );
  const head = await engine.ask<{ keys: string[] }>(
    `SELECT json_keys(line) AS keys FROM ${rows} LIMIT ${HEAD}`,
  );
  const types = new Map(found.map((one) => [one.key, one.types.filter((type) => type !== 'NULL')]));
  const order = new Set([...head.flatMap(({ keys }) => keys), ...types.keys()]);
  return new Map([...order].map((key) => [key, types.get(key) ?? []]));
};

const WHOLE = ['BIGINT', 'UBIGINT'];

/** The type that holds values of all the JSON types; a mix of texts and numbers is a string. */
const broadType = (types: readonly string[]): KqlType | undefined => {
  if (types.length === 0) return undefined;
  if (types.some((type) => type === 'OBJECT' || type === 'ARRAY')) return 'dynamic';
  if (types.every((type) => type === 'BOOLEAN')) return 'bool';
  if (types.every((type) => WHOLE.includes(type))) return 'long';
  return types.every((type) => type === 'DOUBLE' || WHOLE.includes(type)) ? 'real' : 'string';
};

/** Whether the type must be borne out by the values: a long can be too large, a text can be a moment. */
const isOpen = (types: readonly string[]): boolean =>
  broadType(types) === 'long' || (types.length === 1 && types[0] === 'VARCHAR');

const fits = (index: number, type: KqlType): string[] => {
  const text = `nullif(trim(s[${index + 1}]), '')`;
  const read = type === 'long' ? `text_long(${text})` : `text_datetime(${text})`;
  return [`count(${text}) AS all${index}`, `count(${read}) AS read${index}`];
};

/** Which of the keys hold only what their narrow type reads: long for whole numbers, datetime for texts. */
const narrow = async (
  engine: Engine,
  rows: (keys: readonly string[]) => string,
  keys: readonly (readonly [string, KqlType])[],
): Promise<typeof keys> => {
  if (keys.length === 0) return [];
  const counts = keys.flatMap(([, type], index) => fits(index, type));
  const [row = {}] = await engine.ask<Record<string, bigint>>(
    `SELECT ${counts.join(', ')} FROM ${rows(keys.map(([key]) => key))}`,
  );
  return keys.filter((_, index) => row[`all${index}`] !== 0n && row[`all${index}`] === row[`read${index}`]);
};

/** The types of keys: what their JSON types allow, narrowed where all values bear it out. */
const sniff = async (
  engine: Engine,
  path: string,
  types: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, KqlType | undefined>> => {
  const open = [...types].flatMap(([key, seen]): (readonly [string, KqlType])[] =>
    isOpen(seen) ? [[key, broadType(seen) === 'long' ? 'long' : 'datetime']] : [],
  );
  const head = await narrow(engine, (keys) => `(FROM ${jsonRows(path, keys)} LIMIT ${HEAD})`, open);
  const some = new Set(head.map(([key]) => key));
  const left = open.filter(([key, type]) => type === 'long' || some.has(key));
  const borne = new Map(await narrow(engine, (keys) => jsonRows(path, keys), left));
  return new Map(
    [...types].map(([key, seen]) => {
      const broad = broadType(seen);
      const type = borne.get(key) ?? (broad === 'long' ? 'string' : broad);
      return [key, type];
    }),
  );
};

const mixedIssues = (
  types: ReadonlyMap<string, readonly string[]>,
  found: ReadonlyMap<string, KqlType | undefined>,
  { table, file }: Expectation,
): Issue[] =>
  [...found].flatMap(([key, type]) => {
    const seen = types.get(key) ?? [];
    if (seen.length < 2 || (type !== 'string' && type !== 'dynamic')) return [];
    return [
      { kind: 'type conflict', table, file, count: 1, example: `${key}: ${seen.join(', ')} → ${type}` },
    ];
  });

const noRows = ({ count, examples }: Rejected): CasebookError =>
  new CasebookError(
    'InvalidSource',
    count === 0 ? 'empty file: no rows' : `no JSON object in it: ${exampleOf(examples)}`,
  );

const rejections = ({ count, examples }: Rejected, { table, file }: Expectation): Issue[] =>
  count === 0 ? [] : [{ kind: 'rejected line', table, file, count, example: exampleOf(examples) }];

/** Looks at a file of JSON lines; `shape` tells whether recorded Windows events are to be looked for. */
export const inspectJson = async (
  engine: Engine,
  path: string,
  expected: Expectation,
  shape: boolean,
): Promise<Inspection> => {
  const { table, file, known } = expected;
  const rejected = await findRejected(engine, path);
  const seen = await findKeys(engine, path);
  const all = [...seen.keys()].filter((key) => !key.includes('\0'));
  if (all.length === 0) throw noRows(rejected);
  const events = shape && isWindowsEvent(all);
  const keys = all.slice(0, MAX_KEYS);
  const { names, issues } = tableNames(keys, expected);
  const unknown = events ? [] : keys.filter((_, index) => !known.has(names[index] as string));
  const types = await sniff(engine, path, new Map(unknown.map((key) => [key, seen.get(key) ?? []])));
  const columns = keys.map((key, index): InspectedColumn => {
    const type = types.get(key);
    return { name: names[index] as string, source: key, ...(type ? { type } : {}) };
  });
  const left = [...seen.keys()].filter((key) => !keys.includes(key));
  const cut = {
    kind: 'left out column',
    table,
    file,
    count: left.length,
    example: exampleOf(left.slice(0, 3)),
  };
  return {
    columns,
    rejected: rejected.count,
    issues: [
      ...rejections(rejected, expected),
      ...(events ? [] : issues),
      ...mixedIssues(seen, types, expected),
      ...(left.length > 0 ? [cut] : []),
    ],
    events,
  };
};

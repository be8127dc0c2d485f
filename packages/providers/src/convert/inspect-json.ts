import type { KqlType } from '@casebook/core';
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

const findKeys = async (engine: Engine, path: string): Promise<string[]> => {
  const found = await engine.ask<{ key: string }>(
    `SELECT key FROM (SELECT unnest(keys) AS key, first_seen, generate_subscripts(keys, 1) AS place
       FROM (SELECT json_keys(line) AS keys, min(rowid_) AS first_seen
         FROM (SELECT line, row_number() OVER () AS rowid_ FROM ${rowLines(path)}) GROUP BY ALL))
     GROUP BY key ORDER BY min(first_seen), min(place)`,
  );
  return found.map(({ key }) => key);
};

interface Seen {
  readonly types: readonly string[];
  readonly texts: bigint;
  readonly moments: bigint;
}

const WHOLE = ['BIGINT', 'UBIGINT'];

/** The type that holds all values of the JSON types seen; a mix of texts and numbers is a string. */
const typeOf = ({ types, texts, moments }: Seen, longs: boolean): KqlType | undefined => {
  const seen = types.filter((type) => type !== 'NULL');
  if (seen.length === 0) return undefined;
  if (seen.some((type) => type === 'OBJECT' || type === 'ARRAY')) return 'dynamic';
  if (seen.every((type) => type === 'BOOLEAN')) return 'bool';
  if (seen.every((type) => WHOLE.includes(type))) return longs ? 'long' : 'real';
  if (seen.every((type) => type === 'DOUBLE' || WHOLE.includes(type))) return 'real';
  return seen.every((type) => type === 'VARCHAR') && texts > 0n && texts === moments ? 'datetime' : 'string';
};

const sniff = async (
  engine: Engine,
  path: string,
  keys: readonly string[],
): Promise<Map<string, { type?: KqlType; mixed: string }>> => {
  const seen = keys.flatMap((_, index) => {
    const cell = `d[${index + 1}]`;
    const text = `s[${index + 1}]`;
    return [
      `list(DISTINCT json_type(${cell})) FILTER (${cell} IS NOT NULL) AS types${index}`,
      `count(nullif(trim(${text}), '')) FILTER (json_type(${cell}) = 'VARCHAR') AS texts${index}`,
      `count(text_datetime(trim(${text}))) FILTER (json_type(${cell}) = 'VARCHAR') AS moments${index}`,
      `coalesce(bool_and(text_long(${text}) IS NOT NULL) FILTER (json_type(${cell}) IN ('BIGINT', 'UBIGINT')), true) AS longs${index}`,
    ];
  });
  if (keys.length === 0) return new Map();
  const [row = {}] = await engine.ask<Record<string, unknown>>(
    `SELECT ${seen.join(', ')} FROM ${jsonRows(path, keys)}`,
  );
  return new Map(
    keys.map((key, index) => {
      const types = [...((row[`types${index}`] ?? []) as string[])].sort();
      const found: Seen = {
        types,
        texts: row[`texts${index}`] as bigint,
        moments: row[`moments${index}`] as bigint,
      };
      const type = typeOf(found, row[`longs${index}`] as boolean);
      const kinds = types.filter((one) => one !== 'NULL');
      const mixed = kinds.length > 1 && (type === 'string' || type === 'dynamic') ? kinds.join(', ') : '';
      return [key, { ...(type ? { type } : {}), mixed }];
    }),
  );
};

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
  const all = await findKeys(engine, path);
  const events = shape && isWindowsEvent(all);
  const keys = all.slice(0, MAX_KEYS);
  const { names, issues } = tableNames(keys, expected);
  const unknown = events ? [] : keys.filter((_, index) => !known.has(names[index] as string));
  const types = await sniff(engine, path, unknown);
  const columns = keys.map((key, index): InspectedColumn => {
    const type = types.get(key)?.type;
    return { name: names[index] as string, source: key, ...(type ? { type } : {}) };
  });
  const left = all.slice(MAX_KEYS);
  const mixed = [...types].filter(([, one]) => one.mixed !== '');
  return {
    columns,
    rejected: rejected.count,
    issues: [
      ...rejections(rejected, expected),
      ...(events ? [] : issues),
      ...mixed.map(([key, one]) => ({
        kind: 'type conflict',
        table,
        file,
        count: 1,
        example: `${key}: ${one.mixed} → ${one.type}`,
      })),
      ...(left.length > 0
        ? [{ kind: 'left out column', table, file, count: left.length, example: exampleOf(left.slice(0, 3)) }]
        : []),
    ],
    events,
  };
};

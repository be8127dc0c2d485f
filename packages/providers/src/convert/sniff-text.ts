import type { KqlType } from '@casebook/core';
import type { Engine } from '../engine/engine';

/** What a column of texts may be, most narrow first; what is none of them is a string. */
const CANDIDATES = {
  bool: (t: string) => `lower(${t}) IN ('true', 'false')`,
  long: (t: string) => `regexp_full_match(${t}, '-?(?:0|[1-9]\\d*)') AND text_long(${t}) IS NOT NULL`,
  real: (t: string) =>
    `regexp_full_match(${t}, '(?i)-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:e[+-]?\\d+)?|nan|-?inf(?:inity)?')
     AND (isfinite(TRY_CAST(${t} AS DOUBLE)) OR regexp_matches(${t}, '(?i)n'))
     AND (text_whole(${t}) IS NULL OR text_long(${t}) IS NOT NULL)`,
  datetime: (t: string) => `text_datetime(${t}) IS NOT NULL`,
  dynamic: (t: string) => `regexp_matches(${t}, '^[\\[{]') AND is_json(${t})`,
} satisfies Partial<Record<KqlType, (text: string) => string>>;

type Candidate = keyof typeof CANDIDATES;

const ALL = Object.keys(CANDIDATES) as Candidate[];
const HEAD = 2_000;

type Possible = Map<string, { readonly filled: boolean; readonly types: readonly Candidate[] }>;

const check = async (
  engine: Engine,
  rows: string,
  asked: ReadonlyMap<string, readonly Candidate[]>,
): Promise<Possible> => {
  const columns = [...asked];
  const texts = columns.map(([column], index) => `nullif(trim(${column}), '') AS t${index}`);
  const counts = columns.flatMap(([, types], index) => [
    `count(t${index}) AS n${index}`,
    ...types.map((type) => `count(*) FILTER (${CANDIDATES[type](`t${index}`)}) AS ${type}${index}`),
  ]);
  const [row = {}] = await engine.ask<Record<string, bigint>>(
    `SELECT ${counts.join(', ')} FROM (SELECT ${texts.join(', ')} FROM ${rows})`,
  );
  return new Map(
    columns.map(([column, types], index) => {
      const all = row[`n${index}`] ?? 0n;
      return [column, { filled: all > 0n, types: types.filter((type) => row[`${type}${index}`] === all) }];
    }),
  );
};

/**
 * Finds the narrowest type that all non-empty texts of each column have, over the whole file: first what its head allows,
 * then what all of it allows. Nothing for a column without values.
 */
export const sniffText = async (
  engine: Engine,
  rows: string,
  columns: readonly string[],
): Promise<ReadonlyMap<string, KqlType | undefined>> => {
  if (columns.length === 0) return new Map();
  const head = await check(
    engine,
    `(FROM ${rows} LIMIT ${HEAD})`,
    new Map(columns.map((column) => [column, ALL])),
  );
  const left = [...head].filter(([, { types }]) => types.length > 0);
  const whole =
    left.length === 0
      ? new Map()
      : await check(engine, rows, new Map(left.map(([name, { types }]) => [name, types])));
  return new Map(
    columns.map((column) => {
      const found = whole.get(column) as { filled: boolean; types: Candidate[] } | undefined;
      return [column, found && !found.filled ? undefined : (found?.types[0] ?? 'string')];
    }),
  );
};

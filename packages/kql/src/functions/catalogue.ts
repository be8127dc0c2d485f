import type { FunctionRow } from './function-row';
import { CODE_FUNCTIONS } from './code-functions';
import { HASH_SPECIALS } from './hash-specials';
import { DIGEST_SPECIALS } from './digest-functions';
import { SKETCH_SPECIALS } from './distinct-sketch';
import type { TupleRow } from './tuple-row';
import { GEO_INFO } from './geo-info';
import { DYNAMIC_FUNCTIONS } from './dynamic-functions';
import { DYNAMIC_SPECIALS } from './dynamic-specials';
import { GEO_FUNCTIONS } from './geo-functions';
import { GEO_REFUSED } from './geo-refused';
import { INGESTION_TIME } from './ingestion-time';
import { IP_FUNCTIONS } from './ip-functions';
import { IP_TEXT_FUNCTIONS } from './ip-text-functions';
import { NUMBER_FUNCTIONS } from './number-functions';
import { NUMBER_SPECIALS } from './number-specials';
import { REGEX_SPECIALS } from './regex-specials';
import { SERIES_FUNCTIONS } from './series-functions';
import { SERIES_TUPLES } from './series-tuples';
import { TIME_SPECIALS } from './time-specials';
import { WINDOW_SPECIALS } from './window-specials';
import { SPECIAL_FUNCTIONS } from './special-functions';
import type { SpecialRow } from './special-row';
import { TEXT_CODE_FUNCTIONS } from './text-code-functions';
import { UNIT_FUNCTIONS } from './unit-functions';
import { TEXT_FUNCTIONS } from './text-functions';
import { TIME_FUNCTIONS } from './time-functions';

/** All functions that are rows of a table. */
export const FUNCTION_ROWS: readonly FunctionRow[] = [
  ...TEXT_FUNCTIONS,
  ...TEXT_CODE_FUNCTIONS,
  ...TIME_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...DYNAMIC_FUNCTIONS,
  ...IP_FUNCTIONS,
  ...SERIES_FUNCTIONS,
  ...IP_TEXT_FUNCTIONS,
  ...GEO_FUNCTIONS,
  ...CODE_FUNCTIONS,
  ...UNIT_FUNCTIONS,
  ...GEO_REFUSED,
];

/** All functions with a translation of their own. */
export const SPECIAL_ROWS: readonly SpecialRow[] = [
  INGESTION_TIME,
  ...SPECIAL_FUNCTIONS,
  ...DIGEST_SPECIALS,
  ...SKETCH_SPECIALS,
  ...REGEX_SPECIALS,
  ...TIME_SPECIALS,
  ...DYNAMIC_SPECIALS,
  ...WINDOW_SPECIALS,
  ...NUMBER_SPECIALS,
  GEO_INFO,
  ...HASH_SPECIALS,
];

const byName = <Row extends { name: string; aliases?: readonly string[] }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row> =>
  new Map(rows.flatMap((row) => [row.name, ...(row.aliases ?? [])].map((name) => [name, row] as const)));

/** Rows by every name that they go by. */
export const FUNCTIONS: ReadonlyMap<string, FunctionRow> = byName(FUNCTION_ROWS);

/** Rows with a translation of their own, by every name that they go by. */
export const SPECIALS: ReadonlyMap<string, SpecialRow> = byName(SPECIAL_ROWS);

/** Functions that give several columns, by name. */
export const TUPLES: ReadonlyMap<string, TupleRow> = byName(SERIES_TUPLES);

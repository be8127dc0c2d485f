import type { FunctionRow } from './function-row';
import { SPECIAL_FUNCTIONS } from './special-functions';
import type { SpecialRow } from './special-row';
import { TEXT_FUNCTIONS } from './text-functions';
import { TIME_FUNCTIONS } from './time-functions';

/** All functions that are rows of a table. */
export const FUNCTION_ROWS: readonly FunctionRow[] = [...TEXT_FUNCTIONS, ...TIME_FUNCTIONS];

/** All functions with a translation of their own. */
export const SPECIAL_ROWS: readonly SpecialRow[] = [...SPECIAL_FUNCTIONS];

const byName = <Row extends { name: string; aliases?: readonly string[] }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row> =>
  new Map(rows.flatMap((row) => [row.name, ...(row.aliases ?? [])].map((name) => [name, row] as const)));

/** Rows by every name that they go by. */
export const FUNCTIONS: ReadonlyMap<string, FunctionRow> = byName(FUNCTION_ROWS);

/** Rows with a translation of their own, by every name that they go by. */
export const SPECIALS: ReadonlyMap<string, SpecialRow> = byName(SPECIAL_ROWS);

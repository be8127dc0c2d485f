import type { DateTime } from '../time/date-time';
import type { Duration } from '../time/duration';
import type { KqlType } from './kql-type';

/** A parsed JSON value, frozen: what a cell of type dynamic holds. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A value of a frame. bool: boolean; int, real: number; long: number where the whole column lies within ±2^53, else bigint;
 * datetime: {@link DateTime}; timespan: {@link Duration}; string, decimal, guid: string; dynamic: {@link Json}; null: null.
 */
export type Cell = boolean | number | bigint | DateTime | Duration | Json;

/** A row of a frame: cells by column name. */
export type Row = Readonly<Record<string, Cell>>;

/** A column's name and type. */
export interface ColumnInfo {
  readonly name: string;
  readonly type: KqlType;
}

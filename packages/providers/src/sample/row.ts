import type { Moment } from './moment';

/** The cells of one row by column; absent ones are empty or null. Datetimes are ticks as text, dynamics JSON text. */
export type Cells = Record<string, string | number | boolean>;

/** One generated row. */
export interface SampleRow {
  readonly at: Moment;
  readonly cells: Cells;
}

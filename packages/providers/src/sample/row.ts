import type { Moment } from './moment';

/** The cells of one row by column; absent ones are empty or null. Datetimes are ticks as text, dynamics JSON text. */
export type Cells = Record<string, string | number | boolean>;

/** One generated row. */
export interface SampleRow {
  readonly at: Moment;
  /** Cells before the others; in a table either all rows have the same ones or none has any. */
  readonly head?: Cells;
  readonly cells: Cells;
}

/** A generated row as it travels: its shape tells the columns, the text holds their values in order. */
export interface PackedRow {
  readonly at: Moment;
  readonly shape: number;
  packed: string;
}

/** One row's cells from parts that share no column, in order; many times faster than spreading them into a literal. */
export const together = (...parts: readonly Cells[]): Cells => Object.assign({}, ...parts) as Cells;

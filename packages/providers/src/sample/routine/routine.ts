import { MONTH_DAYS } from '../moment';
import { Random } from '../random';
import type { SampleRow } from '../row';
import { apportion } from './apportion';

/** What a routine is asked for: so many rows of one unit on one day. */
export interface Portion<Unit> {
  readonly unit: Unit;
  readonly day: number;
  readonly count: number;
  readonly random: Random;
}

/** The ordinary background of a table: how much each unit (a machine, a person) does a day, and its rows. */
export interface Routine<Unit> {
  readonly table: string;
  /** Its part of all background rows, in percent. */
  readonly share: number;
  readonly units: readonly Unit[];
  /** How much a unit does on a day, against the others; whole or not, zero for nothing. */
  weight(unit: Unit, day: number): number;
  /** Exactly `count` rows within the day, in any order. */
  write(portion: Portion<Unit>): readonly SampleRow[];
}

/** The background rows of a table, day by day; a seed decides them. */
export interface Background {
  readonly table: string;
  readonly share: number;
  /** Plans a total of rows over the month; `write` then gives each day's, asked in order from day 1. */
  plan(seed: number, total: number): { write(day: number, take: (rows: readonly SampleRow[]) => void): void };
}

/** Makes a routine's background: the total split over days and units by weight, each up to a tenth more or less. */
export function background<Unit>(routine: Routine<Unit>): Background {
  const { units } = routine;
  const plan = (seed: number, total: number): ReturnType<Background['plan']> => {
    const jitter = new Random(seed, routine.table, 'plan');
    const weights = Array.from({ length: MONTH_DAYS * units.length }, (_, cell) => {
      const unit = units[cell % units.length] as Unit;
      return routine.weight(unit, Math.floor(cell / units.length) + 1) * (900 + jitter.below(201));
    });
    const counts = apportion(total, weights);
    const write = (day: number, take: (rows: readonly SampleRow[]) => void): void =>
      units.forEach((unit, index) => {
        const count = counts[(day - 1) * units.length + index] as number;
        if (count === 0) return;
        const random = new Random(seed, routine.table, day, index);
        take(routine.write({ unit, day, count, random }));
      });
    return { write };
  };
  return { table: routine.table, share: routine.share, plan };
}

import { MAX_DATETIME_TICKS, TICKS, UNIX_EPOCH_TICKS } from '@casebook/core';
import { BEYOND_TIME, inRange, momentOf, ticksOf } from './datetime-text';
import { unanswerable } from './unanswerable';

/** The units of a calendar that lengths of time can be counted in. */
export type Unit =
  | 'year'
  | 'quarter'
  | 'month'
  | 'week'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'millisecond'
  | 'microsecond'
  | 'nanosecond';

/** The units that have a first and a last moment. */
type CalendarUnit = 'day' | 'week' | 'month' | 'year';

const DAY_OF_TICKS = TICKS.day;
const FIXED: Partial<Record<Unit, bigint>> = {
  week: 7n * TICKS.day,
  day: TICKS.day,
  hour: TICKS.hour,
  minute: TICKS.minute,
  second: TICKS.second,
  millisecond: TICKS.millisecond,
  microsecond: TICKS.microsecond,
};

/** The moment as a Date, for its calendar fields. */
export const dateOf = (ticks: bigint): Date =>
  new Date(
    Number(
      (ticks - UNIX_EPOCH_TICKS) / 10_000n -
        (ticks < UNIX_EPOCH_TICKS && (ticks - UNIX_EPOCH_TICKS) % 10_000n !== 0n ? 1n : 0n),
    ),
  );

/** Days since the Sunday of the week; 0001-01-01 was a Monday. */
export const dayOfWeek = (ticks: bigint): bigint => (ticks / DAY_OF_TICKS + 1n) % 7n;

const monthStart = (year: number, month: number): bigint | null => {
  const whole = year * 12 + (month - 1);
  const day = ticksOf({ year: Math.floor(whole / 12), month: (((whole % 12) + 12) % 12) + 1, day: 1 });
  return day;
};

/** The first moment of the unit that a moment lies in, moved by a number of units; null outside 0001..9999. */
function startWithin(unit: CalendarUnit, ticks: bigint, offset: bigint): bigint | null {
  const date = dateOf(ticks);
  const day = ticks - (ticks % DAY_OF_TICKS);
  if (unit === 'day') return inRange(day + offset * DAY_OF_TICKS);
  if (unit === 'week') return inRange(day - dayOfWeek(ticks) * DAY_OF_TICKS + 7n * offset * DAY_OF_TICKS);
  if (unit === 'month') return monthStart(date.getUTCFullYear(), date.getUTCMonth() + 1 + Number(offset));
  return monthStart(date.getUTCFullYear() + Number(offset), 1);
}

/** The first moment of the unit that a moment lies in, moved by a number of units. Errors: KqlUnsupported outside 0001..9999. */
export const startOf = (unit: CalendarUnit, ticks: bigint, offset: bigint): bigint =>
  startWithin(unit, ticks, offset) ?? unanswerable(BEYOND_TIME);

/** The last tick of the unit that a moment lies in, moved by a number of units. Errors: KqlUnsupported outside 0001..9999. */
export function endOf(unit: CalendarUnit, ticks: bigint, offset: bigint): bigint {
  const next = startWithin(unit, ticks, offset + 1n);
  if (next !== null) return next - 1n;
  startOf(unit, ticks, offset);
  return unit === 'week' ? unanswerable(BEYOND_TIME) : MAX_DATETIME_TICKS;
}

/** A moment moved by whole units; a day that the month lacks becomes its last. Errors: KqlUnsupported outside 0001..9999. */
export function addUnits(unit: Unit, amount: bigint, ticks: bigint): bigint {
  const fixed = FIXED[unit];
  if (fixed !== undefined) return momentOf(ticks + amount * fixed);
  if (unit === 'nanosecond') return momentOf(ticks + amount / 100n);
  const months = Number(amount) * (unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1);
  const date = dateOf(ticks);
  const first = monthStart(date.getUTCFullYear(), date.getUTCMonth() + 1 + months);
  const after = monthStart(date.getUTCFullYear(), date.getUTCMonth() + 2 + months);
  if (first === null) return unanswerable(BEYOND_TIME);
  const days = after === null ? 31n : (after - first) / DAY_OF_TICKS;
  const day = BigInt(date.getUTCDate()) > days ? days : BigInt(date.getUTCDate());
  return momentOf(first + (day - 1n) * DAY_OF_TICKS + (ticks % DAY_OF_TICKS));
}

/** How many borders of a unit lie between two moments. */
export function countUnits(unit: Unit, end: bigint, start: bigint): bigint {
  const [a, b] = [dateOf(end), dateOf(start)];
  const years = BigInt(a.getUTCFullYear() - b.getUTCFullYear());
  const months = years * 12n + BigInt(a.getUTCMonth() - b.getUTCMonth());
  if (unit === 'year') return years;
  if (unit === 'month') return months;
  if (unit === 'quarter')
    return years * 4n + BigInt(Math.floor(a.getUTCMonth() / 3) - Math.floor(b.getUTCMonth() / 3));
  if (unit === 'nanosecond') return (end - start) * 100n;
  if (unit === 'week') return sundays(end) - sundays(start);
  const size = FIXED[unit] ?? 1n;
  return end / size - start / size;
}

/** How many Sundays lie between the one before 0001-01-01 and a moment. */
const sundays = (ticks: bigint): bigint => (ticks / DAY_OF_TICKS + 1n) / 7n;

/** The week of a year by ISO 8601. */
export const isoWeek = (ticks: bigint): bigint => weekAround(ticks, 3n);

/** The week of a year whose first week is that of its first Wednesday. */
export const weekByWednesday = (ticks: bigint): bigint => weekAround(ticks, 2n);

/** Counts weeks from Monday; a week belongs to the year of its day `pivot` (0 is Monday). */
function weekAround(ticks: bigint, pivot: bigint): bigint {
  const monday = (ticks / DAY_OF_TICKS) % 7n;
  const day = ticks - (ticks % DAY_OF_TICKS) + (pivot - monday) * DAY_OF_TICKS;
  const year = startOf('year', day, 0n);
  return (day - year) / DAY_OF_TICKS / 7n + 1n;
}

/** The day of a year, from 1. */
export const dayOfYear = (ticks: bigint): bigint => (ticks - startOf('year', ticks, 0n)) / DAY_OF_TICKS + 1n;

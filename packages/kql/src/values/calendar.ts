import { MAX_DATETIME_TICKS, TICKS, UNIX_EPOCH_TICKS } from '@casebook/core';
import { inRange, ticksOf } from './datetime-text';

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
export function startOf(
  unit: 'day' | 'week' | 'month' | 'year',
  ticks: bigint,
  offset: bigint,
): bigint | null {
  const date = dateOf(ticks);
  const day = ticks - (ticks % DAY_OF_TICKS);
  if (unit === 'day') return inRange(day + offset * DAY_OF_TICKS);
  if (unit === 'week') return inRange(day - dayOfWeek(ticks) * DAY_OF_TICKS + 7n * offset * DAY_OF_TICKS);
  if (unit === 'month') return monthStart(date.getUTCFullYear(), date.getUTCMonth() + 1 + Number(offset));
  return monthStart(date.getUTCFullYear() + Number(offset), 1);
}

/** The last tick of the unit that a moment lies in, moved by a number of units. */
export function endOf(unit: 'day' | 'week' | 'month' | 'year', ticks: bigint, offset: bigint): bigint | null {
  const next = startOf(unit, ticks, offset + 1n);
  return next === null ? MAX_DATETIME_TICKS : next - 1n;
}

/** A moment moved by whole units; a day that the month lacks becomes its last. */
export function addUnits(unit: Unit, amount: bigint, ticks: bigint): bigint | null {
  const fixed = FIXED[unit];
  if (fixed !== undefined) return inRange(ticks + amount * fixed);
  if (unit === 'nanosecond') return inRange(ticks + amount / 100n);
  const months = Number(amount) * (unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1);
  const date = dateOf(ticks);
  const first = monthStart(date.getUTCFullYear(), date.getUTCMonth() + 1 + months);
  const after = monthStart(date.getUTCFullYear(), date.getUTCMonth() + 2 + months);
  if (first === null) return null;
  const days = after === null ? 31n : (after - first) / DAY_OF_TICKS;
  const day = BigInt(date.getUTCDate()) > days ? days : BigInt(date.getUTCDate());
  return inRange(first + (day - 1n) * DAY_OF_TICKS + (ticks % DAY_OF_TICKS));
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
  if (unit === 'week')
    return (
      (startOf('week', end, 0n) ?? 0n) / (7n * DAY_OF_TICKS) -
      (startOf('week', start, 0n) ?? 0n) / (7n * DAY_OF_TICKS)
    );
  const size = FIXED[unit] ?? 1n;
  return end / size - start / size;
}

/** The week of a year by ISO 8601. */
export const isoWeek = (ticks: bigint): bigint => weekAround(ticks, 3n);

/** The week of a year whose first week is that of its first Wednesday. */
export const weekByWednesday = (ticks: bigint): bigint => weekAround(ticks, 2n);

/** Counts weeks from Monday; a week belongs to the year of its day `pivot` (0 is Monday). */
function weekAround(ticks: bigint, pivot: bigint): bigint {
  const monday = (ticks / DAY_OF_TICKS) % 7n;
  const day = ticks - (ticks % DAY_OF_TICKS) + (pivot - monday) * DAY_OF_TICKS;
  const year = startOf('year', day, 0n) ?? 0n;
  return (day - year) / DAY_OF_TICKS / 7n + 1n;
}

/** The day of a year, from 1. */
export const dayOfYear = (ticks: bigint): bigint =>
  (ticks - (startOf('year', ticks, 0n) ?? 0n)) / DAY_OF_TICKS + 1n;

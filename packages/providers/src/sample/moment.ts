import { DateTime } from '@casebook/core';

/** A moment of the sample month, in whole ticks of 100 ns since its start; below 2^53, so a number holds it exactly. */
export type Moment = number;

/** The first moment of the sample month. */
export const MONTH_START = DateTime.parse('2026-09-01T00:00:00Z');

/** The first moment after the sample month. */
export const MONTH_END = DateTime.parse('2026-10-01T00:00:00Z');

/** Days of the sample month. */
export const MONTH_DAYS = 30;

/** Ticks in a millisecond, second, minute, hour and day, as numbers. */
export const SPAN = {
  millisecond: 10_000,
  second: 10_000_000,
  minute: 600_000_000,
  hour: 36_000_000_000,
  day: 864_000_000_000,
} as const;

/** Reads ISO 8601, such as `2026-09-15T09:26:03.217Z`. */
export const moment = (text: string): Moment => Number(DateTime.parse(text).ticks - MONTH_START.ticks);

/** A time of day on a day of September 2026: `on(15, '09:26:03.217')`. */
export const on = (day: number, time: string): Moment =>
  moment(`2026-09-${String(day).padStart(2, '0')}T${time}Z`);

/** The moment as a KQL datetime. */
export const dateTime = (at: Moment): DateTime => new DateTime(MONTH_START.ticks + BigInt(at));

/** The moment as text of absolute ticks, the cell of a datetime column. */
export const ticksCell = (at: Moment): string => (MONTH_START.ticks + BigInt(at)).toString();

/** The day of the month, from 1. */
export const dayOf = (at: Moment): number => Math.floor(at / SPAN.day) + 1;

/** Whether a day of the month (from 1) is a Saturday or Sunday; 2026-09-01 is a Tuesday. */
export const isWeekend = (day: number): boolean => [5, 6].includes(day % 7);

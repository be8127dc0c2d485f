import { TICKS } from '@casebook/core';
import type { Constant } from '../plan/scalar';
import { dateOf, dayOfWeek, dayOfYear, endOf, isoWeek, startOf } from '../values/calendar';
import { ticksOf } from '../values/datetime-text';
import type { FunctionRow } from './function-row';

const start = (unit: 'day' | 'week' | 'month' | 'year', sql?: FunctionRow['sql']): FunctionRow => ({
  name: `startof${unit}`,
  takes: ['datetime', 'long?'],
  gives: 'datetime',
  js: (t: bigint, offset: bigint = 0n) => startOf(unit, t, offset),
  ...(sql ? { sql } : {}),
});

const end = (unit: 'day' | 'week' | 'month' | 'year'): FunctionRow => ({
  name: `endof${unit}`,
  takes: ['datetime', 'long?'],
  gives: 'datetime',
  js: (t: bigint, offset: bigint = 0n) => endOf(unit, t, offset),
});

const part = (
  name: string,
  gives: 'int' | 'long',
  js: (t: bigint) => bigint,
  ...aliases: string[]
): FunctionRow => ({
  name,
  aliases,
  takes: ['datetime'],
  gives,
  js,
});

function datetimeFromParts(...parts: (bigint | number)[]): Constant {
  const [year, month, day, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const whole = Math.floor(second);
  return ticksOf({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: whole,
    fraction: BigInt(Math.round((second - whole) * 1e7)),
  });
}

/** Functions over moments and spans. */
export const TIME_FUNCTIONS: readonly FunctionRow[] = [
  start(
    'day',
    (t, offset) =>
      `(${t} // ${TICKS.day} * ${TICKS.day}${offset === undefined ? '' : ` + ${offset} * ${TICKS.day}`})`,
  ),
  start('week'),
  start('month'),
  start('year'),
  end('day'),
  end('week'),
  end('month'),
  end('year'),
  {
    name: 'dayofweek',
    takes: ['datetime'],
    gives: 'timespan',
    sql: (t) => `((${t} // ${TICKS.day} + 1) % 7 * ${TICKS.day})`,
    js: (t: bigint) => dayOfWeek(t) * TICKS.day,
  },
  part('dayofmonth', 'int', (t) => BigInt(dateOf(t).getUTCDate())),
  part('dayofyear', 'int', dayOfYear),
  {
    name: 'hourofday',
    takes: ['datetime'],
    gives: 'int',
    sql: (t) => `CAST(${t} // ${TICKS.hour} % 24 AS INTEGER)`,
    js: (t: bigint) => (t / TICKS.hour) % 24n,
  },
  part('monthofyear', 'int', (t) => BigInt(dateOf(t).getUTCMonth() + 1), 'getmonth'),
  part('getyear', 'int', (t) => BigInt(dateOf(t).getUTCFullYear())),
  part('week_of_year', 'int', isoWeek),
  {
    name: 'make_datetime',
    takes: ['long', 'long', 'long', 'long?', 'long?', 'real?'],
    gives: 'datetime',
    js: datetimeFromParts,
  },
];

import { DateTime } from '../time/date-time';
import { Duration } from '../time/duration';
import type { LongColumn } from './column';
import { unfit, type OrderOperator } from './number-test';

type Test = (row: number) => boolean;

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

const ticksOf = (type: 'datetime' | 'timespan', value: unknown, name: string): bigint => {
  if (type === 'datetime') {
    if (value instanceof DateTime) return value.ticks;
    if (isDate(value)) return DateTime.fromDate(value).ticks;
    if (typeof value === 'string') return DateTime.parse(value).ticks;
  }
  if (type === 'timespan') {
    if (value instanceof Duration) return value.ticks;
    if (typeof value === 'string') return Duration.parse(value).ticks;
  }
  throw unfit(type, value, name);
};

const bigTest = ({ values }: LongColumn, operator: OrderOperator, other: bigint): Test => {
  switch (operator) {
    case '==':
      return (row) => values[row] === other;
    case '!=':
      return (row) => values[row] !== other;
    case '<':
      return (row) => (values[row] as bigint) < other;
    case '<=':
      return (row) => (values[row] as bigint) <= other;
    case '>':
      return (row) => (values[row] as bigint) > other;
    case '>=':
      return (row) => (values[row] as bigint) >= other;
  }
};

/** A long against a number that is no long: the answer follows from the nearest whole number, or from the infinity. */
const fractionTest = (data: LongColumn, operator: OrderOperator, value: number): Test => {
  if (operator === '==' || operator === '!=' || Number.isNaN(value)) return () => operator === '!=';
  const below = operator === '<' || operator === '<=';
  if (!Number.isFinite(value)) return () => value > 0 === below;
  return below
    ? bigTest(data, '<=', BigInt(Math.floor(value)))
    : bigTest(data, '>=', BigInt(Math.ceil(value)));
};

/** The 64 bits that a value is in a column, or none for a number that is no long; what does not fit is a `TypeMismatch` error. */
export const longKey = (type: LongColumn['type'], value: unknown, name: string): bigint | undefined => {
  if (type !== 'long') return ticksOf(type, value, name);
  if (typeof value === 'bigint') return value;
  if (typeof value !== 'number') throw unfit('long', value, name);
  return Number.isInteger(value) ? BigInt(value) : undefined;
};

/** A test of a long, datetime or timespan column. */
export const longTest = (data: LongColumn, operator: OrderOperator, value: unknown, name: string): Test => {
  const key = longKey(data.type, value, name);
  return key === undefined ? fractionTest(data, operator, value as number) : bigTest(data, operator, key);
};

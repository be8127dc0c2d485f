import { TICKS, type KqlType } from '@casebook/core';
import { refuse } from '../plan/refusal';
import type { Constant, Scalar } from '../plan/scalar';
import { constant } from '../sql/quote-sql';
import {
  addUnits,
  countUnits,
  dateOf,
  dayOfYear,
  isoWeek,
  weekByWednesday,
  type Unit,
} from '../values/calendar';
import { formatDatetime, formatTimespan } from '../values/format-time';
import { toLocal, toUtc, zoneOffset, type ZoneOffset } from '../values/time-zone';
import { combine } from '../expressions/arithmetic';
import { hosted } from './hosted';
import { converted, type Call, type SpecialRow } from './special-row';
import { unanswerable } from '../values/unanswerable';
import { unixMoment, type UnixUnit } from '../values/unix-time';

const UNITS: readonly Unit[] = [
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
  'millisecond',
  'microsecond',
  'nanosecond',
];

function unit(call: Call, known: readonly string[]): string {
  const { constant: name } = call.arg(0);
  const lower = typeof name === 'string' ? name.toLowerCase() : '';
  return known.includes(lower)
    ? lower
    : refuse(`${call.name} of ${call.args[0]?.text ?? 'nothing'}`, call.node, call.scope);
}

function difference(call: Call): Scalar {
  const name = unit(call, UNITS) as Unit;
  const [end, start] = [converted(call, 1, 'datetime'), converted(call, 2, 'datetime')];
  const gives: KqlType = name === 'week' ? 'real' : 'long';
  const js = (a: bigint, b: bigint): Constant => {
    const count = countUnits(name, a, b);
    return gives === 'real' ? Number(count) : count;
  };
  return hosted(call, { name: `datetime_diff_${name}`, takes: ['datetime', 'datetime'], gives, call: js }, [
    end,
    start,
  ]);
}

function added(call: Call): Scalar {
  const name = unit(call, UNITS) as Unit;
  const args = [converted(call, 1, 'long'), converted(call, 2, 'datetime')];
  const js = (amount: bigint, t: bigint): Constant => addUnits(name, amount, t);
  return hosted(
    call,
    { name: `datetime_add_${name}`, takes: ['long', 'datetime'], gives: 'datetime', call: js },
    args,
  );
}

const PARTS: Readonly<Record<string, (t: bigint) => bigint>> = {
  year: (t) => BigInt(dateOf(t).getUTCFullYear()),
  quarter: (t) => BigInt(Math.floor(dateOf(t).getUTCMonth() / 3) + 1),
  month: (t) => BigInt(dateOf(t).getUTCMonth() + 1),
  week_of_year: isoWeek,
  weekofyear: isoWeek,
  day: (t) => BigInt(dateOf(t).getUTCDate()),
  dayofyear: dayOfYear,
  hour: (t) => (t / TICKS.hour) % 24n,
  minute: (t) => (t / TICKS.minute) % 60n,
  second: (t) => (t / TICKS.second) % 60n,
  millisecond: (t) => (t / TICKS.millisecond) % 1000n,
  microsecond: (t) => (t / TICKS.microsecond) % 1_000_000n,
  nanosecond: (t) => (t % TICKS.second) * 100n,
};

function part(call: Call): Scalar {
  const name = unit(call, Object.keys(PARTS));
  const read = PARTS[name] ?? ((): bigint => 0n);
  return hosted(call, { name: `datetime_part_${name}`, takes: ['datetime'], gives: 'long', call: read }, [
    converted(call, 1, 'datetime'),
  ]);
}

/** A moment with digits at all places, to try a format with. */
const ANY_MOMENT = 1_111_111n;

function formatted(type: 'datetime' | 'timespan', format: (ticks: bigint, text: string) => string | null) {
  return (call: Call): Scalar => {
    const text = converted(call, 1, 'string');
    if (typeof text.constant === 'string' && format(ANY_MOMENT, text.constant) === null)
      return refuse(`format: ${text.constant}`, call.node, call.scope);
    const js = (ticks: bigint, pattern: string): Constant =>
      format(ticks, pattern) ?? unanswerable(`format: ${pattern}`);
    return hosted(call, { name: call.name, takes: [type, 'string'], gives: 'string', call: js }, [
      converted(call, 0, type),
      text,
    ]);
  };
}

function makeTimespan(call: Call): Scalar {
  if (call.args.length === 1) return converted(call, 0, 'timespan');
  const count = call.args.length;
  const names = count === 4 ? ['d', 'h', 'm', 's'] : count === 3 ? ['h', 'm', 's'] : ['h', 'm'];
  const args = names.map((name, index) => {
    if (name !== 's' && ['real', 'decimal'].includes(call.arg(index).type))
      return refuse('make_timespan of parts that are not whole', call.node, call.scope);
    return converted(call, index, name === 's' ? 'real' : 'long');
  });
  const js = (...values: (bigint | number)[]): Constant => {
    const at = (name: string): number => Number(values[names.indexOf(name)] ?? 0);
    if (at('h') > 23 || at('m') > 59 || at('s') >= 60 || at('h') < 0 || at('m') < 0 || at('s') < 0)
      return null;
    const whole = BigInt(at('d')) * TICKS.day + BigInt(at('h')) * TICKS.hour + BigInt(at('m')) * TICKS.minute;
    return whole + BigInt(Math.round(at('s') * 1e7));
  };
  return hosted(
    call,
    { name: 'make_timespan', takes: args.map(({ type }) => type), gives: 'timespan', call: js },
    args,
  );
}

/** `datetime_utc_to_local` and `datetime_local_to_utc`, by the zones of the IANA database that Node carries. */
function zoned(move: (ticks: bigint, offset: ZoneOffset) => bigint | null) {
  return (call: Call): Scalar => {
    const zone = converted(call, 1, 'string');
    if (typeof zone.constant === 'string' && !zoneOffset(zone.constant))
      return refuse(`time zone: ${zone.constant}`, call.node, call.scope);
    const known = new Map<string, ZoneOffset>();
    const offsetOf = (name: string): ZoneOffset => {
      const offset = known.get(name) ?? zoneOffset(name);
      if (!offset) unanswerable(`unknown time zone: ${name}`);
      known.set(name, offset);
      return offset;
    };
    const js = (ticks: bigint, name: string): Constant => move(ticks, offsetOf(name));
    return hosted(call, { name: call.name, takes: ['datetime', 'string'], gives: 'datetime', call: js }, [
      converted(call, 0, 'datetime'),
      zone,
    ]);
  };
}

/** The week of the year by the old name of the function: where the two rules that are documented differ, it ends the query. */
function oldWeek(ticks: bigint): bigint {
  const [thursday, wednesday] = [isoWeek(ticks), weekByWednesday(ticks)];
  if (thursday !== wednesday) unanswerable('ambiguous weekofyear: use week_of_year');
  return thursday;
}

const unixTime = (unit: string, size: UnixUnit): SpecialRow => ({
  name: `unixtime_${unit}_todatetime`,
  note: 'a fraction that reals cannot tell to the tick ends the query',
  build: (call) => {
    const value = call.arg(0);
    const amount = value.type === 'int' || value.type === 'long' ? value : converted(call, 0, 'real');
    const js = (x: bigint | number): Constant => unixMoment(x, size);
    const name = `unixtime_${unit}`;
    return hosted(call, { name, takes: [amount.type], gives: 'datetime', call: js }, [amount]);
  },
});

function around(call: Call): Scalar {
  const [value, centre, delta] = [call.arg(0), call.arg(1), call.arg(2)];
  const low = combine('-', centre, delta, call.node, call.scope);
  const high = combine('+', centre, delta, call.node, call.scope);
  return { type: 'bool', sql: `(${value.sql} BETWEEN ${low.sql} AND ${high.sql})` };
}

/** `bin_auto`: `bin_at` with a size, and a fixed point, that `set` gives; see https://learn.microsoft.com/kusto/query/bin-auto-function */
function binAuto(call: Call): Scalar {
  const { compilation } = call.scope;
  const size = compilation.options.get('query_bin_auto_size');
  const at = compilation.options.get('query_bin_auto_at');
  if (!size) return refuse('bin_auto without query_bin_auto_size', call.node, call.scope);
  const value = call.arg(0);
  const fixed: Scalar = at ? compilation.scalar(at, call.scope) : constant(value.type, 0n);
  const given = [value, compilation.scalar(size, call.scope), fixed];
  const arg = (index: number): Scalar => given[index] ?? refuse('bin_auto', call.node, call.scope);
  return binAt({ ...call, arg });
}

function realBinAt(call: Call): Scalar {
  const args = [converted(call, 0, 'real'), converted(call, 1, 'real'), converted(call, 2, 'real')];
  const js = (x: number, s: number, f: number): Constant => (s <= 0 ? null : f + Math.floor((x - f) / s) * s);
  return hosted(call, { name: 'bin_at', takes: ['real', 'real', 'real'], gives: 'real', call: js }, args);
}

function binAt(call: Call): Scalar {
  const [value, size, fixed] = [call.arg(0), call.arg(1), call.arg(2)];
  const whole = ['int', 'long', 'datetime', 'timespan'];
  if (![value, size, fixed].every(({ type }) => whole.includes(type))) {
    return realBinAt(call);
  }
  const js = (x: bigint, s: bigint, f: bigint): Constant => (s <= 0n ? null : x - ((((x - f) % s) + s) % s));
  return hosted(call, { name: 'bin_at', takes: ['long', 'long', 'long'], gives: value.type, call: js }, [
    value,
    size,
    fixed,
  ]);
}

/** Functions over time whose first argument is the name of a unit, or whose format must be constant. */
export const TIME_SPECIALS: readonly SpecialRow[] = [
  { name: 'datetime_diff', build: difference },
  { name: 'datetime_add', build: added },
  { name: 'datetime_part', aliases: ['datepart'], build: part },
  { name: 'format_datetime', build: formatted('datetime', formatDatetime) },
  { name: 'format_timespan', build: formatted('timespan', formatTimespan) },
  { name: 'make_timespan', build: makeTimespan },
  { name: 'datetime_utc_to_local', build: zoned(toLocal) },
  {
    name: 'datetime_local_to_utc',
    build: zoned(toUtc),
    note: 'a local time that comes twice ends the query',
  },
  {
    name: 'weekofyear',
    note: 'in years whose first day is a Thursday, where two rules are documented, it ends the query',
    build: (call) =>
      hosted(call, { name: 'weekofyear', takes: ['datetime'], gives: 'int', call: oldWeek }, [
        converted(call, 0, 'datetime'),
      ]),
  },
  unixTime('seconds', { ticks: TICKS.second, perTick: 1n }),
  unixTime('milliseconds', { ticks: TICKS.millisecond, perTick: 1n }),
  unixTime('microseconds', { ticks: TICKS.microsecond, perTick: 1n }),
  unixTime('nanoseconds', { ticks: 1n, perTick: 100n }),
  { name: 'around', build: around },
  { name: 'bin_at', build: binAt },
  {
    name: 'bin_auto',
    note: 'bin_at with the options query_bin_auto_size and query_bin_auto_at',
    build: binAuto,
  },
];

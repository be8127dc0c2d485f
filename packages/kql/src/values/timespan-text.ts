import { TICKS } from '@casebook/core';

const UNITS: Readonly<Record<string, bigint>> = {
  d: TICKS.day,
  day: TICKS.day,
  days: TICKS.day,
  h: TICKS.hour,
  hr: TICKS.hour,
  hrs: TICKS.hour,
  hour: TICKS.hour,
  hours: TICKS.hour,
  m: TICKS.minute,
  min: TICKS.minute,
  minute: TICKS.minute,
  minutes: TICKS.minute,
  s: TICKS.second,
  sec: TICKS.second,
  second: TICKS.second,
  seconds: TICKS.second,
  ms: TICKS.millisecond,
  milli: TICKS.millisecond,
  millis: TICKS.millisecond,
  millisecond: TICKS.millisecond,
  milliseconds: TICKS.millisecond,
  micro: TICKS.microsecond,
  micros: TICKS.microsecond,
  microsecond: TICKS.microsecond,
  microseconds: TICKS.microsecond,
  tick: 1n,
  ticks: 1n,
};

const CLOCK = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?$/;
const AMOUNT = /^(-?\d+(?:\.\d+)?)\s*([a-z]+)$/i;

/** A timespan as `[-][d.]hh:mm:ss[.fffffff]`. */
export function timespanText(ticks: bigint): string {
  const size = ticks < 0n ? -ticks : ticks;
  const two = (value: bigint): string => value.toString().padStart(2, '0');
  const days = size / TICKS.day;
  const fraction = size % TICKS.second;
  return (
    (ticks < 0n ? '-' : '') +
    (days ? `${days}.` : '') +
    `${two((size / TICKS.hour) % 24n)}:${two((size / TICKS.minute) % 60n)}:${two((size / TICKS.second) % 60n)}` +
    (fraction ? `.${fraction.toString().padStart(7, '0')}` : '')
  );
}

/** Reads a timespan as `totimespan` does: clock form, amount with unit, or a number of days; null where it is none. */
export function parseTimespan(text: string): bigint | null {
  const plain = text.trim();
  const clock = CLOCK.exec(plain);
  if (clock) return clockTicks(clock);
  const amount = AMOUNT.exec(plain);
  const unit = amount?.[2] === undefined ? undefined : UNITS[amount[2].toLowerCase()];
  if (amount?.[1] !== undefined && unit !== undefined) return scaled(amount[1], unit);
  return /^-?\d+$/.test(plain) ? BigInt(plain) * TICKS.day : null;
}

function clockTicks([
  ,
  sign,
  days = '0',
  hours = '0',
  minutes = '0',
  seconds = '0',
  fraction = '',
]: RegExpExecArray) {
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const ticks =
    BigInt(days) * TICKS.day +
    BigInt(hours) * TICKS.hour +
    BigInt(minutes) * TICKS.minute +
    BigInt(seconds) * TICKS.second +
    BigInt(fraction.padEnd(7, '0'));
  return sign ? -ticks : ticks;
}

function scaled(amount: string, unit: bigint): bigint {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const ticks = (BigInt(whole + fraction) * unit) / 10n ** BigInt(fraction.length);
  return amount.startsWith('-') ? -ticks : ticks;
}

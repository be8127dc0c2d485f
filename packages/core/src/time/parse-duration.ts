import { CasebookError } from '../error/casebook-error';
import { TICKS } from './ticks';

const CONSTANT = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?$/;
const LITERAL = /^(-)?(\d+(?:\.\d+)?) ?([a-z]+)$/;
const ISO = /^(-)?P(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/;
const NUMBER = /^(\d+)(?:\.(\d+))?$/;

const units = (...entries: readonly (readonly [bigint, string])[]): ReadonlyMap<string, bigint> =>
  new Map(entries.flatMap(([ticks, names]) => names.split(' ').map((name) => [name, ticks] as const)));

const UNITS = units(
  [TICKS.day, 'd day days'],
  [TICKS.hour, 'h hr hrs hour hours'],
  [TICKS.minute, 'm min minute minutes'],
  [TICKS.second, 's sec second seconds'],
  [TICKS.millisecond, 'ms milli millis millisecond milliseconds'],
  [TICKS.microsecond, 'micro micros microsecond microseconds'],
  [1n, 'tick ticks'],
);

const invalid = (text: string, help: string): CasebookError =>
  new CasebookError('InvalidValue', `invalid timespan: ${text}`, { help });

/** The number times the unit where that is a whole number of ticks. */
const scale = (number: string, unit: bigint): bigint | undefined => {
  const match = NUMBER.exec(number);
  if (!match) return undefined;
  const fraction = match[2] ?? '';
  const size = 10n ** BigInt(fraction.length);
  const product = BigInt(`${match[1]}${fraction}`) * unit;
  return product % size === 0n ? product / size : undefined;
};

const fromConstant = (text: string): bigint | undefined => {
  const match = CONSTANT.exec(text);
  if (!match) return undefined;
  const [, sign, days = '0', hours = '', minutes = '', seconds = '0', fraction = ''] = match;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const ticks =
    BigInt(days) * TICKS.day +
    BigInt(hours) * TICKS.hour +
    BigInt(minutes) * TICKS.minute +
    BigInt(seconds) * TICKS.second +
    BigInt(fraction.padEnd(7, '0'));
  return sign ? -ticks : ticks;
};

const fromLiteral = (text: string): bigint | undefined => {
  const match = LITERAL.exec(text);
  const unit = match && UNITS.get(match[3] as string);
  const ticks = unit && scale(match[2] as string, unit);
  return ticks === undefined || ticks === null ? undefined : match?.[1] ? -ticks : ticks;
};

const ISO_UNITS = [7n * TICKS.day, TICKS.day, TICKS.hour, TICKS.minute, TICKS.second];

const fromIso = (text: string): bigint | undefined => {
  const match = ISO.exec(text);
  if (!match || /[PT]$/.test(text)) return undefined;
  const parts = match.slice(2).map((part, place) => scale(part ?? '0', ISO_UNITS[place] as bigint));
  if (!parts.every((part) => part !== undefined)) return undefined;
  const ticks = parts.reduce((sum: bigint, part) => sum + (part as bigint), 0n);
  return match[1] ? -ticks : ticks;
};

/**
 * Reads a length of time as ticks: `[-][d.]hh:mm[:ss[.fffffff]]`, a KQL literal such as `2.5h` or `100ms`, or an ISO 8601
 * duration such as `P1DT2H`. Months and years, which have no fixed length, and fractions of a tick are `InvalidValue` errors.
 */
export const parseDurationTicks = (text: string): bigint => {
  const trimmed = text.trim();
  const ticks = fromConstant(trimmed) ?? fromLiteral(trimmed) ?? fromIso(trimmed);
  if (ticks !== undefined) return ticks;
  throw invalid(
    text,
    /^-?P.*[YM]/.test(trimmed) && !/^-?P[^YM]*T/.test(trimmed)
      ? 'Months and years have no fixed length; give days, such as P30D.'
      : 'Write a KQL literal such as 2h or 1.5d, ISO 8601 such as P1DT2H, or [-][d.]hh:mm:ss[.fffffff].',
  );
};

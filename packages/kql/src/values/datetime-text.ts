import { DateTime, MAX_DATETIME_TICKS, TICKS, UNIX_EPOCH_TICKS } from '@casebook/core';
import { unanswerable } from './unanswerable';

/** The parts of a moment. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** Ticks beyond the second. */
  readonly fraction?: bigint;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME =
  '(?:[T ]+(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?:[.,:](\\d+))?)?)?\\s*(AM|PM)?)?\\s*(Z|GMT|UTC|[+-]\\d{2}:?(?:\\d{2})?)?';
const FORMS: readonly (readonly [RegExp, readonly ('y' | 'm' | 'd' | 'n')[]])[] = [
  [new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${TIME}$`, 'i'), ['y', 'm', 'd']],
  [new RegExp(`^(\\d{4})/(\\d{1,2})/(\\d{1,2})${TIME}$`, 'i'), ['y', 'm', 'd']],
  [new RegExp(`^(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})${TIME}$`, 'i'), ['m', 'd', 'y']],
  [
    new RegExp(`^(?:[a-z]{3,9},?\\s+)?(\\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\\d{4}|\\d{2})${TIME}$`, 'i'),
    ['d', 'n', 'y'],
  ],
  [new RegExp(`^([a-z]{3})[a-z]*\\s+(\\d{1,2}),?\\s+(\\d{4})${TIME}$`, 'i'), ['n', 'd', 'y']],
  [/^(\d{4})-(\d{2})()()()()()()()$/, ['y', 'm', 'd']],
  [/^(\d{4})()()()()()()()()$/, ['y', 'm', 'd']],
  [new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${TIME}$`, 'i'), ['y', 'm', 'd']],
];

/** A moment as `yyyy-MM-ddTHH:mm:ss.fffffffZ`, always with seven digits. */
export function datetimeText(ticks: bigint): string {
  const fraction = (ticks % TICKS.second).toString().padStart(7, '0');
  return `${new DateTime(ticks).toDate().toISOString().slice(0, 19)}.${fraction}Z`;
}

/** Reads a moment as `todatetime` does; null where the text is none. No zone means UTC. */
export function parseDatetime(text: string): bigint | null {
  const plain = text.trim();
  for (const [form, order] of FORMS) {
    const match = form.exec(plain);
    if (match) return fromMatch(match, order);
  }
  return null;
}

/** Ticks of a moment by its parts, or null where there is no such moment. */
export function ticksOf({
  year,
  month,
  day,
  hour = 0,
  minute = 0,
  second = 0,
  fraction = 0n,
}: DateParts): bigint | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (year < 1 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  if (hour > 23 || minute > 59 || second > 59 || hour < 0 || minute < 0 || second < 0) return null;
  const seconds = BigInt(hour * 3600 + minute * 60 + second);
  return UNIX_EPOCH_TICKS + BigInt(date.getTime()) * TICKS.millisecond + seconds * TICKS.second + fraction;
}

/** A count of ticks as a moment, or null outside 0001..9999. */
export const inRange = (ticks: bigint): bigint | null =>
  ticks < 0n || ticks > MAX_DATETIME_TICKS ? null : ticks;

/** What is beyond the moments that Kusto knows; its documents do not say what becomes of it. */
export const BEYOND_TIME = 'moment outside of the years 1 to 9999';

/** A count of ticks as a moment. Errors: KqlUnsupported outside 0001..9999. */
export const momentOf = (ticks: bigint): bigint => inRange(ticks) ?? unanswerable(BEYOND_TIME);

function fromMatch(match: RegExpExecArray, order: readonly ('y' | 'm' | 'd' | 'n')[]): bigint | null {
  const piece = (letter: 'y' | 'm' | 'd' | 'n'): string | undefined => {
    const at = order.indexOf(letter);
    return at < 0 ? undefined : match[at + 1];
  };
  const named = piece('n');
  const month = named === undefined ? Number(piece('m') || 1) : MONTHS.indexOf(named.toLowerCase()) + 1;
  const [hour = '', minute = '', second = '', fraction = '', half = '', zone = ''] = match.slice(4);
  const ticks = ticksOf({
    year: fullYear(piece('y') ?? ''),
    month,
    day: Number(piece('d') || 1),
    hour: half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour || 0),
    minute: Number(minute || 0),
    second: Number(second || 0),
    fraction: BigInt(fraction.slice(0, 7).padEnd(7, '0')),
  });
  return ticks === null ? null : inRange(ticks - zoneTicks(zone));
}

/** Years of two digits, which RFC 822 and 850 have, lie in 1950..2049. */
const fullYear = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 50 ? 2000 : 1900);

function zoneTicks(zone: string): bigint {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!match) return 0n;
  const size = BigInt(match[2] ?? 0) * TICKS.hour + BigInt(match[3] ?? 0) * TICKS.minute;
  return match[1] === '-' ? -size : size;
}

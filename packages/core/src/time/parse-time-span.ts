import { CasebookError } from '../error/casebook-error';
import { DateTime } from './date-time';
import { Duration } from './duration';
import { TICKS } from './ticks';

/** A moment as a caller may write it: ISO 8601 text, `now()`, `ago(2h)`, `datetime(2026-10-05)`, a Date or a DateTime. */
export type Moment = DateTime | Date | string;

/** A length as a caller may write it: see `Duration.parse`. */
export type Length = Duration | string;

/** The two ends of a window. */
export interface Bounds {
  readonly start: DateTime;
  readonly end: DateTime;
}

/** A window by its ends, or by one of them and its length; see `TimeSpan.from`. */
export interface TimeSpanParts {
  readonly start?: Moment;
  readonly end?: Moment;
  readonly period?: Length;
}

const HELP =
  'Write start/end, start/P1D, P1D/end, or a length such as 2h, 1d or 7.12:00 that ends now; moments in ISO 8601.';

const CALL = /^(now|ago|datetime)\s*\(\s*(.*?)\s*\)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const invalid = (text: string, cause?: unknown): CasebookError =>
  new CasebookError('InvalidTimeSpan', `invalid time span: ${text}`, { help: HELP, cause });

const needNow = (now: DateTime | undefined, text: string): DateTime => {
  if (now) return now;
  throw new CasebookError('InvalidTimeSpan', `relative time span without a clock: ${text}`, {
    help: 'Give both ends, or the moment that it is relative to (a clock’s now).',
  });
};

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

const wrap = <V>(text: string, read: () => V): V => {
  try {
    return read();
  } catch (error) {
    if (CasebookError.is(error) && error.code === 'InvalidTimeSpan') throw error;
    throw invalid(text, error);
  }
};

const readCall = (name: string, argument: string, now: DateTime | undefined): DateTime => {
  if (name === 'datetime') return DateTime.parse(argument);
  if (name === 'now' && argument === '') return needNow(now, 'now()');
  const offset = Duration.parse(argument).ticks;
  return needNow(now, `${name}(${argument})`).add(new Duration(name === 'ago' ? -offset : offset));
};

/** Reads a moment; `now()` and `ago(…)` are relative to `now`. What it cannot read is an `InvalidTimeSpan` error. */
export const readMoment = (moment: Moment, now?: DateTime): DateTime => {
  if (moment instanceof DateTime) return moment;
  if (isDate(moment)) return wrap(String(moment), () => DateTime.fromDate(moment));
  if (typeof moment !== 'string') throw invalid(String(moment));
  const text = moment.trim();
  const call = CALL.exec(text);
  if (call) return wrap(text, () => readCall(call[1] as string, call[2] as string, now));
  return text === 'now' ? needNow(now, text) : wrap(text, () => DateTime.parse(text));
};

const readLength = (length: Length): Duration => {
  const read = length instanceof Duration ? length : wrap(String(length), () => Duration.parse(length));
  if (read.ticks < 0n)
    throw new CasebookError('InvalidTimeSpan', `negative period: ${read}`, { help: 'Give a positive one.' });
  return read;
};

/** The ends that parts stand for; a missing end is now, a missing start is the period before the end. */
export const boundsOfParts = ({ start, end, period }: TimeSpanParts, now?: DateTime): Bounds => {
  if (start !== undefined && end !== undefined && period !== undefined) {
    throw new CasebookError('InvalidTimeSpan', 'start, end and period of a time span', {
      help: 'Give at most two of the three.',
    });
  }
  const length = period === undefined ? undefined : readLength(period);
  if (start !== undefined) {
    const from = readMoment(start, now);
    if (length) return { start: from, end: wrap(String(period), () => from.add(length)) };
    return { start: from, end: end === undefined ? needNow(now, `${from} ..`) : readMoment(end, now) };
  }
  if (!length) {
    throw new CasebookError('InvalidTimeSpan', 'time span without a start', {
      help: 'Give a start, or a period such as 1d.',
    });
  }
  const to = end === undefined ? needNow(now, String(length)) : readMoment(end, now);
  return { start: wrap(String(period), () => to.add(new Duration(-length.ticks))), end: to };
};

const SEPARATOR = /\s*(?:\/|\.\.)\s*/;

const isLength = (text: string): boolean => {
  try {
    return Duration.parse(text).ticks >= 0n;
  } catch {
    return false;
  }
};

/** Reads a window's text; see `TimeSpan.parse`. */
export const parseBounds = (text: string, now?: DateTime): Bounds => {
  const parts = text.trim().split(SEPARATOR);
  const [first = '', second = ''] = parts;
  if (parts.length === 2) {
    if (isLength(first)) return boundsOfParts({ period: first, end: second }, now);
    return boundsOfParts(
      isLength(second) ? { start: first, period: second } : { start: first, end: second },
      now,
    );
  }
  if (parts.length > 2 || first === '') throw invalid(text);
  if (DATE.test(first)) return boundsOfParts({ start: first, period: new Duration(TICKS.day) }, now);
  const period = wrap(text, () => Duration.parse(first));
  return boundsOfParts({ period: period.ticks < 0n ? new Duration(-period.ticks) : period }, now);
};

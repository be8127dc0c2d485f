import { CasebookError } from '../error/casebook-error';
import { Duration } from './duration';
import { MAX_DATETIME_TICKS, TICKS, UNIX_EPOCH_TICKS } from './ticks';

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d+))?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

const invalid = (text: string): CasebookError =>
  new CasebookError('InvalidValue', `invalid datetime: ${text}`, {
    help: 'Write ISO 8601, such as 2026-10-05T08:30:00Z.',
  });

/** A KQL datetime: UTC, in ticks of 100 ns since 0001-01-01; ordered by `<`, written as ISO 8601 with up to 7 digits. */
export class DateTime {
  readonly ticks: bigint;

  /** @param ticks 100 ns since 0001-01-01T00:00:00Z; outside 0001..9999 is an `InvalidValue` error. */
  constructor(ticks: bigint) {
    if (ticks < 0n || ticks > MAX_DATETIME_TICKS)
      throw new CasebookError('InvalidValue', `invalid datetime: ${ticks} ticks`);
    this.ticks = ticks;
  }

  /** Reads ISO 8601 (date, or date and time; no zone means UTC; digits past the seventh are cut); else `InvalidValue`. */
  static parse(text: string): DateTime {
    const match = ISO.exec(text.trim());
    if (!match) throw invalid(text);
    const [, date, time = '00:00', seconds = '00', fraction = '', zone = 'Z'] = match;
    const millis = Date.parse(`${date}T${time}:${seconds}Z`);
    const back = Number.isNaN(millis) ? '' : new Date(millis).toISOString();
    if (!back.startsWith(`${date}T${time}:${seconds}`)) throw invalid(text);
    return new DateTime(
      UNIX_EPOCH_TICKS +
        BigInt(millis) * TICKS.millisecond +
        BigInt(fraction.slice(0, 7).padEnd(7, '0')) -
        offset(zone, text),
    );
  }

  /** The same moment as a Date, whose milliseconds it keeps; an invalid Date is an `InvalidValue` error. */
  static fromDate(date: Date): DateTime {
    if (Number.isNaN(date.getTime())) throw invalid('Invalid Date');
    return new DateTime(UNIX_EPOCH_TICKS + BigInt(date.getTime()) * TICKS.millisecond);
  }

  /** The same moment as a Date; digits past the millisecond are cut. */
  toDate(): Date {
    return new Date(
      Number((this.ticks - UNIX_EPOCH_TICKS - mod(this.ticks, TICKS.millisecond)) / TICKS.millisecond),
    );
  }

  /** This moment moved by a duration. */
  add(duration: Duration): DateTime {
    return new DateTime(this.ticks + duration.ticks);
  }

  /** The length from another moment to this one. */
  since(earlier: DateTime): Duration {
    return new Duration(this.ticks - earlier.ticks);
  }

  /** Whether both are the same moment; `===` compares objects. */
  equals(other: DateTime): boolean {
    return this.ticks === other.ticks;
  }

  /** The ticks, so that `<` orders datetimes. */
  valueOf(): bigint {
    return this.ticks;
  }

  /** The moment in ISO 8601 with `Z` and as many of seven digits as it needs. */
  toString(): string {
    const fraction = mod(this.ticks, TICKS.second);
    const text = this.toDate().toISOString().slice(0, 19);
    return `${text}${fraction ? `.${fraction.toString().padStart(7, '0').replace(/0+$/, '')}` : ''}Z`;
  }

  /** The same text as `toString`. */
  toJSON(): string {
    return this.toString();
  }
}

const mod = (value: bigint, by: bigint): bigint => ((value % by) + by) % by;

const offset = (zone: string, text: string): bigint => {
  if (zone === 'Z') return 0n;
  if (Number(zone.slice(1, 3)) > 14 || Number(zone.slice(-2)) > 59) throw invalid(text);
  const size = BigInt(zone.slice(1, 3)) * TICKS.hour + BigInt(zone.slice(-2)) * TICKS.minute;
  return zone.startsWith('-') ? -size : size;
};

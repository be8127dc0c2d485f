import { CasebookError } from '../error/casebook-error';
import type { DateTime } from './date-time';
import { Duration } from './duration';
import {
  boundsOfParts,
  parseBounds,
  readMoment,
  type Length,
  type Moment,
  type TimeSpanParts,
} from './parse-time-span';

/** A window as a caller may write it: a time span, its parts, or its text. */
export type TimeSpanLike = TimeSpan | TimeSpanParts | string;

const MAX_BINS = 1_000_000n;

/** The window of an investigation: from `start`, up to but without `end`, in UTC. */
export class TimeSpan {
  readonly start: DateTime;
  readonly end: DateTime;

  /** An end that lies before the start is an `InvalidTimeSpan` error. */
  constructor(start: DateTime, end: DateTime) {
    if (end.ticks < start.ticks) {
      throw new CasebookError('InvalidTimeSpan', `reversed time span: ${start} .. ${end}`, {
        help: 'Give the start first.',
      });
    }
    this.start = start;
    this.end = end;
    Object.freeze(this);
  }

  /**
   * The window of two of start, end and period, or of a text (see `parse`). A missing end is `now`, a clock's moment;
   * a relative window without `now`, all three parts, or neither start nor period are `InvalidTimeSpan` errors.
   */
  static from(value: TimeSpanLike, now?: DateTime): TimeSpan {
    if (value instanceof TimeSpan) return value;
    if (typeof value === 'string') return TimeSpan.parse(value, now);
    const { start, end } = boundsOfParts(value, now);
    return new TimeSpan(start, end);
  }

  /**
   * Reads an interval (`start/end`, `start/P1D`, `2h/end`, `ago(1d) .. now()`), a date (that day), or a length (`2h`, `P1D`,
   * `7.12:00`; a minus is allowed), which ends `now`. Anything else is an `InvalidTimeSpan` error.
   */
  static parse(text: string, now?: DateTime): TimeSpan {
    const { start, end } = parseBounds(text, now);
    return new TimeSpan(start, end);
  }

  /** The length of the window. */
  get period(): Duration {
    return new Duration(this.end.ticks - this.start.ticks);
  }

  /** Whether the moment lies in the window: at or after its start, before its end. */
  contains(moment: Moment): boolean {
    const { ticks } = readMoment(moment);
    return ticks >= this.start.ticks && ticks < this.end.ticks;
  }

  /** Whether both ends are the same moments. */
  equals(other: TimeSpan): boolean {
    return this.start.ticks === other.start.ticks && this.end.ticks === other.end.ticks;
  }

  /**
   * The window cut into bins of the given length from its start on; the last may be shorter, an empty window has none.
   * A length that is not positive, or more than 1,000,000 bins, is an `InvalidTimeSpan` error.
   */
  splitBy(length: Length): TimeSpan[] {
    const { ticks } = length instanceof Duration ? length : Duration.parse(length);
    const total = this.period.ticks;
    if (ticks <= 0n || (total + ticks - 1n) / ticks > MAX_BINS) {
      throw new CasebookError('InvalidTimeSpan', `invalid bin for ${this.period}: ${length}`, {
        help: `Give a positive length that makes at most ${MAX_BINS} bins.`,
      });
    }
    const bins: TimeSpan[] = [];
    for (let at = 0n; at < total; at += ticks) {
      const start = this.start.add(new Duration(at));
      bins.push(new TimeSpan(start, at + ticks < total ? start.add(new Duration(ticks)) : this.end));
    }
    return bins;
  }

  /** The ISO 8601 interval `start/end`, which `parse` reads back. */
  toString(): string {
    return `${this.start}/${this.end}`;
  }

  /** Both ends as ISO 8601, which `from` reads back. */
  toJSON(): { start: string; end: string } {
    return { start: String(this.start), end: String(this.end) };
  }
}

import { CasebookError } from '../error/casebook-error';
import { parseDurationTicks } from './parse-duration';
import { TICKS } from './ticks';

const LIMIT = 2n ** 63n;

const pad = (value: bigint, width: number): string => value.toString().padStart(width, '0');

/** A KQL timespan: a signed length in ticks of 100 ns; ordered by `<`, written `[-][d.]hh:mm:ss[.fffffff]`. */
export class Duration {
  readonly ticks: bigint;

  /** @param ticks length in 100 ns; what 64 bits cannot hold is an `InvalidValue` error. */
  constructor(ticks: bigint) {
    if (ticks >= LIMIT || ticks < -LIMIT)
      throw new CasebookError('InvalidValue', `invalid timespan: ${ticks} ticks`);
    this.ticks = ticks;
  }

  /**
   * Reads `[-][d.]hh:mm[:ss[.fffffff]]`, a KQL literal (`1d`, `2.5h`, `30m`, `100ms`, `5microseconds`, `1tick`) or an
   * ISO 8601 duration of weeks, days, hours, minutes and seconds; anything else is an `InvalidValue` error.
   */
  static parse(text: string): Duration {
    return new Duration(parseDurationTicks(text));
  }

  /** A length given in milliseconds, rounded to whole ticks. */
  static fromMilliseconds(milliseconds: number): Duration {
    return new Duration(BigInt(Math.round(milliseconds * 10_000)));
  }

  /** The length in milliseconds, rounded to a double. */
  toMilliseconds(): number {
    return Number(this.ticks) / 10_000;
  }

  /** Whether both are the same length; `===` compares objects. */
  equals(other: Duration): boolean {
    return this.ticks === other.ticks;
  }

  /** The ticks, so that `<` orders durations. */
  valueOf(): bigint {
    return this.ticks;
  }

  /** The length as `[-][d.]hh:mm:ss[.fffffff]`. */
  toString(): string {
    const size = this.ticks < 0n ? -this.ticks : this.ticks;
    const days = size / TICKS.day;
    const clock = `${pad((size / TICKS.hour) % 24n, 2)}:${pad((size / TICKS.minute) % 60n, 2)}:${pad((size / TICKS.second) % 60n, 2)}`;
    const fraction = size % TICKS.second;
    return `${this.ticks < 0n ? '-' : ''}${days ? `${days}.` : ''}${clock}${fraction ? `.${pad(fraction, 7)}` : ''}`;
  }

  /** The same text as `toString`. */
  toJSON(): string {
    return this.toString();
  }
}

import { CasebookError } from '../error/casebook-error';
import { TICKS } from './ticks';

const pad = (value: bigint, width: number): string => value.toString().padStart(width, '0');

const CONSTANT = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?$/;

/** A KQL timespan: a signed length in ticks of 100 ns; ordered by `<`, written `[-][d.]hh:mm:ss[.fffffff]`. */
export class Duration {
  readonly ticks: bigint;

  /** @param ticks length in 100 ns. */
  constructor(ticks: bigint) {
    this.ticks = ticks;
  }

  /** Reads `[-][d.]hh:mm[:ss[.fffffff]]`; anything else is an `InvalidValue` error. */
  static parse(text: string): Duration {
    const match = CONSTANT.exec(text.trim());
    if (!match)
      throw new CasebookError('InvalidValue', `invalid timespan: ${text}`, {
        help: 'Write [-][d.]hh:mm:ss[.fffffff].',
      });
    const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
    const ticks =
      BigInt(days) * TICKS.day +
      BigInt(hours) * TICKS.hour +
      BigInt(minutes) * TICKS.minute +
      BigInt(seconds) * TICKS.second +
      BigInt(fraction.padEnd(7, '0') || '0');
    return new Duration(sign ? -ticks : ticks);
  }

  /** A length given in milliseconds, rounded to whole ticks. */
  static fromMilliseconds(milliseconds: number): Duration {
    return new Duration(BigInt(Math.round(milliseconds * 10_000)));
  }

  /** The length in milliseconds, rounded to a double. */
  toMilliseconds(): number {
    return Number(this.ticks) / 10_000;
  }

  valueOf(): bigint {
    return this.ticks;
  }

  toString(): string {
    const size = this.ticks < 0n ? -this.ticks : this.ticks;
    const days = size / TICKS.day;
    const clock = `${pad((size / TICKS.hour) % 24n, 2)}:${pad((size / TICKS.minute) % 60n, 2)}:${pad((size / TICKS.second) % 60n, 2)}`;
    const fraction = size % TICKS.second;
    return `${this.ticks < 0n ? '-' : ''}${days ? `${days}.` : ''}${clock}${fraction ? `.${pad(fraction, 7)}` : ''}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

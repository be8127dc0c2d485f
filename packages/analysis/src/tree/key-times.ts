import type { Moments } from './moments';

/** Seconds from year 1, from which ticks count, to 1970. */
const EPOCH_SECONDS = 62_135_596_800;
const TICKS_A_SECOND = 10_000_000;
/** Ten microseconds in ticks: to these the original rounds, half to even. */
const ROUNDED = 100;

/** A moment rounded to ten microseconds. */
export interface KeyTime {
  /** Seconds since year 1. */
  readonly seconds: number;
  /** Tens of microseconds within the second. */
  readonly tens: number;
}

/** The ticks since year 1 in a row rounded to ten microseconds; in numbers, for BigInt is slow. */
export function keyTime({ words }: Moments, row: number): KeyTime {
  const low = (words[2 * row] as number) >>> 0;
  const high = words[2 * row + 1] as number;
  const rest = high * 4_967_296 + low;
  const seconds = high * 429 + Math.floor(rest / TICKS_A_SECOND);
  const part = rest % TICKS_A_SECOND;
  const [down, over] = [Math.floor(part / ROUNDED), part % ROUNDED];
  const tens = down + (over > ROUNDED / 2 || (over === ROUNDED / 2 && down % 2 === 1) ? 1 : 0);
  return tens === TICKS_A_SECOND / ROUNDED ? { seconds: seconds + 1, tens: 0 } : { seconds, tens };
}

/** Writes moments as `2026-09-01 10:00:00.123450`; made for moments in order. */
export class KeyTimes {
  #minute = -1;
  #prefix = '';

  text({ seconds, tens }: KeyTime): string {
    const minute = Math.floor(seconds / 60);
    if (minute !== this.#minute) {
      const text = new Date((minute * 60 - EPOCH_SECONDS) * 1000).toISOString();
      this.#minute = minute;
      this.#prefix = `${text.slice(0, 10)} ${text.slice(11, 17)}`;
    }
    return `${this.#prefix}${String(seconds % 60).padStart(2, '0')}.${String(tens * 10).padStart(6, '0')}`;
  }
}

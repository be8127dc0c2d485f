import type { Moments } from './moments';

/** Seconds from year 1, from which ticks count, to 1970. */
const EPOCH_SECONDS = 62_135_596_800;
const TICKS_A_SECOND = 10_000_000;
/** Ten microseconds in ticks: to these the original rounds, half to even. */
const ROUNDED = 100;

/** Reads moments rounded to ten microseconds, and writes them as `2026-09-01 10:00:00.123450`; made for moments in order. */
export class KeyTimes {
  /** Seconds since year 1. */
  seconds = EPOCH_SECONDS;
  /** Tens of microseconds within the second. */
  tens = 0;
  #minute = -1;
  #prefix = '';

  constructor(private readonly moments: Moments) {}

  /** Goes to the moment of a row; in numbers, for BigInt is slow. */
  read(row: number): void {
    const { words } = this.moments;
    const low = (words[2 * row] as number) >>> 0;
    const high = words[2 * row + 1] as number;
    const rest = high * 4_967_296 + low;
    const part = rest % TICKS_A_SECOND;
    const [down, over] = [Math.floor(part / ROUNDED), part % ROUNDED];
    this.seconds = high * 429 + Math.floor(rest / TICKS_A_SECOND);
    this.tens = down + (over > ROUNDED / 2 || (over === ROUNDED / 2 && down % 2 === 1) ? 1 : 0);
    if (this.tens < TICKS_A_SECOND / ROUNDED) return;
    this.seconds += 1;
    this.tens = 0;
  }

  /** Goes to 1970, which stands for no moment. */
  readNone(): void {
    this.seconds = EPOCH_SECONDS;
    this.tens = 0;
  }

  /** Whether the moment is that of 1970. */
  get isEpoch(): boolean {
    return this.seconds === EPOCH_SECONDS && this.tens === 0;
  }

  /** The moment as text. */
  text(): string {
    const minute = Math.floor(this.seconds / 60);
    if (minute !== this.#minute) {
      const text = new Date((minute * 60 - EPOCH_SECONDS) * 1000).toISOString();
      this.#minute = minute;
      this.#prefix = `${text.slice(0, 10)} ${text.slice(11, 17)}`;
    }
    const second = this.seconds % 60;
    return `${this.#prefix}${second < 10 ? '0' : ''}${second}.${String(this.tens * 10).padStart(6, '0')}`;
  }
}

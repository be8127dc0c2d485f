import { CasebookError, DateTime, Duration } from '@casebook/core';
import { TickHeap } from './tick-heap';

/** What a `FrequencyTable` is told. */
export interface FrequencyTableOptions {
  /** How long an occurrence counts, such as `'1d'`. */
  readonly timeToLive: Duration | string;
  /** How many occurrences it holds at most; default 1,000,000. Beyond that the oldest is dropped, and counted in `dropped`. */
  readonly maxOccurrences?: number;
}

interface Occurrences {
  /** Ticks in order, those before `from` being gone. */
  ticks: bigint[];
  from: number;
}

/**
 * How often values occurred within a time to live: exact as long as `dropped` is 0, in bounded memory, without a clock of its
 * own. Occurrences may come in any order of time; one that is older than the latest time less the time to live is not kept.
 * `add` and `count` take O(log n) where times come nearly in order. Source: a sliding window kept by a binary heap (Williams, 1964).
 */
export class FrequencyTable {
  private readonly ttl: bigint;
  private readonly limit: number;
  private readonly values = new Map<string, Occurrences>();
  private readonly heap = new TickHeap();
  private latest = -1n;
  private droppedCount = 0;

  /** Errors: `InvalidValue` for a time to live that is no timespan, `InvalidParameter` for one or a limit that is not above 0. */
  constructor({ timeToLive, maxOccurrences = 1_000_000 }: FrequencyTableOptions) {
    this.ttl = (typeof timeToLive === 'string' ? Duration.parse(timeToLive) : timeToLive).ticks;
    this.limit = maxOccurrences;
    if (this.ttl <= 0n)
      throw new CasebookError('InvalidParameter', `invalid timeToLive: ${String(timeToLive)}`);
    if (!Number.isInteger(maxOccurrences) || maxOccurrences < 1)
      throw new CasebookError('InvalidParameter', `invalid maxOccurrences: ${maxOccurrences}`);
  }

  /** How many occurrences it holds. */
  get size(): number {
    return this.heap.size;
  }

  /** How many occurrences were dropped before their time, for want of room; counts are too small by at most so many. */
  get dropped(): number {
    return this.droppedCount;
  }

  /** Adds one occurrence of a value. */
  add(value: string, time: DateTime): void {
    this.expire(time.ticks);
    if (time.ticks <= this.latest - this.ttl) return;
    const found = this.values.get(value) ?? { ticks: [], from: 0 };
    this.values.set(value, found);
    found.ticks.splice(after(found, time.ticks), 0, time.ticks);
    this.heap.push(time.ticks, value);
    if (this.heap.size > this.limit) {
      this.dropOldest();
      this.droppedCount += 1;
    }
  }

  /**
   * How often a value occurred after `now` less the time to live, up to and with `now`. Of a `now` before the latest time that the
   * table was told, occurrences that have expired since are not counted.
   */
  count(value: string, now: DateTime): number {
    this.expire(now.ticks);
    const found = this.values.get(value);
    return found ? after(found, now.ticks) - after(found, now.ticks - this.ttl) : 0;
  }

  private expire(now: bigint): void {
    if (now <= this.latest) return;
    this.latest = now;
    while (this.heap.size > 0 && this.heap.oldest <= now - this.ttl) this.dropOldest();
  }

  private dropOldest(): void {
    const value = this.heap.pop();
    const found = this.values.get(value) as Occurrences;
    found.from += 1;
    if (found.from === found.ticks.length) this.values.delete(value);
    else if (found.from > 64 && found.from * 2 > found.ticks.length) {
      found.ticks = found.ticks.slice(found.from);
      found.from = 0;
    }
  }
}

/** Where the first tick after a moment stands. */
function after({ ticks, from }: Occurrences, moment: bigint): number {
  let [low, high] = [from, ticks.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ticks[middle] as bigint) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

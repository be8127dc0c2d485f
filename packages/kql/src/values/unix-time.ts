import { UNIX_EPOCH_TICKS } from '@casebook/core';
import { inRange } from './datetime-text';
import { unanswerable } from './unanswerable';

/** Ticks in a unit of time, or how many units make one tick. */
export interface UnixUnit {
  readonly ticks: bigint;
  readonly perTick: bigint;
}

/**
 * The moment so many units after 1970-01-01; null outside 0001..9999. Errors: KqlUnsupported where it matters whether
 * Kusto counts in whole numbers or in reals, and whether it rounds or cuts what is finer than a tick.
 */
export function unixMoment(amount: bigint | number, { ticks, perTick }: UnixUnit): bigint | null {
  if (typeof amount === 'number' && !Number.isFinite(amount)) return null;
  const [whole, parts] = typeof amount === 'bigint' ? [amount, 1n] : fractionOf(amount);
  const divisor = parts * perTick;
  const cut = floorDivided(whole * ticks, divisor);
  const nearest = floorDivided(whole * ticks * 2n + divisor, divisor * 2n);
  const asReal = (Number(amount) * Number(ticks)) / Number(perTick);
  if (Math.abs(asReal) > 1e20) return null;
  const ways = new Set([cut, nearest, BigInt(Math.floor(asReal)), BigInt(Math.round(asReal))]);
  if (ways.size > 1) unanswerable(`unix time finer than it can be told: ${amount}`);
  return inRange(UNIX_EPOCH_TICKS + cut);
}

/** A real as the quotient of two whole numbers, exactly. */
function fractionOf(value: number): readonly [bigint, bigint] {
  let [whole, parts] = [value, 1n];
  for (; !Number.isInteger(whole); whole *= 2) parts *= 2n;
  return [BigInt(whole), parts];
}

const floorDivided = (a: bigint, b: bigint): bigint => (a - (((a % b) + b) % b)) / b;

import type { Scalar } from '../plan/scalar';

/** The upper end of `between (low .. high)` in ticks, where a timespan counts from the lower end. */
export function combineSpan(low: bigint, high: Scalar): bigint | undefined {
  if (typeof high.constant !== 'bigint') return undefined;
  if (high.type === 'timespan') return low + high.constant;
  return high.type === 'datetime' ? high.constant : undefined;
}

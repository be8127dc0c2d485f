import { UNIX_EPOCH_TICKS } from '@casebook/core';
import type { NativeTime } from '../plan/native-time';
import { quoteId } from './quote-sql';

/** A comparison of a time column with a moment in ticks. */
export interface Bound {
  readonly operator: '<' | '<=' | '>' | '>=' | '=';
  readonly ticks: bigint;
}

/** Whether a native bound says the same as the comparison: the column holds whole microseconds, and no moment lies between two. */
export const isExactBound = ({ type }: NativeTime, { operator, ticks }: Bound): boolean =>
  (type === 'TIMESTAMP' || type === 'TIMESTAMPTZ') &&
  (operator !== '=' || ticks % 10n === 0n) &&
  moment(floor(ticks - UNIX_EPOCH_TICKS, 10n) / 10n, type) !== undefined;

/**
 * The comparison in terms of a stored native column, widened to whole microseconds (days for DATE) where it is not exact:
 * never too narrow. A moment between two microseconds is exact too: what comes after the first is after both.
 */
export function nativeBound({ physical, type }: NativeTime, { operator, ticks }: Bound): readonly string[] {
  if (operator === '=') {
    const native = { physical, type };
    return [
      ...nativeBound(native, { operator: '>=', ticks }),
      ...nativeBound(native, { operator: '<=', ticks }),
    ];
  }
  const step = type === 'DATE' ? 864_000_000_000n : 10n;
  const down = floor(ticks - UNIX_EPOCH_TICKS, step) / 10n;
  const up = floor(ticks - UNIX_EPOCH_TICKS + step - 1n, step) / 10n;
  const lower = operator.startsWith('>');
  const exact = isExactBound({ physical, type }, { operator, ticks });
  const between = exact && down !== up;
  const literal = moment(lower || between ? down : up, type);
  if (literal === undefined) return [];
  const sign = between ? (lower ? '>' : '<=') : exact ? operator : lower ? '>=' : '<=';
  const bound = `${quoteId(physical)} ${sign} ${literal}`;
  return exact ? [bound, `${quoteId(physical)} ${beyond(lower, type)}`] : [bound];
}

/** What leaves out the native moments after 9999 or before 0001, which are null to the comparison. */
const beyond = (lower: boolean, type: NativeTime['type']): string =>
  `${lower ? '<=' : '>='} ${type} '${lower ? '9999-12-31 23:59:59.999999' : '0001-01-01 00:00:00'}${type === 'TIMESTAMPTZ' ? '+00' : ''}'`;

const floor = (value: bigint, step: bigint): bigint => value - (((value % step) + step) % step);

/** TIMESTAMP_NS ends in 1677 and 2262: moments near and beyond are left to the exact comparison. */
function moment(micros: bigint, type: NativeTime['type']): string | undefined {
  if (type === 'TIMESTAMP_NS' && (micros > 9_000_000_000_000_000n || micros < -9_000_000_000_000_000n))
    return undefined;
  const date = new Date(Number(floor(micros, 1_000_000n) / 1000n));
  if (date.getUTCFullYear() < 1000 || date.getUTCFullYear() > 9999) return undefined;
  const fraction = (((micros % 1_000_000n) + 1_000_000n) % 1_000_000n).toString().padStart(6, '0');
  const text = `${date.toISOString().slice(0, 19).replace('T', ' ')}.${fraction}`;
  if (type === 'DATE') return `DATE '${text.slice(0, 10)}'`;
  return type === 'TIMESTAMPTZ'
    ? `TIMESTAMPTZ '${text}+00'`
    : `TIMESTAMP '${text}'${type === 'TIMESTAMP_NS' ? '::TIMESTAMP_NS' : ''}`;
}

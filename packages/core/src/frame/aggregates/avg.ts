import type { Aggregate } from '../aggregate';
import type { Cell } from '../cell';
import type { Column, ColumnData } from '../column';
import { findColumn } from '../columnar';
import { encodeColumn } from '../encode-column';
import type { Groups } from '../group-rows';
import { decimalText } from '../decimal-key';
import { noSum, sumDecimals, sumLongs, sumNumbers, type Sums } from './sum';

/** The quotient as a double; a long dividend loses nothing before the division. */
const divide = (sum: bigint, count: number): number => {
  if (count === 0) return NaN;
  const whole = sum / BigInt(count);
  return Number(whole) + Number(sum % BigInt(count)) / count;
};

const reals = <V>({ sums, counts }: Sums<V>, quotient: (sum: V, count: number) => number): ColumnData => ({
  type: 'real',
  values: Float64Array.from(sums, (sum, group) => quotient(sum, counts[group] as number)),
});

const DIGITS = 17;

const compute = (column: Column, groups: Groups): ColumnData => {
  const { data, name } = column;
  if (data.type === 'int' || data.type === 'real')
    return reals(sumNumbers(data, groups), (sum, count) => (count === 0 ? NaN : sum / count));
  if (data.type === 'long') return reals(sumLongs(data, groups), divide);
  if (data.type === 'decimal') {
    const { sums, counts, scale } = sumDecimals(data, groups);
    const digits = Math.max(DIGITS, scale);
    const quotients = sums.map((sum, group) =>
      counts[group]
        ? decimalText((sum * 10n ** BigInt(digits - scale)) / BigInt(counts[group] as number), digits)
        : null,
    );
    return encodeColumn('decimal', quotients, name);
  }
  if (data.type !== 'datetime' && data.type !== 'timespan') throw noSum('average', column);
  const { sums, counts } = sumLongs(data, groups);
  const values = BigInt64Array.from(sums, (sum, group) =>
    counts[group] ? sum / BigInt(counts[group] as number) : 0n,
  );
  if (!counts.includes(0)) return { type: data.type, values };
  return { type: data.type, values, validity: Uint8Array.from(counts, (count) => (count > 0 ? 1 : 0)) };
};

/**
 * The mean of a column in each group, nulls left out: int, long and real give real (NaN of nothing), decimal, datetime and
 * timespan their own type (null of nothing; cut to 17 digits, to whole ticks). Other types are a `TypeMismatch` error.
 */
export const avg = <C extends Cell = Cell>(column: string): Aggregate<C> => ({
  compute: (frame, groups) => compute(findColumn(frame, column), groups),
});

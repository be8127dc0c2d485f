import { isPlain } from '../functions/once';
import type { Scalar } from '../plan/scalar';

/** An int lies within ±2^31. */
export const INT_BITS = 31;

const LONG_BITS = 63;
const HALF = '9223372036854775808::HUGEINT';
const MASK = '18446744073709551615::HUGEINT';

/**
 * `+`, `-` and `*` of longs, which wrap around at 64 bits as Kusto's do. Operands that are too small to overflow are
 * computed plainly; columns and literals are tested first; all else is computed in 128 bits and cut, so that the text
 * of an operand is never repeated.
 */
export function wholeArithmetic(operator: '+' | '-' | '*', a: Scalar, b: Scalar): Scalar {
  const [x, y] = [bitsOf(a), bitsOf(b)];
  const bits = operator === '*' ? x + y : Math.max(x, y) + 1;
  const plain = `(${a.sql} ${operator} ${b.sql})`;
  if (bits < LONG_BITS) return { type: 'long', sql: plain, bits };
  const wrapped = `CAST(((${a.sql}::HUGEINT ${operator} ${b.sql}::HUGEINT + ${HALF}) & ${MASK}) - ${HALF} AS BIGINT)`;
  if (!isPlain(a.sql) || !isPlain(b.sql)) return { type: 'long', sql: wrapped };
  const most = (operator === '*' ? 1n << 31n : 1n << 62n) - 1n;
  const small = [a, b]
    .filter((side) => bitsOf(side) > (operator === '*' ? 31 : 62))
    .map(({ sql }) => `${sql} BETWEEN ${-most} AND ${most}`);
  return small.length === 0
    ? { type: 'long', sql: wrapped }
    : { type: 'long', sql: `CASE WHEN ${small.join(' AND ')} THEN ${plain} ELSE ${wrapped} END` };
}

function bitsOf({ constant: value, bits, type }: Scalar): number {
  if (typeof value === 'bigint') return (value < 0n ? -value : value).toString(2).length;
  return bits ?? (type === 'int' ? INT_BITS : LONG_BITS);
}

import type { Constant, Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { divideDecimals, multiplyDecimals } from '../values/decimal-text';
import { hostCall } from './host-function';

/**
 * The product or quotient of two decimals, to the 17 digits after the point that are stored.
 * Errors: a divisor of zero, a value that does not fit, or of which 17 digits say too little.
 */
export function decimalArithmetic(operator: '*' | '/', a: Scalar, b: Scalar, scope: Scope): Scalar {
  const call = (x: string, y: string): Constant =>
    (operator === '*' ? multiplyDecimals : divideDecimals)(x, y);
  const name = operator === '*' ? 'product' : 'quotient';
  const fn = { name, takes: ['decimal', 'decimal'], gives: 'decimal', call } as const;
  return { type: 'decimal', sql: hostCall(fn, [a.sql, b.sql], scope) };
}

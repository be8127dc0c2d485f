import { MAX_DATETIME_TICKS, type KqlType } from '@casebook/core';
import { convert } from '../functions/convert';
import { once } from '../functions/once';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Constant, Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { STORAGE } from '../contract/storage-types';
import { constant } from '../sql/quote-sql';
import { BEYOND_TIME, momentOf } from '../values/datetime-text';
import { unanswerable } from '../values/unanswerable';
import { widest } from './compare';
import { decimalArithmetic } from '../functions/decimal-arithmetic';
import { INT_BITS, wholeArithmetic } from './whole-arithmetic';

/** The arithmetic operators. */
export type Arithmetic = '+' | '-' | '*' | '/' | '%';

/** `+`, `-`, `*`, `/`, `%` between two expressions. */
export function arithmetic(operator: Arithmetic) {
  return (node: SyntaxNode, scope: Scope): Scalar => {
    const left = scope.compilation.scalar(node.must('Left'), scope);
    const right = scope.compilation.scalar(node.must('Right'), scope);
    return combine(operator, left, right, node, scope);
  };
}

/** Combines two scalars as KQL does: integer division truncates, `%` is never negative, a null gives null. */
export function combine(
  operator: Arithmetic,
  left: Scalar,
  right: Scalar,
  node: SyntaxNode,
  scope: Scope,
): Scalar {
  const a = plainNumber(left, right, scope);
  const b = plainNumber(right, left, scope);
  const moments = ofTime(operator, a, b, scope);
  if (moments) return folded(operator, a, b, moments);
  const wide = widest(a.type, b.type);
  const type = wide === 'int' ? 'long' : wide;
  const x = type && convert(a, type, scope);
  const y = type && convert(b, type, scope);
  if (!type || !x || !y) return refuse(`${left.type} ${operator} ${right.type}`, node, scope);
  if (type === 'decimal' && (operator === '/' || operator === '*'))
    return decimalArithmetic(operator, x, y, scope);
  if (type === 'long' && (operator === '+' || operator === '-' || operator === '*'))
    return folded(operator, x, y, wholeArithmetic(operator, sized(x, a), sized(y, b)));
  return folded(operator, x, y, { type, sql: numeric(operator, type, x.sql, y.sql) });
}

/** An int stays small when it becomes a long. */
const sized = (long: Scalar, given: Scalar): Scalar =>
  given.type === 'int'
    ? { bits: INT_BITS, ...long }
    : { ...long, ...(given.bits ? { bits: given.bits } : {}) };

/** `-x`; of an int it is a long, and the least long is its own negation. */
export function negation(node: SyntaxNode, scope: Scope): Scalar {
  const value = scope.compilation.scalar(node.must('Expression'), scope);
  if (typeof value.constant === 'bigint')
    return constant(value.type === 'int' ? 'long' : value.type, BigInt.asIntN(64, -value.constant));
  if (typeof value.constant === 'number') return constant(value.type, -value.constant);
  if (value.type === 'int' || value.type === 'long')
    return combine('-', constant('long', 0n), value, node, scope);
  if (['string', 'bool', 'datetime', 'guid', 'dynamic'].includes(value.type)) {
    return refuse(`minus of a ${value.type}`, node, scope);
  }
  return { type: value.type, sql: `(-${value.sql})` };
}

function plainNumber(value: Scalar, other: Scalar, scope: Scope): Scalar {
  if (value.constant === null && value.type === 'dynamic') return constant(other.type, null);
  if (value.type === 'dynamic' && (other.type === 'real' || other.type === 'decimal')) {
    return convert(value, 'real', scope) ?? value;
  }
  if (value.type === 'bool') return convert(value, 'long', scope) ?? value;
  return value;
}

function numeric(operator: Arithmetic, type: KqlType, a: string, b: string): string {
  if (operator === '/') return quotient(type, a, b);
  return operator === '%' ? remainder(type, a, b) : `(${a} ${operator} ${b})`;
}

function quotient(type: KqlType, a: string, b: string): string {
  if (type === 'real') return `(${a} / ${b})`;
  if (type !== 'long') return `CAST(${a} // nullif(${b}, 0) AS ${STORAGE[type]})`;
  if (isLiteral(b)) return `(${a} // nullif(${b}, 0))`;
  return once(
    [a, b],
    (x, y) =>
      `CASE WHEN ${y} = -1 AND ${x} = ${LEAST} THEN error('unsupported ${BEYOND_LONG}') ELSE ${x} // nullif(${y}, 0) END`,
  );
}

/** The least long divided by -1 overflows, and so does its size. */
const LEAST = '(-9223372036854775807 - 1)';
const BEYOND_LONG = 'quotient beyond 64 bits';

const isLiteral = (sql: string): boolean => /^[1-9][0-9]*(::BIGINT)?$/.test(sql);

function remainder(type: KqlType, a: string, b: string): string {
  const positive = isLiteral(b);
  if (type === 'decimal')
    return once(
      [a, b],
      (x, y) =>
        `CASE WHEN ${x} < 0 OR ${y} <= 0 THEN error('unsupported remainder of decimals that are not positive') ELSE ${x} % nullif(${y}, 0) END`,
    );
  return once([a, b], (x, y) => {
    const plain = type === 'real' ? `(${x} % ${y})` : `(${x} % nullif(${y}, 0))`;
    const raised = positive
      ? `${plain} + ${y}`
      : `CASE WHEN ${y} < 0 THEN ${plain} - ${y} ELSE ${plain} + ${y} END`;
    const whole = `CASE WHEN ${plain} < 0 THEN ${raised} ELSE ${plain} END`;
    if (type === 'real')
      return `CASE WHEN ${y} = 0 AND ${x} IS NOT NULL THEN 'nan'::DOUBLE ELSE ${whole} END`;
    return type === 'long' && !positive
      ? `CASE WHEN ${y} = -1 THEN ${x} - ${x} ELSE ${whole} END`
      : `(${whole})`;
  });
}

function ofTime(operator: Arithmetic, a: Scalar, b: Scalar, scope: Scope): Scalar | undefined {
  const shape = `${a.type} ${operator} ${b.type}`;
  const whole = (sql: string, type: KqlType): Scalar => ({ type, sql });
  const sign = operator === '-' ? '-' : '+';
  switch (shape) {
    case 'datetime - datetime':
      return whole(`(${a.sql} - ${b.sql})`, 'timespan');
    case 'timespan + timespan':
    case 'timespan - timespan':
      return { ...wholeArithmetic(sign, a, b), type: 'timespan' };
    case 'datetime + timespan':
    case 'datetime - timespan':
    case 'timespan + datetime':
      return whole(withinTime(wholeArithmetic(sign, moment(a), moment(b)).sql), 'datetime');
    case 'timespan / timespan':
      return whole(
        once([b.sql], (y) => `(CAST(${a.sql} AS DOUBLE) / ${y})`),
        'real',
      );
    case 'timespan % timespan':
      return whole(numeric('%', 'long', a.sql, b.sql), 'timespan');
    default:
      return scaled(operator, a, b, scope);
  }
}

/** A moment is small enough to be added to. */
const moment = (value: Scalar): Scalar =>
  value.type === 'datetime' ? { ...value, bits: MOMENT_BITS } : value;

const MOMENT_BITS = 62;

/** Ends the query where a moment lies outside of the years 1 to 9999. */
const withinTime = (sql: string): string =>
  once(
    [sql],
    (t) =>
      `CASE WHEN ${t} NOT BETWEEN 0 AND ${MAX_DATETIME_TICKS} THEN error('unsupported ${BEYOND_TIME}') ELSE ${t} END`,
  );

function scaled(operator: Arithmetic, a: Scalar, b: Scalar, scope: Scope): Scalar | undefined {
  const [span, factor] = a.type === 'timespan' ? [a, b] : [b, a];
  const divides = operator === '/' && span === a;
  if (span.type !== 'timespan' || (operator !== '*' && !divides)) return undefined;
  if (factor.type === 'int' || factor.type === 'long') {
    const sql = divides ? quotient('long', span.sql, factor.sql) : wholeArithmetic('*', span, factor).sql;
    return { type: 'timespan', sql };
  }
  const real = convert(factor, 'real', scope);
  if (!real || factor.type !== 'real') return undefined;
  return {
    type: 'timespan',
    sql: `TRY_CAST(trunc(CAST(${span.sql} AS DOUBLE) ${operator} ${real.sql}) AS BIGINT)`,
  };
}

function folded(operator: Arithmetic, a: Scalar, b: Scalar, result: Scalar): Scalar {
  const x = a.constant;
  const y = b.constant;
  if (x === null || y === null) return constant(result.type, null);
  const value = fold(operator, x, y, result.type);
  if (value === undefined) return result;
  if (typeof value === 'bigint' && result.type === 'datetime') return constant('datetime', momentOf(value));
  if (typeof value === 'bigint')
    return constant(result.type, BigInt.asIntN(result.type === 'int' ? 32 : 64, value));
  return constant(result.type, value);
}

function fold(
  operator: Arithmetic,
  x: Constant | undefined,
  y: Constant | undefined,
  type: KqlType,
): Constant | undefined {
  if (typeof x === 'bigint' && typeof y === 'bigint') {
    return type === 'real' ? realFold(operator, Number(x), Number(y)) : integerFold(operator, x, y);
  }
  if (type === 'real' && typeof x === 'number' && typeof y === 'number') return realFold(operator, x, y);
  return undefined;
}

function integerFold(operator: Arithmetic, x: bigint, y: bigint): bigint | null {
  if (operator === '+') return x + y;
  if (operator === '-') return x - y;
  if (operator === '*') return x * y;
  if (y === 0n) return null;
  if (operator === '/') return BigInt.asIntN(64, x / y) === x / y ? x / y : unanswerable(BEYOND_LONG);
  const size = y < 0n ? -y : y;
  return ((x % size) + size) % size;
}

function realFold(operator: Arithmetic, x: number, y: number): number {
  if (operator === '+') return x + y;
  if (operator === '-') return x - y;
  if (operator === '*') return x * y;
  if (operator === '/') return x / y;
  const rest = x % y;
  return rest < 0 ? rest + Math.abs(y) : rest;
}

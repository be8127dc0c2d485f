import type { KqlType } from '@casebook/core';
import { convert } from '../functions/convert';
import { once } from '../functions/once';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { constant } from '../sql/quote-sql';

/** The comparison operators. */
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

const NUMERIC: readonly KqlType[] = ['int', 'long', 'real', 'decimal'];

/** `==`, `!=`, `<` … between two expressions. */
export function comparison(operator: Comparison) {
  return (node: SyntaxNode, scope: Scope): Scalar => {
    const inside = { ...scope, filter: false };
    const left = scope.compilation.scalar(node.must('Left'), inside);
    const right = scope.compilation.scalar(node.must('Right'), inside);
    return compare(operator, left, right, node, scope);
  };
}

/** Compares two scalars as KQL does: two nulls give null, a null equals nothing else, NaN equals nothing. */
export function compare(
  operator: Comparison,
  left: Scalar,
  right: Scalar,
  node: SyntaxNode,
  scope: Scope,
): Scalar {
  const [a, b] = aligned(left, right, node, scope);
  const known = foldComparison(operator, a, b);
  if (known) return known;
  const plain = (x: string, y: string): string => nanAware(operator, x, y, a, b);
  if (operator !== '=' && operator !== '<>') return { type: 'bool', sql: plain(a.sql, b.sql) };
  if (a.type === 'string') return { type: 'bool', sql: `(${a.sql} ${operator} ${b.sql})` };
  if (scope.filter && operator === '=') return { type: 'bool', sql: plain(a.sql, b.sql) };
  return { type: 'bool', sql: nullAware(operator, a, b, plain) };
}

function nullAware(
  operator: '=' | '<>',
  a: Scalar,
  b: Scalar,
  plain: (x: string, y: string) => string,
): string {
  const surelyOne = [a, b].some(({ constant: value }) => value !== undefined && value !== null);
  if (surelyOne) return `coalesce(${plain(a.sql, b.sql)}, ${operator === '<>'})`;
  return once(
    [a.sql, b.sql],
    (x, y) =>
      `CASE WHEN ${x} IS NULL AND ${y} IS NULL THEN NULL ELSE coalesce(${plain(x, y)}, ${operator === '<>'}) END`,
  );
}

/** Plain SQL comparison, except that DuckDB takes NaN for equal to itself and greater than all. */
function nanAware(operator: Comparison, x: string, y: string, a: Scalar, b: Scalar): string {
  if (a.type !== 'real') return `(${x} ${operator} ${y})`;
  const checks: Record<Comparison, readonly ('a' | 'b')[]> = {
    '=': ['a'],
    '<>': ['a'],
    '<': ['b'],
    '<=': ['b'],
    '>': ['a'],
    '>=': ['a'],
  };
  const [side] = checks[operator];
  const checked = operator === '=' || operator === '<>' ? (a.constant === undefined ? 'a' : 'b') : side;
  const scalar = checked === 'a' ? a : b;
  if (typeof scalar.constant === 'number' && !Number.isNaN(scalar.constant)) return `(${x} ${operator} ${y})`;
  if ((operator === '=' || operator === '<>') && [a, b].some(isOrdinary)) return `(${x} ${operator} ${y})`;
  return once([x, y], (p, q) => {
    const nan = `isnan(${checked === 'a' ? p : q})`;
    if (operator === '<>') return `(${p} <> ${q} OR ${nan})`;
    const known = checked === 'a' ? q : p;
    return operator === '='
      ? `(${p} = ${q} AND NOT ${nan})`
      : `(${p} ${operator} ${q} AND (${known} IS NULL OR NOT ${nan}))`;
  });
}

const isOrdinary = ({ constant: value }: Scalar): boolean =>
  typeof value === 'number' && !Number.isNaN(value);

function foldComparison(operator: Comparison, a: Scalar, b: Scalar): Scalar | undefined {
  const x = a.constant;
  const y = b.constant;
  if (x === undefined || y === undefined || a.type === 'decimal' || a.type === 'dynamic') return undefined;
  if (x === null || y === null) {
    if (operator !== '=' && operator !== '<>') return constant('bool', null);
    return constant('bool', x === y ? null : operator === '<>');
  }
  switch (operator) {
    case '=':
      return constant('bool', x === y);
    case '<>':
      return constant('bool', x !== y);
    case '<':
      return constant('bool', x < y);
    case '<=':
      return constant('bool', x <= y);
    case '>':
      return constant('bool', x > y);
    case '>=':
      return constant('bool', x >= y);
  }
}

/** Brings two scalars to the type in which KQL compares them. */
export function aligned(
  left: Scalar,
  right: Scalar,
  node: SyntaxNode,
  scope: Scope,
): readonly [Scalar, Scalar] {
  const type = commonType(left, right);
  const a = type && convert(left, type, scope);
  const b = type && convert(right, type, scope);
  return a && b ? [a, b] : refuse(`comparison of ${left.type} with ${right.type}`, node, scope);
}

function commonType(left: Scalar, right: Scalar): KqlType | undefined {
  const [a, b] = [left.type, right.type];
  if (a === b) return a === 'dynamic' && left.constant !== null && right.constant !== null ? undefined : a;
  if (left.constant === null) return b;
  if (right.constant === null) return a;
  const numeric = widest(a, b);
  if (numeric) return numeric;
  if (a === 'dynamic' || b === 'dynamic') {
    const other = a === 'dynamic' ? b : a;
    return other === 'int' || other === 'long' ? 'real' : other;
  }
  if (a === 'string' || b === 'string') {
    const other = a === 'string' ? b : a;
    return other === 'datetime' || other === 'timespan' ? undefined : other;
  }
  if (a === 'bool' || b === 'bool') return NUMERIC.includes(a) || NUMERIC.includes(b) ? 'long' : undefined;
  return undefined;
}

/** The wider of two numeric types. */
export function widest(a: KqlType, b: KqlType): KqlType | undefined {
  if (!NUMERIC.includes(a) || !NUMERIC.includes(b)) return undefined;
  return NUMERIC[Math.max(NUMERIC.indexOf(a), NUMERIC.indexOf(b))] === 'decimal' &&
    (a === 'real' || b === 'real')
    ? 'real'
    : NUMERIC[Math.max(NUMERIC.indexOf(a), NUMERIC.indexOf(b))];
}

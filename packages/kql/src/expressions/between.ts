import type { SyntaxNode } from '../parser/syntax-node';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { combine } from './arithmetic';
import { compare } from './compare';

/** `between (low .. high)` and `!between`; a timespan as the upper bound of a datetime counts from the lower one. */
export function between(negated: boolean) {
  return (node: SyntaxNode, scope: Scope): Scalar => {
    const inside = { ...scope, filter: false };
    const value = scope.compilation.scalar(node.must('Left'), inside);
    const range = node.must('Right');
    const low = scope.compilation.scalar(range.must('First'), inside);
    const end = scope.compilation.scalar(range.must('Second'), inside);
    const relative = value.type === 'datetime' && end.type === 'timespan';
    const high = relative ? combine('+', low, end, node, inside) : end;
    const above = compare('>=', value, low, node, scope);
    const below = compare('<=', value, high, node, scope);
    const within = `(${above.sql} AND ${below.sql})`;
    return { type: 'bool', sql: negated ? `(NOT ${within})` : within };
  };
}

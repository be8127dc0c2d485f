import { argumentsOf } from '../expressions/calls';
import { combineSpan } from '../values/combine-span';
import type { SyntaxNode } from '../parser/syntax-node';
import type { ColumnBound } from './relation';
import type { Scope } from './scope';

const MIRRORED = { '>': '<', '>=': '<=', '<': '>', '<=': '>=', '=': '=' } as const;
const OPERATORS: Readonly<Record<string, keyof typeof MIRRORED>> = {
  GreaterThanExpression: '>',
  GreaterThanOrEqualExpression: '>=',
  LessThanExpression: '<',
  LessThanOrEqualExpression: '<=',
  EqualExpression: '=',
};

/** What a condition says of time columns that are compared with moments known by now. */
export function timeBounds(node: SyntaxNode, scope: Scope): readonly ColumnBound[] {
  if (node.kind === 'BetweenExpression') return betweenBounds(node, scope);
  const operator = OPERATORS[node.kind];
  if (!operator) return [];
  const left = scope.compilation.scalar(node.must('Left'), scope);
  const right = scope.compilation.scalar(node.must('Right'), scope);
  if (left.type !== 'datetime' || right.type !== 'datetime') return [];
  if (typeof right.constant === 'bigint') {
    if (left.column !== undefined) return [{ column: left.column, operator, ticks: right.constant }];
    const column = roundedDown(node.must('Left'), scope);
    return column === undefined || operator.startsWith('<')
      ? []
      : [{ column, operator: '>=', ticks: right.constant }];
  }
  if (right.column !== undefined && typeof left.constant === 'bigint') {
    return [{ column: right.column, operator: MIRRORED[operator], ticks: left.constant }];
  }
  return [];
}

const ROUNDING = ['bin', 'floor', 'startofday', 'startofweek', 'startofmonth', 'startofyear'];

/** The time column that a call rounds down: it is never earlier than what comes of it. */
function roundedDown(node: SyntaxNode, scope: Scope): string | undefined {
  if (node.kind !== 'FunctionCallExpression' || !ROUNDING.includes(node.must('Name').simpleName))
    return undefined;
  const [value] = argumentsOf(node);
  const scalar = value && scope.compilation.scalar(value, scope);
  return scalar?.type === 'datetime' ? scalar.column : undefined;
}

function betweenBounds(node: SyntaxNode, scope: Scope): readonly ColumnBound[] {
  const value = scope.compilation.scalar(node.must('Left'), scope);
  const range = node.must('Right');
  const low = scope.compilation.scalar(range.must('First'), scope);
  const high = scope.compilation.scalar(range.must('Second'), scope);
  if (value.column === undefined || value.type !== 'datetime' || typeof low.constant !== 'bigint') return [];
  const end = combineSpan(low.constant, high);
  return [
    { column: value.column, operator: '>=', ticks: low.constant },
    ...(end === undefined ? [] : [{ column: value.column, operator: '<=', ticks: end } as const]),
  ];
}

import { argumentsOf } from '../expressions/calls';
import { combineSpan } from '../values/combine-span';
import type { SyntaxNode } from '../parser/syntax-node';
import type { Bound } from '../sql/native-bound';
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

/** What a condition says of time columns, and whether that is all it says. */
export interface TimeBounds {
  readonly bounds: readonly ColumnBound[];
  readonly whole: boolean;
}

const NONE: TimeBounds = { bounds: [], whole: false };

/** What a condition says of time columns that are compared with moments known by now. */
export function timeBounds(node: SyntaxNode, scope: Scope): TimeBounds {
  if (node.kind === 'BetweenExpression') return betweenBounds(node, scope);
  const operator = OPERATORS[node.kind];
  if (!operator) return NONE;
  const left = scope.compilation.scalar(node.must('Left'), scope);
  const right = scope.compilation.scalar(node.must('Right'), scope);
  if (left.type !== 'datetime' || right.type !== 'datetime') return NONE;
  const bound = (column: string, sign: Bound['operator'], ticks: bigint): TimeBounds['bounds'] => [
    { column, operator: sign, ticks },
  ];
  if (typeof right.constant === 'bigint') {
    if (left.column !== undefined)
      return { bounds: bound(left.column, operator, right.constant), whole: true };
    const column = roundedDown(node.must('Left'), scope);
    return column === undefined || operator.startsWith('<')
      ? NONE
      : { bounds: bound(column, '>=', right.constant), whole: false };
  }
  if (right.column !== undefined && typeof left.constant === 'bigint')
    return { bounds: bound(right.column, MIRRORED[operator], left.constant), whole: true };
  return NONE;
}

const ROUNDING = ['bin', 'floor', 'startofday', 'startofweek', 'startofmonth', 'startofyear'];

/** The time column that a call rounds down: it is never earlier than what comes of it. */
function roundedDown(node: SyntaxNode, scope: Scope): string | undefined {
  if (node.kind !== 'FunctionCallExpression' || !ROUNDING.includes(node.must('Name').simpleName))
    return undefined;
  const [value, size] = argumentsOf(node);
  const step = size && scope.compilation.scalar(size, scope).constant;
  const isBin = ['bin', 'floor'].includes(node.must('Name').simpleName);
  if (isBin ? typeof step !== 'bigint' || step <= 0n : size !== undefined) return undefined;
  const scalar = value && scope.compilation.scalar(value, scope);
  return scalar?.type === 'datetime' ? scalar.column : undefined;
}

function betweenBounds(node: SyntaxNode, scope: Scope): TimeBounds {
  const value = scope.compilation.scalar(node.must('Left'), scope);
  const range = node.must('Right');
  const low = scope.compilation.scalar(range.must('First'), scope);
  const high = scope.compilation.scalar(range.must('Second'), scope);
  if (value.column === undefined || value.type !== 'datetime' || typeof low.constant !== 'bigint')
    return NONE;
  const end = combineSpan(low.constant, high);
  const { column } = value;
  const bounds: TimeBounds['bounds'] = [
    { column, operator: '>=', ticks: low.constant },
    ...(end === undefined ? [] : [{ column, operator: '<=', ticks: end } as const]),
  ];
  return { bounds, whole: end !== undefined };
}

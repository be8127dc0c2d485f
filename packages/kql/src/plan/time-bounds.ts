import { combineSpan } from '../values/combine-span';
import type { SyntaxNode } from '../parser/syntax-node';
import { quoteId } from '../sql/quote-sql';
import { nativeBound, type Bound } from '../sql/native-bound';
import type { PlanNode, Relation } from './relation';
import type { Scope } from './scope';

const MIRRORED = { '>': '<', '>=': '<=', '<': '>', '<=': '>=', '=': '=' } as const;
const OPERATORS: Readonly<Record<string, keyof typeof MIRRORED>> = {
  GreaterThanExpression: '>',
  GreaterThanOrEqualExpression: '>=',
  LessThanExpression: '<',
  LessThanOrEqualExpression: '<=',
  EqualExpression: '=',
};

/** Repeats a filter on a time column in terms of the stored native column, so that it reaches Parquet. */
export function withTimeBounds(relation: Relation, condition: SyntaxNode, scope: Scope): Relation {
  const bounds = boundsOf(condition, scope);
  const node = bounds.reduce<PlanNode>(
    (plan, { column, ...bound }) => pushed(plan, column, bound) ?? plan,
    relation.node,
  );
  return node === relation.node ? relation : { ...relation, node };
}

type ColumnBound = Bound & { readonly column: string };

function boundsOf(node: SyntaxNode, scope: Scope): readonly ColumnBound[] {
  if (node.kind === 'BetweenExpression') return betweenBounds(node, scope);
  const operator = OPERATORS[node.kind];
  if (!operator) return [];
  const left = scope.compilation.scalar(node.must('Left'), scope);
  const right = scope.compilation.scalar(node.must('Right'), scope);
  if (left.type !== 'datetime' || right.type !== 'datetime') return [];
  if (left.column !== undefined && typeof right.constant === 'bigint') {
    return [{ column: left.column, operator, ticks: right.constant }];
  }
  if (right.column !== undefined && typeof left.constant === 'bigint') {
    return [{ column: right.column, operator: MIRRORED[operator], ticks: left.constant }];
  }
  return [];
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

function pushed(plan: PlanNode, id: string, bound: Bound): PlanNode | undefined {
  if (plan.kind === 'filter') {
    const input = pushed(plan.input, id, bound);
    return input && { ...plan, input };
  }
  if (plan.kind === 'select') {
    const item = plan.items.find((one) => one.id === id);
    const from = item && /^"((?:[^"]|"")*)"$/.exec(item.sql)?.[1]?.replaceAll('""', '"');
    const input =
      from === undefined || item?.sql !== quoteId(from) ? undefined : pushed(plan.input, from, bound);
    return input && { ...plan, input };
  }
  if (plan.kind !== 'scan') return undefined;
  const native = Object.hasOwn(plan.natives, id) ? plan.natives[id] : undefined;
  return native && { ...plan, bounds: [...plan.bounds, ...nativeBound(native, bound)] };
}

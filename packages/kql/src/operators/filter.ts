import { convert } from '../functions/convert';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import { filtered } from '../plan/shape';
import { timeBounds } from '../plan/time-bounds';
import type { Operator } from './operator';

/** `where`. */
export const filterOperator: Operator = (node, input, scope) => {
  const inside = { ...scope, filter: true };
  let result = input;
  for (const condition of conjuncts(node.must('Condition'))) {
    const value = scope.compilation.scalar(condition, inside);
    const truth = convert(value, 'bool', scope) ?? refuse(`${value.type} as a condition`, condition, scope);
    result = filtered(result, truth.sql, timeBounds(condition, inside));
  }
  return result;
};

function conjuncts(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'ParenthesizedExpression') return conjuncts(node.must('Expression'));
  if (node.kind !== 'AndExpression') return [node];
  return [...conjuncts(node.must('Left')), ...conjuncts(node.must('Right'))];
}

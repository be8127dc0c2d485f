import { convert } from '../functions/convert';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import { filtered } from '../plan/shape';
import { timeBounds } from '../plan/time-bounds';
import { Windows } from '../plan/windows';
import type { Operator } from './operator';

/** `where`. */
export const filterOperator: Operator = (node, input, scope) => {
  const windows = new Windows(scope.compilation.names);
  const inside = { ...scope, filter: true, windows };
  const tests = conjuncts(node.must('Condition')).map((condition) => {
    const value = scope.compilation.scalar(condition, inside);
    const truth = convert(value, 'bool', scope) ?? refuse(`${value.type} as a condition`, condition, scope);
    return { condition, sql: truth.sql };
  });
  return tests.reduce(
    (result, { condition, sql }) => filtered(result, sql, timeBounds(condition, inside)),
    windows.over(input),
  );
};

function conjuncts(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'ParenthesizedExpression') return conjuncts(node.must('Expression'));
  if (node.kind !== 'AndExpression') return [node];
  return [...conjuncts(node.must('Left')), ...conjuncts(node.must('Right'))];
}

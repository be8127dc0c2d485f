import { argumentsOf } from '../expressions/calls';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Scope } from '../plan/scope';

/**
 * The name that the pages of an aggregate give its column where the binder gives another; nothing for all others.
 * `covariance(x, y)` is `covariance_x_y`, also with a predicate; of values that are no columns it is not known.
 * See https://learn.microsoft.com/kusto/query/covariance-aggregation-function
 */
export function documentedName(expression: SyntaxNode, scope: Scope): string | undefined {
  if (expression.kind !== 'FunctionCallExpression') return undefined;
  const name = expression.must('Name').simpleName;
  if (!/^covariancep?(if)?$/.test(name)) return undefined;
  const pair = argumentsOf(expression).slice(0, 2);
  return pair.every(({ kind }) => kind === 'NameReference')
    ? [name, ...pair.map((one) => one.simpleName)].join('_')
    : refuse(`${name} without a name, of values that are no columns`, expression, scope);
}

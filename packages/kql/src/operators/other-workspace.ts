import { argumentsOf } from '../expressions/calls';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Scope } from '../plan/scope';
import type { Source } from './operator';
import { scan, scanKnown } from './scan';

/** `workspace('name').Table` and `app('name').Table`: a table of another workspace that was named when this one was opened. */
export const otherWorkspace: Source = (node, scope) => {
  const place = node.must('Expression');
  const called = place.kind === 'FunctionCallExpression' ? place.must('Name').simpleName : '';
  if (!['workspace', 'app'].includes(called))
    return refuse(`table elsewhere: ${node.text.slice(0, 80)}`, node, scope);
  const name = nameOf(place, scope);
  const tables = scope.compilation.schema.workspaces?.get(name);
  if (!tables) return refuse(`workspace that is not open here: ${name}`, place, scope);
  const selector = node.must('Selector');
  if (selector.kind !== 'NameReference')
    return refuse(`table elsewhere: ${node.text.slice(0, 80)}`, node, scope);
  const table = tables.find((one) => one.name === selector.simpleName);
  return table ? scan(table, scope) : scanKnown(selector.simpleName, `workspace ${name}`, selector, scope);
};

function nameOf(place: SyntaxNode, scope: Scope): string {
  const [given] = argumentsOf(place);
  const value = given && scope.compilation.scalar(given, scope).constant;
  return typeof value === 'string'
    ? value
    : refuse('workspace of a name that is not a constant', place, scope);
}

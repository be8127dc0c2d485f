import type { SyntaxNode } from '../../parser/syntax-node';
import { refuse } from '../../plan/refusal';
import type { Scope } from '../../plan/scope';

/**
 * Where the schema that data decide goes into the text of the query: behind the plugin. Refused in stored functions, which
 * are not in the text, and in functions of the query that are called more than once, which would need several schemas.
 */
export function discoveryPlace(node: SyntaxNode, scope: Scope): number {
  const { text, bodies } = scope.compilation;
  const name = node.must('FunctionCall').must('Name').simpleName;
  if (bodies.get(node.tree)) return refuse(`${name} without a schema in a stored function`, node, scope);
  const inText = text.slice(node.start, node.start + node.length) === node.text;
  const start = inText ? node.start : text.indexOf(node.text);
  if (start < 0 || (!inText && text.indexOf(node.text, start + 1) >= 0))
    return refuse(`${name} without a schema in this function`, node, scope);
  const called = enclosingFunction(text, start);
  if (called !== undefined && uses(text, called) > 2)
    return refuse(`${name} without a schema in a function called more than once: ${called}`, node, scope);
  return start + node.length;
}

/** The function of the query whose declaration surrounds a place. */
function enclosingFunction(text: string, place: number): string | undefined {
  const before = text.slice(0, place);
  const declared = [...before.matchAll(/\blet\s+(\w+)\s*=\s*(?:view\s*)?\(/g)].at(-1);
  if (!declared) return undefined;
  const since = before.slice(declared.index);
  const opened = (since.match(/\{/g)?.length ?? 0) - (since.match(/\}/g)?.length ?? 0);
  return opened > 0 ? declared[1] : undefined;
}

const uses = (text: string, name: string): number =>
  text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;

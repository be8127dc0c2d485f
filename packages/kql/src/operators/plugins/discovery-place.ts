import type { StoredFunction } from '../../contract/stored-function';
import { BODY_OPENS } from '../../parser/database';
import { mentionedNames } from '../../parser/mentioned-names';
import type { SyntaxNode } from '../../parser/syntax-node';
import type { DiscoveryPlace } from '../../plan/discovery-request';
import { refuse } from '../../plan/refusal';
import type { Scope } from '../../plan/scope';

/**
 * Where the schema that data decide goes: behind the plugin, in the query or in the stored function that holds it. Refused
 * in functions with parameters that are called more than once, which would need several schemas.
 */
export function discoveryPlace(node: SyntaxNode, scope: Scope): DiscoveryPlace {
  const { text, bodies } = scope.compilation;
  const name = node.must('FunctionCall').must('Name').simpleName;
  const stored = bodies.get(node.tree);
  if (stored) return placeInStored(stored, name, node, scope);
  const inText = text.slice(node.start, node.start + node.length) === node.text;
  const start = inText ? node.start : text.indexOf(node.text);
  if (start < 0 || (!inText && text.indexOf(node.text, start + 1) >= 0))
    return refuse(`${name} without a schema in this function`, node, scope);
  const called = enclosingFunction(text, start);
  if (called !== undefined && uses(text, called) > 2)
    return refuse(`${name} without a schema in a function called more than once: ${called}`, node, scope);
  return { offset: start + node.length };
}

function placeInStored(stored: StoredFunction, name: string, node: SyntaxNode, scope: Scope): DiscoveryPlace {
  const { text, schema } = scope.compilation;
  const called = stored.name;
  const others = mentionedNames(text, schema).functions.filter(
    (other) => other !== called && schema.functions?.wordsOf(other).has(called),
  );
  if (/\w/.test(stored.parameters) && uses(text, called) + others.length > 1)
    return refuse(`${name} without a schema in a function called more than once: ${called}`, node, scope);
  return { offset: node.start + node.length - BODY_OPENS.length, stored };
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

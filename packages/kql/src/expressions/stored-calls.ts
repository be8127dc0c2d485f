import { CasebookError } from '@casebook/core';
import { BODY_OPENS } from '../parser/database';
import { isOverruled } from '../parser/overruled';
import type { SyntaxNode } from '../parser/syntax-node';
import { placeInFunction } from '../plan/place-in-function';
import { UnresolvedTable } from '../plan/unresolved-table';
import { outermostCall, refuse } from '../plan/refusal';
import type { Scope } from '../plan/scope';

const UNKNOWN_TABLE = 'KS204';

/** The error for a call whose body is not there: that of the file which should hold it, else a refusal. */
export function absentBody(node: SyntaxNode, scope: Scope): never {
  const name = node.symbolName ?? node.part('Name')?.simpleName ?? node.simpleName;
  scope.compilation.schema.functions?.find(name);
  if (scope.within?.includes(name)) return recursion(name, node, scope);
  if (scope.fuzzy) throw new UnresolvedTable(name);
  return refuse(`function: ${name}`, node, scope);
}

const recursion = (name: string, node: SyntaxNode, scope: Scope): never =>
  refuse(`recursive function: ${[...(scope.within ?? []), name].join(' > ')}`, node, scope);

/**
 * Notes that the body of a stored function is entered, and gives the functions that are entered now; nothing for functions
 * of the query itself. Recursion is refused, as Kusto refuses it, and a body with mistakes is a `KqlSyntax` error of its file.
 */
export function enterStored(
  node: SyntaxNode,
  called: SyntaxNode,
  scope: Scope,
): readonly string[] | undefined {
  const name = node.symbolName ?? '';
  const { compilation, within = [] } = scope;
  const stored = compilation.schema.functions?.ofSymbol(node.symbol, name);
  if (!stored) return undefined;
  if (within.includes(name)) return recursion(name, node, scope);
  compilation.bodies.set(called.tree, stored);
  const text = `${BODY_OPENS}${stored.body}`;
  const mistakes = called.mistakes.filter((diagnostic) => !isOverruled(diagnostic, text));
  const [mistake] = mistakes;
  if (!mistake) return [...within, name];
  const unknown = mistakes.find(({ code }) => code === UNKNOWN_TABLE);
  if (scope.fuzzy && unknown)
    throw new UnresolvedTable(text.slice(unknown.start, unknown.start + unknown.length));
  const place = placeInFunction(stored, mistake.start);
  const position = outermostCall(scope, name);
  throw new CasebookError('KqlSyntax', `${mistake.message} (in ${place.where})`, {
    ...(position ? { position } : {}),
    help: `The function ${name} was read from ${stored.file ?? 'a text'}; mend it there.`,
    query: compilation.text,
  });
}

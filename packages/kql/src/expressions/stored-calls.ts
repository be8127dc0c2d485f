import { CasebookError } from '@casebook/core';
import { BODY_OPENS } from '../parser/database';
import { isOverruled } from '../parser/overruled';
import type { SyntaxNode } from '../parser/syntax-node';
import { placeInFunction } from '../plan/place-in-function';
import { refuse } from '../plan/refusal';
import type { Scope } from '../plan/scope';

/** The error for a call whose body is not there: that of the file which should hold it, else a refusal. */
export function absentBody(node: SyntaxNode, scope: Scope): never {
  const name = node.symbolName ?? node.part('Name')?.simpleName ?? node.simpleName;
  scope.compilation.schema.functions?.find(name);
  return refuse(`function: ${name}`, node, scope);
}

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
  if (within.includes(name))
    return refuse(`recursive function: ${[...within, name].join(' > ')}`, node, scope);
  compilation.bodies.set(called.tree, stored);
  const text = `${BODY_OPENS}${stored.body}`;
  const mistake = called.mistakes.find((diagnostic) => !isOverruled(diagnostic, text));
  if (!mistake) return [...within, name];
  const place = placeInFunction(stored, mistake.start);
  throw new CasebookError('KqlSyntax', `${mistake.message} (in ${place.where})`, {
    help: `The function ${name} was read from ${stored.file ?? 'a text'}; mend it there.`,
    query: compilation.text,
  });
}

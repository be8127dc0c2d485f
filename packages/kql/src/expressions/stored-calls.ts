import { CasebookError } from '@casebook/core';
import type { StoredFunction } from '../contract/stored-function';
import { azureFunction } from '../parser/azure-functions';
import { BODY_OPENS } from '../parser/database';
import type { Mistake } from '../parser/mistakes';
import { isOverruled } from '../parser/overruled';
import type { SyntaxNode } from '../parser/syntax-node';
import { wayOut } from '../parser/way-out';
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
  throw mistakeInBody(mistakes, mistake, stored, scope);
}

/** The error for a body with mistakes: what it asks of Azure is refused, else the first is told with its place in the file. */
function mistakeInBody(
  mistakes: readonly Mistake[],
  first: Mistake,
  stored: StoredFunction,
  scope: Scope,
): CasebookError {
  const { text: query, schema } = scope.compilation;
  const text = `${BODY_OPENS}${stored.body}`;
  const azure = azureFunction(text, mistakes);
  const { where } = placeInFunction(stored, azure?.position?.offset ?? first.start);
  const position = outermostCall(scope, stored.name);
  const file = `The function ${stored.name} was read from ${stored.file ?? 'a text'}; mend it there.`;
  const help = [azure ? azure.help : wayOut(first, text, schema), file].filter((line) => line !== undefined);
  return new CasebookError(azure?.code ?? 'KqlSyntax', `${azure?.message ?? first.message} (in ${where})`, {
    ...(position ? { position } : {}),
    help: help.join('\n'),
    query,
  });
}

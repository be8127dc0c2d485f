import { CasebookError, type Position } from '@casebook/core';
import type { SyntaxNode } from '../parser/syntax-node';
import { positionOf } from '../parser/position';
import { shortMessage } from '../parser/short-message';
import { alternativeTo } from './alternatives';
import { placeInFunction } from './place-in-function';
import type { Scope } from './scope';

/** The way out of every refusal. */
export const AZURE_ONLY =
  'The embedded engine refuses what it cannot answer exactly; this query runs on Azure only.';

const wayOut = (what: string): string => {
  const instead = alternativeTo(what);
  return instead === undefined ? AZURE_ONLY : `Instead: ${instead}`;
};

/** The error for a construct that this engine does not run exactly; in the body of a called function its place there. */
export function refusal(what: string, node: SyntaxNode, scope: Scope): CasebookError {
  const { text, bodies } = scope.compilation;
  const stored = bodies.get(node.tree);
  if (stored) return refusalInFunction(what, placeInFunction(stored, node.start).where, scope);
  const inText = text.slice(node.start, node.start + node.length) === node.text;
  const start = inText ? node.start : text.indexOf(node.text);
  return new CasebookError('KqlUnsupported', `unsupported ${shortMessage(what)}`, {
    ...(start < 0 ? {} : { position: positionOf(text, start, node.length) }),
    help: wayOut(what),
    query: text,
  });
}

/** What a stored function holds is placed where the query calls the outermost one. */
function refusalInFunction(what: string, where: string, scope: Scope): CasebookError {
  const position = outermostCall(scope);
  return new CasebookError('KqlUnsupported', `unsupported ${shortMessage(what)} (in ${where})`, {
    ...(position ? { position } : {}),
    help: wayOut(what),
    query: scope.compilation.text,
  });
}

/** Where the text names the outermost of the stored functions that are being translated, or the one about to be entered. */
export function outermostCall({ compilation: { text }, within }: Scope, entering = ''): Position | undefined {
  const name = within?.[0] ?? entering;
  const start = text.search(new RegExp(`\\b${name.replace(/\W/g, '\\$&')}\\b`));
  return start < 0 ? undefined : positionOf(text, start, name.length);
}

/** Stops the compilation at a construct that this engine does not run exactly. */
export function refuse(what: string, node: SyntaxNode, scope: Scope): never {
  throw refusal(what, node, scope);
}

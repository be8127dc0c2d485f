import { CasebookError } from '@casebook/core';
import type { SyntaxNode } from '../parser/syntax-node';
import { positionOf } from '../parser/position';
import type { Scope } from './scope';

/** The way out of every refusal. */
export const AZURE_ONLY =
  'The embedded engine refuses what it cannot answer exactly; this query runs on Azure only.';

/** The error for a construct that this engine does not run exactly; in the body of a called function its place there. */
export function refusal(what: string, node: SyntaxNode, scope: Scope): CasebookError {
  const { text } = scope.compilation;
  const inText = text.slice(node.start, node.start + node.length) === node.text;
  const start = inText ? node.start : text.indexOf(node.text);
  return new CasebookError('KqlUnsupported', `unsupported ${what}`, {
    ...(start < 0 ? {} : { position: positionOf(text, start, node.length) }),
    help: AZURE_ONLY,
    query: text,
  });
}

/** Stops the compilation at a construct that this engine does not run exactly. */
export function refuse(what: string, node: SyntaxNode, scope: Scope): never {
  throw refusal(what, node, scope);
}

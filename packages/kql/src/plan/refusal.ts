import { CasebookError } from '@casebook/core';
import type { SyntaxNode } from '../parser/syntax-node';
import { positionOf } from '../parser/position';
import type { Scope } from './scope';

/** The error for a construct that this engine does not run exactly. */
export function refusal(what: string, node: SyntaxNode, scope: Scope): CasebookError {
  const { text } = scope.compilation;
  const inText = text.slice(node.start, node.start + node.length) === node.text;
  return new CasebookError('KqlUnsupported', `unsupported ${what}`, {
    ...(inText ? { position: positionOf(text, node.start, node.length) } : {}),
    help: 'The embedded engine refuses what it cannot answer exactly; this query runs on Azure only.',
    query: text,
  });
}

/** Stops the compilation at a construct that this engine does not run exactly. */
export function refuse(what: string, node: SyntaxNode, scope: Scope): never {
  throw refusal(what, node, scope);
}

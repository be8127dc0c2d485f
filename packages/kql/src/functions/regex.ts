import { CasebookError } from '@casebook/core';
import { positionOf } from '../parser/position';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { quoteText } from '../sql/quote-sql';

/** A constant regular expression as SQL; one that is not constant, or that the two engines read differently, is refused. */
export function checkedRegex(pattern: Scalar, node: SyntaxNode, scope: Scope): string {
  return quoteText(constantRegex(pattern, node, scope));
}

/** The text of a constant regular expression that DuckDB's RE2 reads as Kusto does. */
export function constantRegex(pattern: Scalar, node: SyntaxNode, scope: Scope): string {
  if (typeof pattern.constant !== 'string')
    return refuse('regular expression that is not a constant', node, scope);
  const text = pattern.constant;
  const outside = text.replace(/\\\\/g, '');
  if (/\(\?<?[=!]/.test(outside) || /\\[1-9]/.test(outside)) {
    throw new CasebookError('KqlSyntax', `invalid regular expression: ${text}`, {
      position: positionOf(scope.compilation.text, node.start, node.length),
      help: 'Look-around and back references are not part of the RE2 dialect.',
      query: scope.compilation.text,
    });
  }
  return text.replace(/\(\?<(?![=!])/g, '(?P<');
}

/** How many groups a regular expression captures. */
export const captureCount = (pattern: string): number =>
  pattern
    .replace(/\\[\s\S]/g, '')
    .replace(/\[\^?\]?[^\]]*\]/g, '')
    .match(/\((?!\?)|\(\?P?<(?![=!])/g)?.length ?? 0;

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
  return unicodeClasses(text.replace(/\(\?<(?![=!])/g, '(?P<'));
}

const CLASSES: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  s: '\\s\\x{85}\\p{Z}',
  w: '\\w\\pL\\pM\\p{Nd}\\p{Pc}',
};

/** Kusto's `\\d`, `\\s` and `\\w` know all of Unicode; those of RE2 know ASCII only. */
function unicodeClasses(pattern: string): string {
  let inside = false;
  return pattern.replace(/\\[\s\S]|\[\^?\]?|\]/g, (token) => {
    if (token.startsWith('[')) {
      const opens = !inside;
      inside = true;
      return opens ? token : token.replace('[', '\\[');
    }
    if (token === ']') inside = false;
    const letter = token.slice(1);
    if (!/^\\[dswDSW]$/.test(token)) return token;
    const known = CLASSES[letter.toLowerCase()] ?? '';
    const negated = letter !== letter.toLowerCase();
    if (inside) return negated ? token : known;
    return `[${negated ? '^' : ''}${known}]`;
  });
}

/** How many groups a regular expression captures. */
export const captureCount = (pattern: string): number =>
  pattern
    .replace(/\\[\s\S]/g, '')
    .replace(/\[\^?\]?[^\]]*\]/g, '')
    .match(/\((?!\?)|\(\?P?<(?![=!])/g)?.length ?? 0;

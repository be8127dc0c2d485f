import { CasebookError } from '@casebook/core';
import { positionOf } from '../parser/position';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { readRegex, type ReadRegex } from '../regex/read-regex';
import { RegexProblem } from '../regex/regex-problem';
import { once } from './once';

/**
 * Reads a regular expression that must be constant. One that Kusto would refuse is a `KqlSyntax` error, one that this
 * engine does not run exactly is refused, both with the reason.
 */
export function patternOf(pattern: Scalar, node: SyntaxNode, scope: Scope): ReadRegex {
  if (typeof pattern.constant !== 'string')
    return refuse('regular expression that is not a constant', node, scope);
  try {
    return readRegex(pattern.constant);
  } catch (problem) {
    if (!(problem instanceof RegexProblem)) throw problem;
    if (problem.kind === 'unsupported')
      return refuse(`in a regular expression: ${problem.message}`, node, scope);
    throw new CasebookError('KqlSyntax', `invalid regular expression: ${problem.message}`, {
      position: positionOf(scope.compilation.text, node.start, node.length),
      help: `The pattern is ${pattern.constant}\nKusto has the syntax of RE2 and Rust: no look-around, no back references, no atomic groups; \`{\`, \`[\` and \`(\` as such need a backslash.`,
      query: scope.compilation.text,
    });
  }
}

/**
 * SQL over a text that is right for a pattern: RE2 knows borders of words in ASCII only and no half ones, so that other
 * texts and other patterns take the other way, or end the query where there is none.
 */
export function overText(
  regex: ReadRegex,
  text: string,
  sql: (text: string) => string,
  other?: (text: string) => string,
): string {
  if (regex.hostOnly) return other?.(text) ?? HALF;
  if (!regex.unicodeBorders) return sql(text);
  return once(
    [text],
    (t) => `CASE WHEN strlen(${t}) = length(${t}) THEN ${sql(t)} ELSE ${other?.(t) ?? BEYOND} END`,
  );
}

const HALF = `error('unsupported regular expression: half borders of words where RE2 is needed')`;
const BEYOND = `error('unsupported regular expression: \\b over text beyond ASCII')`;

import { convert } from '../functions/convert';
import { hostCall } from '../functions/host-function';
import { hasTerm, hasTermSql, type TermKind } from '../functions/term-match';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { constant, quoteText } from '../sql/quote-sql';
import { lowerCase } from '../values/lower-case';
import { overText, patternOf } from '../functions/regex';
import { testByHost } from '../functions/regex-host';

type Test = 'contains' | 'startsWith' | 'endsWith' | TermKind;

interface TextOperator {
  readonly test: Test;
  readonly caseSensitive?: boolean;
  readonly negated?: boolean;
}

/** The text of an expression, as text operators see it. */
export function textOf(node: SyntaxNode, scope: Scope): Scalar {
  const value = scope.compilation.scalar(node, { ...scope, filter: false });
  return convert(value, 'string', scope) ?? refuse(`text of a ${value.type}`, node, scope);
}

/** `has`, `contains`, `startswith` and their kin. */
export function textOperator({ test, caseSensitive = false, negated = false }: TextOperator) {
  return (node: SyntaxNode, scope: Scope): Scalar => {
    const text = textOf(node.must('Left'), scope);
    const sought = textOf(node.must('Right'), scope);
    const positive = textTest(test, caseSensitive, text, sought, scope);
    return negated ? not(positive) : positive;
  };
}

const not = (value: Scalar): Scalar =>
  typeof value.constant === 'boolean'
    ? constant('bool', !value.constant)
    : { type: 'bool', sql: `(NOT ${value.sql})` };

/** Tests a text for another. */
export function textTest(
  test: Test,
  caseSensitive: boolean,
  text: Scalar,
  sought: Scalar,
  scope: Scope,
): Scalar {
  if (test === 'term' || test === 'prefix' || test === 'suffix')
    return termTest(test, caseSensitive, text, sought, scope);
  const fold = (value: Scalar): string =>
    caseSensitive
      ? value.sql
      : typeof value.constant === 'string'
        ? quoteText(lowerCase(value.constant))
        : `lower(${value.sql})`;
  const name = { contains: 'contains', startsWith: 'starts_with', endsWith: 'suffix' }[test];
  return { type: 'bool', sql: `${name}(${fold(text)}, ${fold(sought)})` };
}

function termTest(
  kind: TermKind,
  caseSensitive: boolean,
  text: Scalar,
  sought: Scalar,
  scope: Scope,
): Scalar {
  if (typeof sought.constant === 'string') {
    return { type: 'bool', sql: hasTermSql(text.sql, sought.constant, kind, caseSensitive) };
  }
  const name = `has_${kind}${caseSensitive ? '_cs' : ''}`;
  const call = (a: string, b: string): boolean => hasTerm(a, b, kind, caseSensitive);
  return {
    type: 'bool',
    sql: hostCall({ name, takes: ['string', 'string'], gives: 'bool', call }, [text.sql, sought.sql], scope),
  };
}

/** `=~` and `!~`. */
export function equalIgnoringCase(negated: boolean) {
  return (node: SyntaxNode, scope: Scope): Scalar => {
    const [a, b] = [textOf(node.must('Left'), scope), textOf(node.must('Right'), scope)].map((value) =>
      typeof value.constant === 'string' ? quoteText(lowerCase(value.constant)) : `lower(${value.sql})`,
    );
    return { type: 'bool', sql: `(${a} ${negated ? '<>' : '='} ${b})` };
  };
}

/** `matches regex`. */
export function matchesRegex(node: SyntaxNode, scope: Scope): Scalar {
  const text = textOf(node.must('Left'), scope);
  const pattern = textOf(node.must('Right'), scope);
  const regex = patternOf(pattern, node, scope);
  const sql = overText(
    regex,
    text.sql,
    (t) => `regexp_matches(${t}, ${quoteText(regex.re2)})`,
    regex.js === undefined ? undefined : (t) => testByHost(regex, t, scope),
  );
  return { type: 'bool', sql };
}

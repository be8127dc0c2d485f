import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import { refusedValue } from '../values/unanswerable';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { firstValue } from '../plan/subquery';
import { constant, quoteId } from '../sql/quote-sql';
import { convert } from '../functions/convert';
import { arithmetic, negation } from './arithmetic';
import { between } from './between';
import { callsByName, functionCall, memberOfCall } from './calls';
import { comparison } from './compare';
import { LITERALS } from './literals';
import { hasEach, membership } from './membership';
import { elementExpression, nameReference, pathExpression } from './names-and-paths';
import { equalIgnoringCase, matchesRegex, textOperator } from './text-operators';

type Rule = (node: SyntaxNode, scope: Scope) => Scalar;

const inner: Rule = (node, scope) => scope.compilation.scalar(node.must('Expression'), scope);

function logical(connective: 'AND' | 'OR'): Rule {
  return (node, scope) => {
    const side = (name: string): Scalar => {
      const value = scope.compilation.scalar(node.must(name), scope);
      return convert(value, 'bool', scope) ?? refuse(`${value.type} as a condition`, node, scope);
    };
    const [left, right] = [side('Left'), side('Right')];
    const decisive = connective === 'OR';
    if (left.constant === decisive || right.constant === decisive) return constant('bool', decisive);
    return { type: 'bool', sql: `(${left.sql} ${connective} ${right.sql})` };
  };
}

/** A value by chance is drawn once, not once a row. */
const settledOnce = (value: Scalar): Scalar =>
  /\b(random|uuid)\(\)/.test(value.sql) ? { type: value.type, sql: `(SELECT ${value.sql})` } : value;

const toScalar: Rule = (node, scope) => {
  const inside = node.must('Expression');
  if (!inside.isTabular) return settledOnce(scope.compilation.scalar(inside, scope));
  const relation = scope.compilation.relation(inside, {
    compilation: scope.compilation,
    bindings: scope.bindings,
  });
  const [column] = relation.columns;
  if (!column) return refuse('toscalar of a table without columns', node, scope);
  const first = firstValue(relation, quoteId(column.id), scope);
  return { type: column.type, sql: column.type === 'string' ? `coalesce(${first}, '')` : first };
};

/** How each scalar construct is translated, by the parser's name of it; what is not here is refused by that name. */
export const SCALAR_RULES: Readonly<Record<string, Rule>> = {
  ...LITERALS,
  NameReference: (node, scope) =>
    callsByName(node, scope) ? functionCall(node, scope) : nameReference(node, scope),
  PathExpression: (node, scope) => memberOfCall(node, scope) ?? pathExpression(node, scope),
  ElementExpression: elementExpression,
  FunctionCallExpression: functionCall,
  ToScalarExpression: toScalar,
  ParenthesizedExpression: inner,
  SimpleNamedExpression: inner,
  CompoundNamedExpression: inner,
  MaterializeExpression: inner,
  UnaryMinusExpression: negation,
  UnaryPlusExpression: inner,
  AndExpression: logical('AND'),
  OrExpression: logical('OR'),
  EqualExpression: comparison('='),
  NotEqualExpression: comparison('<>'),
  LessThanExpression: comparison('<'),
  LessThanOrEqualExpression: comparison('<='),
  GreaterThanExpression: comparison('>'),
  GreaterThanOrEqualExpression: comparison('>='),
  BetweenExpression: between(false),
  NotBetweenExpression: between(true),
  AddExpression: arithmetic('+'),
  SubtractExpression: arithmetic('-'),
  MultiplyExpression: arithmetic('*'),
  DivideExpression: arithmetic('/'),
  ModuloExpression: arithmetic('%'),
  EqualTildeExpression: equalIgnoringCase(false),
  BangTildeExpression: equalIgnoringCase(true),
  MatchesRegexExpression: matchesRegex,
  InExpression: membership({}),
  NotInExpression: membership({ negated: true }),
  InCsExpression: membership({ ignoreCase: true }),
  NotInCsExpression: membership({ ignoreCase: true, negated: true }),
  HasAnyExpression: hasEach('OR'),
  HasAllExpression: hasEach('AND'),
  ...textRules(),
};

/** Translates a scalar expression; a constant that is refused gets the place of the innermost expression around it. */
export function translateScalar(node: SyntaxNode, scope: Scope): Scalar {
  const rule = Object.hasOwn(SCALAR_RULES, node.kind) ? SCALAR_RULES[node.kind] : undefined;
  if (!rule) return refuse(`expression: ${node.kind.replace(/Expression$/, '')}`, node, scope);
  try {
    return rule(node, scope);
  } catch (thrown) {
    const what = refusedValue(thrown);
    if (what === undefined) throw thrown;
    return refuse(what, node, scope);
  }
}

function textRules(): Readonly<Record<string, Rule>> {
  const tests = {
    Contains: 'contains',
    StartsWith: 'startsWith',
    EndsWith: 'endsWith',
    Has: 'term',
    HasPrefix: 'prefix',
    HasSuffix: 'suffix',
  } as const;
  const rules = Object.entries(tests).flatMap(([name, test]) =>
    [false, true].flatMap((negated) =>
      [false, true].map((caseSensitive) => [
        `${negated ? 'Not' : ''}${name}${caseSensitive ? 'Cs' : ''}Expression`,
        textOperator({ test, caseSensitive, negated }),
      ]),
    ),
  );
  return Object.fromEntries(rules) as Record<string, Rule>;
}

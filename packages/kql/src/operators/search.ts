import { convert } from '../functions/convert';
import { hasTermSql } from '../functions/term-match';
import { columnReference } from '../expressions/names-and-paths';
import { argumentsOf } from '../expressions/calls';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanColumn, Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { filtered } from '../plan/shape';
import { quoteText } from '../sql/quote-sql';
import { parameter, type Operator, type Source } from './operator';
import { matchingParts, withMissing } from './missing-columns';
import { everything, partsOf, type Part } from './parts';
import { united } from './union';
import { lowerCase } from '../values/lower-case';

/** The types whose text `search` looks through. */
const SEARCHED = ['string', 'dynamic', 'guid', 'int', 'long', 'real', 'decimal'];

/** `| search`. */
export const searchOperator: Operator = (node, input, scope) =>
  searched([{ name: input.label ?? 'search_arg0', relation: input }], node, scope);

/** `search` and `search in (…)` at the head of a pipe. */
export const searchSource: Source = (node, scope) => {
  const within = node.part('InClause')?.items('Expressions');
  const parts = within
    ? partsOf(within, { prefix: 'search_arg', offset: 0 }, scope)
    : everything(node, scope);
  return searched(parts, node, scope);
};

function searched(parts: readonly Part[], node: SyntaxNode, scope: Scope): Relation {
  const caseSensitive = parameter(node, 'kind')?.toLowerCase() === 'case_sensitive';
  const test = node.must('Condition');
  const found = matchingParts(parts, test).map(({ name, relation }) => {
    const inside: Scope = { ...scope, ...withMissing(test, relation, scope), filter: true };
    return { name, relation: filtered(relation, condition(test, caseSensitive, inside)) };
  });
  return united(found, { withSource: '$table' }, node, scope);
}

/** The SQL of a predicate of `search` or `find`, in which a text by itself is a term of any column. */
export function condition(node: SyntaxNode, caseSensitive: boolean, scope: Scope): string {
  const inner = (name: string): string => condition(node.must(name), caseSensitive, scope);
  const columns = scope.row?.columns ?? [];
  switch (node.kind) {
    case 'ParenthesizedExpression':
      return `(${inner('Expression')})`;
    case 'AndExpression':
      return `(${inner('Left')} AND ${inner('Right')})`;
    case 'OrExpression':
      return `(${inner('Left')} OR ${inner('Right')})`;
    case 'StarExpression':
      return 'true';
    case 'SearchExpression':
      return oneColumn(node, caseSensitive, scope);
    default:
      break;
  }
  if (/^(Long|Int|Real)LiteralExpression$/.test(node.kind))
    return anywhere(columns.filter(isWhole), node.text, caseSensitive, node, scope);
  if (typeof node.literal === 'string') return anywhere(columns, node.literal, caseSensitive, node, scope);
  if (node.kind === 'FunctionCallExpression' && node.must('Name').simpleName === 'not') {
    const [negated] = argumentsOf(node);
    if (negated) return `(NOT coalesce(${condition(negated, caseSensitive, scope)}, false))`;
  }
  if (node.part('Left')?.kind === 'StarExpression') return refuse(`search: ${node.text}`, node, scope);
  return scope.compilation.scalar(node, scope).sql;
}

function oneColumn(node: SyntaxNode, caseSensitive: boolean, scope: Scope): string {
  const [left, right] = [node.must('Left'), node.must('Right')];
  const columns = scope.row?.columns ?? [];
  const chosen =
    left.kind === 'StarExpression' ? columns : columns.filter(({ name }) => name === left.simpleName);
  if (typeof right.literal !== 'string') return refuse(`search: ${node.text}`, node, scope);
  return anywhere(chosen, right.literal, caseSensitive, node, scope);
}

/** A number is looked for as a term; columns of real numbers do not take part. */
const isWhole = ({ type }: PlanColumn): boolean => type !== 'real' && type !== 'decimal';

function anywhere(
  columns: readonly PlanColumn[],
  term: string,
  caseSensitive: boolean,
  node: SyntaxNode,
  scope: Scope,
): string {
  const fraction = columns.find(({ type }) => type === 'real' || type === 'decimal');
  if (fraction && /\d|nan|inf/i.test(term)) return refuse(`search in a ${fraction.type}`, node, scope);
  const texts = columns
    .filter(({ type }) => SEARCHED.includes(type))
    .map(
      (column) =>
        convert(columnReference(column), 'string', scope) ?? refuse('search in this type', node, scope),
    );
  const tests = texts.map(({ sql }) => testOf(sql, term, caseSensitive, node, scope));
  return tests.length === 0 ? 'false' : `(${tests.join(' OR ')})`;
}

function testOf(text: string, term: string, caseSensitive: boolean, node: SyntaxNode, scope: Scope): string {
  if (term === '*' || term === '') return 'true';
  const [open, close] = [term.startsWith('*'), term.endsWith('*')];
  const bare = term.slice(open ? 1 : 0, close ? -1 : undefined);
  if (bare.includes('*')) return refuse(`search: ${term}`, node, scope);
  if (open && close) {
    return caseSensitive
      ? `contains(${text}, ${quoteText(bare)})`
      : `contains(lower(${text}), ${quoteText(lowerCase(bare))})`;
  }
  return hasTermSql(text, bare, close ? 'prefix' : open ? 'suffix' : 'term', caseSensitive);
}

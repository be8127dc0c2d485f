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

/** The types whose text `search` looks through; where a term is only in the text of another type, it refuses. */
const SEARCHED = ['string', 'dynamic', 'guid', 'int', 'long'];

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
  if (node.part('Left')?.kind === 'StarExpression') return anyColumn(node, scope);
  if (caseSensitive && comparesText(node))
    return refuse(`search kind=case_sensitive with: ${node.text}`, node, scope);
  return scope.compilation.scalar(node, scope).sql;
}

/** Which wildcards say the same as an operator, by the page of `search`. */
const WILDCARDS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  HasExpression: ['', ''],
  HasPrefixExpression: ['', '*'],
  HasSuffixExpression: ['*', ''],
  ContainsExpression: ['*', '*'],
};

/** `* has "term"` and its kin. */
function anyColumn(node: SyntaxNode, scope: Scope): string {
  const wildcards = WILDCARDS[node.kind];
  const { literal } = node.must('Right');
  if (!wildcards || typeof literal !== 'string' || literal === '' || literal.includes('*'))
    return refuse(`search: ${node.text}`, node, scope);
  return anywhere(scope.row?.columns ?? [], wildcards.join(literal), false, node, scope);
}

const IGNORING_CASE =
  /^(Not)?(Has|HasAny|HasAll|HasPrefix|HasSuffix|Contains|StartsWith|EndsWith|InCs|EqualTilde|BangTilde)Expression$/;

/** Whether an operator in it ignores case, where `kind=case_sensitive` would have it heed case. */
const comparesText = (node: SyntaxNode): boolean =>
  IGNORING_CASE.test(node.kind) || node.children.some(comparesText);

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
  const test = (chosen: readonly PlanColumn[]): string[] =>
    chosen.map((column) => {
      const text = convert(columnReference(column), 'string', scope);
      return testOf(
        (text ?? refuse('search in this type', node, scope)).sql,
        term,
        caseSensitive,
        node,
        scope,
      );
    });
  const searched = columns.filter(({ type }) => SEARCHED.includes(type));
  const found = ['false', ...test(searched)].join(' OR ');
  const doubtful = columns.filter((column) => !searched.includes(column) && mayHold(column, term));
  if (doubtful.length === 0) return `(${found})`;
  const types = [...new Set(doubtful.map(({ type }) => type))].join(', ');
  const doubt = test(doubtful).join(' OR ');
  return `(CASE WHEN ${found} THEN true WHEN ${doubt} THEN error('unsupported search in a ${types}') ELSE false END)`;
}

/** Whether the text of such a value can hold a term: no page says which of them are searched. */
const mayHold = ({ type }: PlanColumn, term: string): boolean =>
  type === 'bool' ? /true|false|^\*?[truefals]+\*?$/i.test(term) : /\d|nan|inf|^\*?[-tz:.]+\*?$/i.test(term);

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

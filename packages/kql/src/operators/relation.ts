import { settled } from '../expressions/names-and-paths';
import { argumentsOf, calledTable } from '../expressions/calls';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { shared } from '../plan/shared';
import { OPERATORS } from './catalogue';
import { dataTable, printOperator, rangeOperator } from './sources';
import type { Source } from './operator';
import { unionOperator, unionSource } from './union';
import { findSource } from './find';
import { searchSource } from './search';
import { scanTable } from './scan';
import { otherWorkspace } from './other-workspace';
import { externalData } from './external-data';
import { watchlist, watchlistAliases } from './watchlist';

const inner: Source = (node, scope) => scope.compilation.relation(node.must('Expression'), scope);

const pipe: Source = (node, scope) => {
  const input = scope.compilation.relation(node.must('Expression'), scope);
  return applied(node.must('Operator'), input, scope);
};

const name: Source = (node, scope) => {
  const binding = scope.bindings.get(node.simpleName);
  const alias = scope.compilation.aliases.get(node.simpleName);
  if (!binding && alias) return alias;
  if (!binding && node.simpleName === '_GetWatchlistAlias') return watchlistAliases(scope);
  if (!binding)
    return isCall(node, scope) ? calledTable(node, scope) : scanTable(node.simpleName, node, scope);
  const value = settled(binding, scope);
  return value.kind === 'table'
    ? value.value
    : refuse(`value used as a table: ${node.simpleName}`, node, scope);
};

const isCall = (node: SyntaxNode, { compilation: { schema } }: Scope): boolean =>
  node.calledBody !== undefined ||
  (schema.functions?.has(node.simpleName) === true &&
    !schema.tables.some(({ name: one }) => one === node.simpleName));

/** Whether a call is of a function that Sentinel adds, which a stored one of its name replaces. */
const isOf = (node: SyntaxNode, one: string, { compilation: { schema }, bindings }: Scope): boolean =>
  node.must('Name').simpleName === one && !bindings.has(one) && schema.functions?.has(one) !== true;

const call: Source = (node, scope) => {
  if (isOf(node, '_GetWatchlist', scope)) return watchlist(node, scope);
  if (node.must('Name').simpleName !== 'table' || scope.bindings.has('table'))
    return calledTable(node, scope);
  const [given] = argumentsOf(node);
  const { constant } = given ? scope.compilation.scalar(given, scope) : { constant: undefined };
  return typeof constant === 'string'
    ? scanTable(constant, node, scope)
    : refuse('table() of a name that is not a constant', node, scope);
};

/** What gives a table by itself, by the parser's names. */
export const SOURCES: Readonly<Record<string, Source>> = {
  PipeExpression: pipe,
  ParenthesizedExpression: inner,
  NameReference: name,
  FunctionCallExpression: call,
  ExternalDataExpression: externalData,
  PathExpression: otherWorkspace,
  SearchOperator: searchSource,
  FindOperator: findSource,
  DataTableExpression: dataTable,
  PrintOperator: printOperator,
  RangeOperator: rangeOperator,
  UnionOperator: (node, scope) =>
    scope.source ? unionOperator(node, scope.source, scope) : unionSource(node, scope),
  MaterializeExpression: (node, scope) => shared(inner(node, scope), scope),
  ToTableExpression: inner,
};

/** Translates a tabular expression. */
export function translateRelation(node: SyntaxNode, scope: Scope): Relation {
  const source = Object.hasOwn(SOURCES, node.kind) ? SOURCES[node.kind] : undefined;
  if (source) return source(node, scope);
  if (scope.source && Object.hasOwn(OPERATORS, node.kind)) return applied(node, scope.source, scope);
  return refuse(`table expression: ${node.kind.replace(/(Expression|Operator)$/, '')}`, node, scope);
}

function applied(node: SyntaxNode, input: Relation, scope: Scope): Relation {
  const operator = Object.hasOwn(OPERATORS, node.kind) ? OPERATORS[node.kind] : undefined;
  if (!operator) return refuse(`operator: ${node.children[0]?.text ?? node.kind}`, node, scope);
  const result = operator(node, input, { ...scope, row: input, source: undefined });
  const { label, unique } = result;
  return {
    ...result,
    label: node.kind === 'AsOperator' ? label : undefined,
    unique: node.kind === 'JoinOperator' || node.kind === 'FilterOperator' ? unique : undefined,
  };
}

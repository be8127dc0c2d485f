import type { SyntaxNode } from '../parser/syntax-node';
import type { Relation } from '../plan/relation';
import type { Binding, Scope } from '../plan/scope';
import { nullSql } from '../sql/quote-sql';
import type { Part } from './parts';

/**
 * The tables that a predicate of `find` or `search` can match: those that hold none of the columns that it names are
 * left out, unless it looks for a term in all columns.
 */
export function matchingParts(parts: readonly Part[], predicate: SyntaxNode): readonly Part[] {
  if (parts.length < 2 || looksEverywhere(predicate)) return parts;
  const names = columnsIn(predicate).map(({ simpleName }) => simpleName);
  if (names.length === 0) return parts;
  return parts.filter(({ relation }) => relation.columns.some(({ name }) => names.includes(name)));
}

/** The scope of a predicate over one of several tables: columns that others have are null here. */
export function withMissing(
  predicate: SyntaxNode,
  relation: Relation,
  scope: Scope,
): Pick<Scope, 'row' | 'bindings'> {
  const missing = columnsIn(predicate).filter(
    ({ simpleName }) => !relation.columns.some(({ name }) => name === simpleName),
  );
  const nulls = missing.map((node): readonly [string, Binding] => {
    const type = node.type ?? 'dynamic';
    return [node.simpleName, { kind: 'scalar', value: { type, sql: nullSql(type), constant: null } }];
  });
  return { row: relation, bindings: new Map([...scope.bindings, ...nulls]) };
}

const columnsIn = (node: SyntaxNode): readonly SyntaxNode[] =>
  node.kind === 'NameReference'
    ? node.symbolKind === 'ColumnSymbol'
      ? [node]
      : []
    : node.children.flatMap(columnsIn);

/** Whether a predicate has a term by itself, or `*`. */
function looksEverywhere(node: SyntaxNode): boolean {
  if (node.kind === 'StarExpression' || /LiteralExpression$/.test(node.kind)) return true;
  if (['AndExpression', 'OrExpression'].includes(node.kind))
    return [node.must('Left'), node.must('Right')].some(looksEverywhere);
  if (node.kind === 'ParenthesizedExpression') return looksEverywhere(node.must('Expression'));
  if (node.kind === 'FunctionCallExpression' && node.must('Name').simpleName === 'not')
    return node.must('ArgumentList').items('Expressions').some(looksEverywhere);
  return node.part('Left')?.kind === 'StarExpression';
}

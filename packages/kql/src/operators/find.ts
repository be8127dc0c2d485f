import type { ColumnInfo } from '@casebook/core';
import { convert } from '../functions/convert';
import { columnReference } from '../expressions/names-and-paths';
import { kqlTypeNamed } from '../parser/kql-type-of';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { filtered, kept, project, type Computed } from '../plan/shape';
import { nullSql } from '../sql/quote-sql';
import { matchingParts, withMissing } from './missing-columns';
import { parameter, type Source } from './operator';
import { everything, partsOf, type Part } from './parts';
import { condition } from './search';
import { united } from './union';

/** `find` at the head of a pipe: rows of several tables, with the name of their table. */
export const findSource: Source = (node, scope) => {
  const within = node.part('InClause')?.items('Expressions');
  const parts = within ? partsOf(within, { prefix: 'find_arg', offset: 0 }, scope) : everything(node, scope);
  return found(parts, node, scope);
};

function found(parts: readonly Part[], node: SyntaxNode, scope: Scope): Relation {
  const test = node.must('Condition');
  const clause = node.part('Project');
  const columns = clause?.items('Columns') ?? [];
  const chosen = matchingParts(parts, test);
  if (columns.length === 0) sameColumns(chosen, node, scope);
  const rows = chosen.map(({ name, relation }) => {
    const inside: Scope = { ...scope, ...withMissing(test, relation, scope), filter: true };
    const matching = filtered(relation, condition(test, false, inside));
    return { name, relation: columns.length === 0 ? matching : projected(matching, columns, scope) };
  });
  const withSource = parameter(node, 'withsource') ?? parameter(node, 'with_source') ?? 'source_';
  return united(rows, { withSource }, node, scope);
}

/** Without `project` what tables do not share is packed, in a form that is not documented whole. */
function sameColumns(parts: readonly Part[], node: SyntaxNode, scope: Scope): void {
  const lists = parts.map(({ relation }) => relation.columns.map(({ name, type }) => `${name}:${type}`));
  const [first] = lists;
  if (lists.some((list) => list.length !== first?.length || list.some((one) => !first.includes(one))))
    refuse('find over tables of different columns without project', node, scope);
}

function projected(rows: Relation, columns: readonly SyntaxNode[], scope: Scope): Relation {
  const items = columns.map((node): Computed => {
    const wanted = wantedColumn(node, scope);
    const column = rows.columns.find(({ name }) => name === wanted.name);
    if (!column) return { ...wanted, sql: nullSql(wanted.type) };
    if (column.type === wanted.type) return kept(column);
    const value =
      node.kind === 'TypedColumnReference' && convert(columnReference(column), wanted.type, scope);
    return value
      ? { ...wanted, sql: value.sql }
      : refuse('find project of a column of two types', node, scope);
  });
  return project(rows, items, scope);
}

function wantedColumn(node: SyntaxNode, scope: Scope): ColumnInfo {
  if (node.kind === 'TypedColumnReference') {
    const type = kqlTypeNamed(node.must('Type').text) ?? refuse('find project', node, scope);
    return { name: node.must('Column').simpleName, type };
  }
  if (node.kind !== 'NameReference' || node.symbolKind !== 'ColumnSymbol' || node.type === undefined)
    return refuse('find project of this column', node, scope);
  return { name: node.simpleName, type: node.type };
}

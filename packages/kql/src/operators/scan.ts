import { CasebookError } from '@casebook/core';
import type { SchemaColumn, SchemaTable } from '../contract/schema';
import { positionOf } from '../parser/position';
import type { SyntaxNode } from '../parser/syntax-node';
import { knownTable } from '../schema/known-table';
import { refuse } from '../plan/refusal';
import type { NativeTime } from '../plan/native-time';
import type { PlanNode, Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { planColumns } from '../plan/shape';
import { UnresolvedTable } from '../plan/unresolved-table';
import { emptyTable } from '../plan/empty-table';
import { isExactBound, nativeBound, type Bound } from '../sql/native-bound';
import { quoteId } from '../sql/quote-sql';

/** Reads a table by its name: a loaded one, or a known one without data, which is empty and says so. */
export function scanTable(name: string, node: SyntaxNode, scope: Scope): Relation {
  const { schema, tables } = scope.compilation;
  tables.add(name);
  const loaded = schema.tables.find((table) => table.name === name);
  return loaded ? scan(loaded, scope) : scanKnown(name, 'this workspace', node, scope);
}

/** A known table without data in a workspace: empty, with a notice, or the error that the schema asks for. */
export function scanKnown(name: string, where: string, node: SyntaxNode, scope: Scope): Relation {
  const known = knownTable(name);
  if (!known && scope.fuzzy) throw new UnresolvedTable(name);
  if (!known) return refuse(`table: ${name}`, node, scope);
  const { text, schema, notices } = scope.compilation;
  if (schema.missingTables === 'error' && scope.fuzzy !== true)
    throw new CasebookError('KqlSyntax', `The table ${name} has no data in ${where}.`, {
      position: positionOf(text, node.start, node.length),
      help: "Load it, or open the workspace with missingTables: 'empty'.",
      query: text,
    });
  notices.set(name, {
    code: 'missingTable',
    message: `The table ${name} has no data in ${where}: it answers empty.`,
    table: name,
    partial: true,
  });
  return emptyTable(known.columns, scope);
}

/** Reads a loaded table. */
export function scan(table: SchemaTable, scope: Scope): Relation {
  const columns = planColumns(table.columns, scope);
  const items = table.columns.map((column, index) => ({ id: columns[index]?.id ?? '', sql: stored(column) }));
  const natives: Record<string, NativeTime> = {};
  table.columns.forEach(({ native }, index) => {
    const id = columns[index]?.id;
    if (native && id !== undefined) natives[id] = native;
  });
  const plan: PlanNode = {
    kind: 'scan',
    relation: table.relation,
    items,
    bounds: spanBounds(table, scope),
    natives,
  };
  return { node: plan, columns, order: [] };
}

const stored = ({ physical, type, nullable }: SchemaColumn): string =>
  type === 'string' && nullable ? `coalesce(${quoteId(physical)}, '')` : quoteId(physical);

function spanBounds(table: SchemaTable, scope: Scope): readonly string[] {
  const { timeSpan } = scope.compilation;
  const column = table.columns.find(({ name }) => name === table.timeColumn);
  if (!timeSpan || !column) return [];
  const bounds: readonly Bound[] = [
    { operator: '>=', ticks: timeSpan.start.ticks },
    { operator: '<', ticks: timeSpan.end.ticks },
  ];
  return bounds.flatMap((bound) => [
    ...(column.native && isExactBound(column.native, bound)
      ? []
      : [`${quoteId(column.physical)} ${bound.operator} ${bound.ticks}`]),
    ...(column.native ? nativeBound(column.native, bound) : []),
  ]);
}

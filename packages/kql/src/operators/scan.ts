import type { SchemaColumn, SchemaTable } from '../contract/schema';
import type { SyntaxNode } from '../parser/syntax-node';
import { knownTable } from '../schema/known-table';
import { refuse } from '../plan/refusal';
import type { NativeTime, PlanNode, Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { planColumns } from '../plan/shape';
import { isExactBound, nativeBound, type Bound } from '../sql/native-bound';
import { nullSql, quoteId } from '../sql/quote-sql';

/** Reads a table by its name: a loaded one, or a known one without data, which is empty and says so. */
export function scanTable(name: string, node: SyntaxNode, scope: Scope): Relation {
  const { schema, tables } = scope.compilation;
  tables.add(name);
  const loaded = schema.tables.find((table) => table.name === name);
  if (loaded) return scan(loaded, scope);
  const known = knownTable(name);
  if (!known) return refuse(`table: ${name}`, node, scope);
  scope.compilation.notices.set(name, {
    code: 'missingTable',
    message: `The table ${name} has no data in this workspace: it answers empty.`,
    table: name,
    partial: true,
  });
  const columns = planColumns(known.columns, scope);
  const items = columns.map(({ id, type }) => ({ id, sql: nullSql(type) }));
  return { node: { kind: 'empty', items }, columns, order: [] };
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

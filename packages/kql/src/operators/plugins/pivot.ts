import { argumentsOf } from '../../expressions/calls';
import { convert } from '../../functions/convert';
import type { SyntaxNode } from '../../parser/syntax-node';
import { DiscoveryRequest } from '../../plan/discovery-request';
import { refuse } from '../../plan/refusal';
import type { PlanColumn, PlanNode, Relation } from '../../plan/relation';
import type { Scalar } from '../../plan/scalar';
import type { Scope } from '../../plan/scope';
import { columnReference } from '../../expressions/names-and-paths';
import { computed, kept, planColumns } from '../../plan/shape';
import { subquery } from '../../plan/subquery';
import { orderSql } from '../../sql/emit';
import { quoteId, quoteText } from '../../sql/quote-sql';
import type { Operator } from '../operator';
import { discoveryPlace } from './discovery-place';
import { schemaText } from './schema-text';
import { aggregated } from '../summarize';

interface Pivot {
  readonly column: PlanColumn;
  readonly value: Scalar;
  readonly keys: readonly PlanColumn[];
}

/** The plugin `pivot`: one column for each value of a column. */
export const pivotPlugin: Operator = (node, input, scope) => {
  const pivot = readPivot(node, input, scope);
  const text =
    convert(columnReference(pivot.column), 'string', scope) ?? refuse('pivot of this type', node, scope);
  if (!node.part('Schema')) throw discovery(node, input, pivot, text, scope);
  const group = scope.compilation.names.fresh('group');
  const grouped = aggregated(
    { ...input, order: [] },
    [...pivot.keys.map(kept), { ...computed(group, text) }],
    [computed(`${group}v`, pivot.value)],
    scope,
  );
  const none = aggregated(
    { ...input, node: { kind: 'filter', input: input.node, condition: 'false' }, order: [] },
    [],
    [computed('none', pivot.value)],
    scope,
  );
  const missing = `(SELECT * FROM ${subquery(none.node, scope)})`;
  const [groupId, valueId] = grouped.columns.slice(-2).map(({ id }) => quoteId(id));
  const absent = pivot.keys.find(({ name }) => !node.columns.some((column) => column.name === name));
  if (absent) return refuse(`pivot schema without the column ${absent.name}`, node, scope);
  const keyNames = new Set(pivot.keys.map(({ name }) => name));
  const values = node.columns
    .filter(({ name }) => !keyNames.has(name))
    .map(({ name }) => ({
      name,
      type: pivot.value.type,
      sql: `coalesce(any_value(${valueId}) FILTER (WHERE ${groupId} = ${quoteText(name)}), ${missing})`,
    }));
  return aggregated({ ...grouped, order: [] }, grouped.columns.slice(0, -2).map(kept), values, scope);
};

function readPivot(node: SyntaxNode, input: Relation, scope: Scope): Pivot {
  const call = node.must('FunctionCall');
  const [columnNode, valueNode, ...keyNodes] = argumentsOf(call);
  const find = (name: string | undefined): PlanColumn =>
    input.columns.find((one) => one.name === name) ?? refuse('pivot with these arguments', call, scope);
  const column = find(columnNode?.simpleName);
  const value = valueNode
    ? scope.compilation.scalar(valueNode, { ...scope, aggregate: true })
    : ({ type: 'long', sql: 'count(*)' } as const);
  const used = new Set([column.name, ...(valueNode ? namesIn(valueNode) : [])]);
  const keys = keyNodes.length
    ? keyNodes.map((one) => find(one.simpleName))
    : input.columns.filter(({ name }) => !used.has(name));
  return { column, value, keys };
}

const namesIn = (node: SyntaxNode): readonly string[] =>
  node.kind === 'NameReference' ? [node.simpleName] : node.children.flatMap(namesIn);

/** Asks for the values in the order in which they first appear, which is the order of the columns. */
function discovery(
  node: SyntaxNode,
  input: Relation,
  pivot: Pivot,
  text: Scalar,
  scope: Scope,
): DiscoveryRequest {
  const columns = planColumns([{ name: 'value', type: 'string' }], scope);
  const id = columns[0]?.id ?? '';
  const place = scope.compilation.names.fresh('first');
  const over = input.order.length > 0 ? `ORDER BY ${orderSql(input.order)}` : '';
  const named: PlanNode = {
    kind: 'select',
    input: input.node,
    items: [
      { id, sql: text.sql },
      { id: place, sql: `row_number() OVER (${over})` },
    ],
  };
  const plan: PlanNode = {
    kind: 'aggregate',
    input: named,
    keys: [{ id, sql: quoteId(id) }],
    items: [{ id: place, sql: `min(${quoteId(place)})` }],
  };
  const order = [{ id: place, descending: false, nullsFirst: false }];
  return new DiscoveryRequest({ node: plan, columns, order }, discoveryPlace(node, scope), (rows) => {
    const names = [...rows.rows()].map((row) => String(row.value));
    if (names.includes('')) return refuse('pivot of an empty value', node, scope);
    const clash = names.find((name) => pivot.keys.some((key) => key.name === name));
    if (clash !== undefined) return refuse(`pivot onto an existing column: ${clash}`, node, scope);
    return schemaText([...pivot.keys, ...names.map((name) => ({ name, type: pivot.value.type }))]);
  });
}

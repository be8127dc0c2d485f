import type { SyntaxNode } from '../parser/syntax-node';
import type { PlanNode, Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { kept, project } from '../plan/shape';
import { quoteId } from '../sql/quote-sql';
import { expand, expansionLimit } from './mv-expand';
import type { Operator } from './operator';
import { subqueryOfRows } from './subquery-of-rows';

/** `mv-apply`: expands the lists of a row, and runs a subquery over the rows that come of it. */
export const mvApplyOperator: Operator = (node, input, scope) => {
  const { names } = scope.compilation;
  const rowId = names.fresh('id');
  const numbered = shared(names.fresh('base'), {
    kind: 'select',
    input: input.node,
    items: [
      { id: '*', sql: '*' },
      { id: rowId, sql: 'row_number() OVER ()' },
    ],
  });
  const place = [{ id: rowId, descending: false, nullsFirst: false }];
  const limit = node.part('RowLimitClause')?.must('RowLimit');
  const expanded = expand(node, { ...input, node: numbered, order: place }, scope, {
    pairs: false,
    ...(limit ? { limit: expansionLimit(limit, scope) } : {}),
  });
  const items = shared(names.fresh('items'), expanded.node);
  const ids: Ids = { row: rowId, item: expanded.order[0]?.id ?? rowId, outer: names.fresh('outer') };
  const result = applied(node, { ...expanded, node: items }, ids, scope);
  return inBoundOrder(node, combined(input, result, { numbered, items }, ids), scope);
};

interface Ids {
  /** The number of a row, as the input and as the expanded rows have it. */
  readonly row: string;
  readonly item: string;
  /** The alias of the input. */
  readonly outer: string;
}

const shared = (name: string, input: PlanNode): PlanNode => ({
  kind: 'shared',
  name,
  input,
  materialized: true,
});

/** The subquery over the expanded rows of one row of the input. */
function applied(node: SyntaxNode, expanded: Relation, ids: Ids, scope: Scope): Relation {
  const pieces = [
    'SELECT * FROM ',
    ` WHERE ${quoteId(ids.item)} = ${quoteId(ids.outer)}.${quoteId(ids.row)}`,
  ];
  const ofRow: Relation = {
    ...expanded,
    order: expanded.order.slice(1),
    node: { kind: 'template', inputs: [expanded.node], pieces },
  };
  const { compilation, bindings } = scope;
  return subqueryOfRows(node.must('Subquery').must('Expression'), {
    compilation,
    bindings,
    source: ofRow,
  });
}

function combined(
  input: Relation,
  result: Relation,
  { numbered, items }: { numbered: PlanNode; items: PlanNode },
  ids: Ids,
): Relation {
  const outer = quoteId(ids.outer);
  const left = input.columns.filter(({ name }) => !result.columns.some((column) => column.name === name));
  const order = input.order.map((term) => ({ ...term, id: `${term.id}~outer` }));
  const list = [
    ...left.map(({ id }) => `${outer}.${quoteId(id)}`),
    ...result.columns.map(({ id }) => `lat.${quoteId(id)}`),
    ...input.order.map(({ id }) => `${outer}.${quoteId(id)} AS ${quoteId(`${id}~outer`)}`),
  ];
  const present: PlanNode = {
    kind: 'template',
    inputs: [numbered, items],
    pieces: ['SELECT * FROM ', ` WHERE ${quoteId(ids.row)} IN (SELECT ${quoteId(ids.item)} FROM `, ')'],
  };
  const plan: PlanNode = {
    kind: 'template',
    inputs: [present, { kind: 'local', input: result.node }],
    pieces: [`SELECT ${list.join(', ')} FROM `, ` AS ${outer}, LATERAL `, ' AS lat'],
  };
  return { node: plan, columns: [...left, ...result.columns], order };
}

function inBoundOrder(node: SyntaxNode, whole: Relation, scope: Scope): Relation {
  const known = node.columns.flatMap(
    ({ name }) => whole.columns.find((column) => column.name === name) ?? [],
  );
  return known.length === whole.columns.length ? project(whole, known.map(kept), scope) : whole;
}

import { refuse } from '../plan/refusal';
import type { PlanNode, Relation } from '../plan/relation';
import { kept, project } from '../plan/shape';
import { quoteId } from '../sql/quote-sql';
import { expand } from './mv-expand';
import type { Operator } from './operator';

/** `mv-apply`: expands the lists of a row, and runs a subquery over the rows that come of it. */
export const mvApplyOperator: Operator = (node, input, scope) => {
  const { names } = scope.compilation;
  const [rowId, base, expansion] = [names.fresh('id'), names.fresh('base'), names.fresh('items')];
  const numbered: PlanNode = {
    kind: 'shared',
    name: base,
    materialized: true,
    input: {
      kind: 'select',
      input: input.node,
      items: [
        { id: '*', sql: '*' },
        { id: rowId, sql: 'row_number() OVER ()' },
      ],
    },
  };
  const place = [{ id: rowId, descending: false, nullsFirst: false }];
  const limit = node.part('RowLimitClause')?.must('RowLimit');
  const expanded = expand(node, { ...input, node: numbered, order: place }, scope, {
    pairs: false,
    ...(limit ? { limit: scope.compilation.scalar(limit, scope).sql } : {}),
  });
  const kernel = expanded.order[0]?.id ?? rowId;
  const items: PlanNode = { kind: 'shared', name: expansion, materialized: true, input: expanded.node };
  const outer = names.fresh('outer');
  const ofRow: Relation = {
    ...expanded,
    order: expanded.order.slice(1),
    node: {
      kind: 'template',
      inputs: [items],
      pieces: ['SELECT * FROM ', ` WHERE ${quoteId(kernel)} = ${quoteId(outer)}.${quoteId(rowId)}`],
    },
  };
  const subquery = node.must('Subquery').must('Expression');
  const result = scope.compilation.relation(subquery, {
    compilation: scope.compilation,
    bindings: scope.bindings,
    source: ofRow,
  });
  const left = input.columns.filter(({ name }) => !result.columns.some((column) => column.name === name));
  const chosen = [
    ...left.map((column) => ({ column, sql: `${quoteId(outer)}.${quoteId(column.id)}` })),
    ...result.columns.map((column) => ({ column, sql: `lat.${quoteId(column.id)}` })),
  ];
  const places = input.order.map(({ id }) => `${quoteId(outer)}.${quoteId(id)} AS ${quoteId(`${id}~outer`)}`);
  const list = [...chosen.map(({ column, sql }) => `${sql} AS ${quoteId(column.id)}`), ...places];
  const present: PlanNode = {
    kind: 'template',
    inputs: [numbered, items],
    pieces: ['SELECT * FROM ', ` WHERE ${quoteId(rowId)} IN (SELECT ${quoteId(kernel)} FROM `, ')'],
  };
  const plan: PlanNode = {
    kind: 'template',
    inputs: [present, result.node],
    pieces: [`SELECT ${list.join(', ')} FROM `, ` AS ${quoteId(outer)}, LATERAL `, ' AS lat'],
  };
  const columns = chosen.map(({ column }) => column);
  const order = input.order.map((term) => ({ ...term, id: `${term.id}~outer` }));
  const whole: Relation = { node: plan, columns, order };
  const bound = node.columns.map(({ name }) => name);
  if (
    bound.length !== columns.length ||
    !bound.every((name) => columns.some((column) => column.name === name))
  )
    return whole;
  const ordered = bound.map(
    (name) => columns.find((column) => column.name === name) ?? refuse('mv-apply', node, scope),
  );
  return project(whole, ordered.map(kept), scope);
};

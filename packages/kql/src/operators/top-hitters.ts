import { convert } from '../functions/convert';
import { hostCall } from '../functions/host-function';
import { refuse } from '../plan/refusal';
import type { PlanColumn, PlanNode, Relation } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { planColumns } from '../plan/shape';
import { orderSql } from '../sql/emit';
import { quoteId } from '../sql/quote-sql';
import { heaviest } from '../values/heaviest';
import type { Operator } from './operator';
import { rowLimit } from './rows';

/** `top-hitters`: the values with the greatest sums or counts, in the order of the heap that gathers them. */
export const topHittersOperator: Operator = (node, input, scope) => {
  const value = scope.compilation.scalar(node.must('OfExpression'), scope);
  const by = node.part('ByClause')?.must('Expression');
  const given: Scalar = by ? scope.compilation.scalar(by, scope) : { type: 'long', sql: '1' };
  if (!['int', 'long', 'real'].includes(given.type))
    return refuse(`top-hitters by a ${given.type}`, by ?? node, scope);
  const type = given.type === 'real' ? 'real' : 'long';
  const weight = convert(given, type, scope) ?? given;
  const columns = planColumns(
    node.columns.map(({ name }, index) => ({ name, type: index === 0 ? value.type : type })),
    scope,
  );
  const ids = idsFor(scope);
  const rows = keyed(input, value.sql, `coalesce(${weight.sql}, 0)`, ids, scope);
  const plan = heap(rows, ids, { columns, count: rowLimit(node, scope), real: type === 'real' }, scope);
  return {
    node: plan,
    columns,
    order: [{ id: ids.order, descending: false, nullsFirst: false }],
    serialized: true,
  };
};

const HINTS = ['place', 'key', 'value', 'weight', 'order'] as const;

type Ids = Readonly<Record<(typeof HINTS)[number], string>>;

const idsFor = (scope: Scope): Ids =>
  Object.fromEntries(HINTS.map((hint) => [hint, scope.compilation.names.fresh(hint)])) as Ids;

/** The rows with their place, and with the place of the first row of their value as its key. */
function keyed(input: Relation, value: string, weight: string, ids: Ids, scope: Scope): PlanNode {
  const order = input.order.length > 0 ? `ORDER BY ${orderSql(input.order)}` : '';
  const numbered: PlanNode = {
    kind: 'select',
    input: input.node,
    items: [
      { id: ids.value, sql: value },
      { id: ids.weight, sql: weight },
      { id: ids.place, sql: `row_number() OVER (${order})` },
    ],
  };
  const key = `min(${quoteId(ids.place)}) OVER (PARTITION BY ${quoteId(ids.value)})`;
  return {
    kind: 'shared',
    name: scope.compilation.names.fresh('rows'),
    materialized: true,
    input: {
      kind: 'select',
      input: numbered,
      items: [
        { id: '*', sql: '*' },
        { id: ids.key, sql: key },
      ],
    },
  };
}

interface Answer {
  readonly columns: readonly PlanColumn[];
  readonly count: string;
  readonly real: boolean;
}

function heap(rows: PlanNode, ids: Ids, { columns, count, real }: Answer, scope: Scope): PlanNode {
  const text = `string_agg(${quoteId(ids.key)} || ':' || ${quoteId(ids.weight)}, ',' ORDER BY ${quoteId(ids.place)})`;
  const found = hostCall(
    { name: 'heaviest', takes: ['string', 'long', 'bool'], gives: 'string', call: heaviest },
    [`coalesce(${text}, '')`, `${count}::BIGINT`, String(real)],
    scope,
  );
  const [value, weight] = columns.map(({ id }) => quoteId(id));
  const sum = `CAST(any_value(split_part(h.item, ':', 2)) AS ${real ? 'DOUBLE' : 'BIGINT'})`;
  return {
    kind: 'template',
    inputs: [rows, rows],
    pieces: [
      `SELECT any_value(k.${quoteId(ids.value)}) AS ${value}, ${sum} AS ${weight}, h.p AS ${quoteId(ids.order)} FROM (SELECT unnest(l) AS item, generate_subscripts(l, 1) AS p FROM (SELECT string_split(${found}, ',') AS l FROM `,
      ')) AS h JOIN ',
      ` AS k ON h.item <> '' AND k.${quoteId(ids.key)} = TRY_CAST(split_part(h.item, ':', 1) AS BIGINT) GROUP BY h.p`,
    ],
  };
}

import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanColumn, PlanNode, Relation } from '../plan/relation';
import type { Binding, Scope } from '../plan/scope';
import { outsideRows } from '../plan/scope';
import { kept, project } from '../plan/shape';
import { quoteId } from '../sql/quote-sql';
import { parameter, type Operator } from './operator';
import { subqueryOfRows } from './subquery-of-rows';

/** `partition`: runs a subquery over the rows of each value of a column, or once for each value. */
export const partitionOperator: Operator = (node, input, scope) => {
  const by = node.must('ByExpression');
  const key = input.columns.find(({ name }) => name === by.simpleName) ?? refuse('partition key', by, scope);
  const rows: PlanNode = {
    kind: 'shared',
    name: scope.compilation.names.fresh('rows'),
    input: input.node,
    materialized: true,
  };
  const outer = scope.compilation.names.fresh('outer');
  const operand = node.must('Operand');
  const strategy = (parameter(node, 'hint.strategy') ?? 'legacy').toLowerCase();
  if (!['legacy', 'native', 'shuffle'].includes(strategy))
    return refuse(`partition strategy: ${strategy}`, node, scope);
  const part: Part = { node, rows, key, outer, input };
  const result =
    operand.kind === 'PartitionQuery'
      ? withKey(part, operand.must('Query'), scope)
      : overRows(part, operand.must('Subquery'), strategy, scope);
  return inBoundOrder(node, united(part, result, strategy === 'legacy'), scope);
};

interface Part {
  readonly node: SyntaxNode;
  readonly rows: PlanNode;
  readonly key: PlanColumn;
  /** The alias of the keys. */
  readonly outer: string;
  readonly input: Relation;
}

/** `{ … }`: a query with a source of its own that may read the key. */
function withKey({ key, outer }: Part, query: SyntaxNode, scope: Scope): Relation {
  const value: Binding = {
    kind: 'scalar',
    value: { type: key.type, sql: `(SELECT ${quoteId(outer)}.${quoteId(key.id)})` },
  };
  const bindings = new Map([...scope.bindings, [key.name, value] as const]);
  return subqueryOfRows(query, { ...outsideRows(scope), bindings });
}

/** `( … )`: operators over the rows of one key. */
function overRows(part: Part, subquery: SyntaxNode, strategy: string, scope: Scope): Relation {
  const { key, outer, rows, input } = part;
  if (strategy !== 'legacy') refuseOthers(subquery, strategy, scope);
  const id = quoteId(key.id);
  const pieces = ['SELECT * FROM ', ` WHERE ${id} IS NOT DISTINCT FROM ${quoteId(outer)}.${id}`];
  const source: Relation = {
    ...input,
    serialized: false,
    node: { kind: 'template', inputs: [rows], pieces },
  };
  return subqueryOfRows(subquery, { ...outsideRows(scope), source });
}

/** What the strategies `native` and `shuffle` do not run, as their page lists it. */
const OTHERS = [
  'JoinOperator',
  'LookupOperator',
  'UnionOperator',
  'EvaluateOperator',
  'InvokeOperator',
  'ForkOperator',
  'FacetOperator',
  'PartitionOperator',
];

function refuseOthers(node: SyntaxNode, strategy: string, scope: Scope): void {
  if (OTHERS.includes(node.kind)) refuse(`${strategy} partition with this operator`, node, scope);
  const range = node.kind === 'MakeSeriesOperator' ? node.must('RangeClause') : undefined;
  if (range && !(range.part('MakeSeriesFromClause') && range.part('MakeSeriesToClause')))
    refuse(`${strategy} partition with make-series over an open range`, node, scope);
  if (node.kind !== 'PipeExpression') return;
  refuseOthers(node.must('Expression'), strategy, scope);
  refuseOthers(node.must('Operator'), strategy, scope);
}

/** The legacy strategy fails beyond 64 keys. */
const FEW = `CASE WHEN count(*) OVER () > 64 THEN error('partition: more than 64 values of the key; use hint.strategy=native') END`;

function united({ rows, key, outer }: Part, result: Relation, few: boolean): Relation {
  const id = quoteId(key.id);
  const keys = few
    ? [
        `SELECT ${id} FROM (SELECT ${id}, ${FEW} AS few FROM (SELECT DISTINCT ${id} FROM `,
        ')) WHERE few IS NULL',
      ]
    : [`SELECT DISTINCT ${id} FROM `, ''];
  const plan: PlanNode = {
    kind: 'template',
    inputs: [
      { kind: 'template', inputs: [rows], pieces: keys },
      { kind: 'local', input: result.node },
    ],
    pieces: ['SELECT lat.* FROM ', ` AS ${quoteId(outer)}, LATERAL `, ' AS lat'],
  };
  return { node: plan, columns: result.columns, order: [] };
}

function inBoundOrder(node: SyntaxNode, whole: Relation, scope: Scope): Relation {
  const known = node.columns.flatMap(
    ({ name }) => whole.columns.find((column) => column.name === name) ?? [],
  );
  return known.length === whole.columns.length ? project(whole, known.map(kept), scope) : whole;
}

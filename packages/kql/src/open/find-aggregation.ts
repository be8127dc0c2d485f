import type { SyntaxNode } from '../parser/syntax-node';
import { knownTable } from '../schema/known-table';
import { closed, type ClosedRow } from './opened-row';

/** The last operator of a query that makes one row of many, and where it stands. */
export interface Aggregation {
  readonly operator: SyntaxNode;
  /** What it reads. */
  readonly input: SyntaxNode;
  /** The operators after it, in the order in which they run. */
  readonly later: readonly SyntaxNode[];
}

const AGGREGATING = ['SummarizeOperator', 'CountOperator', 'DistinctOperator', 'MakeSeriesOperator'];

const OPAQUE: Readonly<Record<string, string>> = {
  TopNestedOperator: 'top-nested',
  TopHittersOperator: 'top-hitters',
  SampleDistinctOperator: 'sample-distinct',
  PartitionOperator: 'partition',
  PartitionByOperator: 'partition',
  MvApplyOperator: 'mv-apply',
  EvaluateOperator: 'evaluate',
  ScanOperator: 'scan',
  ReduceByOperator: 'reduce',
  UnionOperator: 'union',
  ForkOperator: 'fork',
  FacetOperator: 'facet',
  InvokeOperator: 'invoke',
  GetSchemaOperator: 'getschema',
};

/**
 * Finds the last aggregation of the expression that a query answers with, through pipes, parentheses, `materialize` and
 * the names of tabular `let` statements.
 */
export function findAggregation(
  expression: SyntaxNode,
  lets: ReadonlyMap<string, SyntaxNode>,
): Aggregation | ClosedRow {
  const later: SyntaxNode[] = [];
  const seen = new Set<string>();
  let node = expression;
  for (;;) {
    const inner = transparent(node, lets, seen);
    if (inner) {
      node = inner;
      continue;
    }
    if (node.kind !== 'PipeExpression') return noAggregation(node, later);
    const operator = node.must('Operator');
    const input = node.must('Expression');
    if (AGGREGATING.includes(operator.kind)) return { operator, input, later: later.reverse() };
    const opaque = OPAQUE[operator.kind];
    if (opaque) return closed(`Its rows come from ${opaque}, which is not taken apart.`);
    later.push(operator);
    node = input;
  }
}

function transparent(
  node: SyntaxNode,
  lets: ReadonlyMap<string, SyntaxNode>,
  seen: Set<string>,
): SyntaxNode | undefined {
  if (node.kind === 'ParenthesizedExpression' || node.kind === 'MaterializeExpression')
    return node.must('Expression');
  if (node.kind !== 'NameReference' || seen.has(node.simpleName)) return undefined;
  seen.add(node.simpleName);
  return lets.get(node.simpleName);
}

function noAggregation(source: SyntaxNode, later: readonly SyntaxNode[]): ClosedRow {
  const from = (what: string): ClosedRow => closed(`Its rows come from ${what}, which is not taken apart.`);
  const joined = later.find(
    ({ kind, text }) => /^(Join|Lookup)Operator$/.test(kind) && AGGREGATES.test(text),
  );
  if (joined)
    return closed(
      `What it counts comes from the table that ${joined.children[0]?.text} brings, which is not taken apart.`,
    );
  switch (source.kind) {
    case 'FunctionCallExpression':
      return from(`the function ${source.must('Name').simpleName}`);
    case 'FunctionDeclaration':
      return from('a function of the query');
    case 'UnionOperator':
      return from('union');
    case 'PrintOperator':
      return closed('The row is made by print: no events are behind it.');
    case 'NameReference':
      return knownTable(source.simpleName)
        ? closed(NOTHING)
        : closed(`The query does not aggregate what ${source.simpleName} gives.`);
    default:
      return closed(NOTHING);
  }
}

const NOTHING = 'The answer does not aggregate: its rows are the events themselves.';

const AGGREGATES = /\|\s*(summarize|count|distinct|make-series)\b/;

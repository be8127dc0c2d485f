import type { SyntaxNode } from '../parser/syntax-node';
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
    if (node.kind !== 'PipeExpression') return noAggregation(node);
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

function noAggregation(source: SyntaxNode): ClosedRow {
  if (source.kind === 'FunctionCallExpression')
    return closed(
      `Its rows come from the function ${source.must('Name').simpleName}, which is not taken apart.`,
    );
  if (source.kind === 'UnionOperator') return closed('Its rows come from union, which is not taken apart.');
  return closed('The answer does not aggregate: its rows are the events themselves.');
}

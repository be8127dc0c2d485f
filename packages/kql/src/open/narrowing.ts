import { named } from '../operators/named-expression';
import type { SyntaxNode } from '../parser/syntax-node';
import type { Aggregation } from './find-aggregation';
import { closed, type ClosedRow } from './opened-row';
import { traceColumn } from './trace-column';

/** Where the condition of a conditional aggregate stands among its arguments. */
const CONDITION_AT: Readonly<Record<string, number>> = {
  countif: 0,
  sumif: 1,
  avgif: 1,
  minif: 1,
  maxif: 1,
  dcountif: 1,
  count_distinctif: 1,
  stdevif: 1,
  varianceif: 1,
  make_bag_if: 1,
  make_list_if: 1,
  make_set_if: 1,
  take_anyif: 1,
};

/** The condition of the conditional aggregate that a column of the answer shows, if it shows one; closed where another table brought the column. */
export function narrowing(
  { operator, later }: Aggregation,
  column: string,
): { readonly condition?: string } | ClosedRow {
  const traced = traceColumn(column, later);
  if (!('name' in traced)) return {};
  const items = /^(Count|Distinct)Operator$/.test(operator.kind) ? [] : aggregateItems(operator);
  const item = items.find(({ name }) => name === traced.name);
  const [join] = traced.joins;
  const isOwn = item !== undefined || operator.columns.some(({ name }) => name === traced.name);
  if (join !== undefined && !isOwn)
    return closed(`The column ${column} comes from the table that ${join} brings, which is not taken apart.`);
  if (item?.expression.kind !== 'FunctionCallExpression') return {};
  const at = CONDITION_AT[item.expression.must('Name').simpleName];
  const condition =
    at === undefined ? undefined : item.expression.must('ArgumentList').items('Expressions')[at]?.text;
  return condition === undefined ? {} : { condition };
}

function aggregateItems(
  operator: SyntaxNode,
): readonly { readonly name: string; readonly expression: SyntaxNode }[] {
  const items = operator
    .items('Aggregates')
    .map((item) =>
      named(item.part('Expression') && item.kind === 'MakeSeriesExpression' ? item.must('Expression') : item),
    );
  const keys = operator.part('ByClause')?.items('Expressions').length ?? 0;
  const single = operator.columns.length >= keys + items.length;
  return items.flatMap(({ names, expression }, index) => {
    const name = names[0] ?? (single ? generated(operator, keys + index, items.length + keys) : undefined);
    return name === undefined ? [] : [{ name, expression }];
  });
}

/** The generated name at a place, where every aggregate gives one column. */
function generated(operator: SyntaxNode, at: number, count: number): string | undefined {
  const axis = operator.kind === 'MakeSeriesOperator' ? 1 : 0;
  return operator.columns.length === count + axis ? operator.columns[at]?.name : undefined;
}

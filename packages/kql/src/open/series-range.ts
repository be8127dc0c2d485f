import { named } from '../operators/named-expression';
import type { SyntaxNode } from '../parser/syntax-node';
import type { ReadCell } from './group-conditions';
import { cellCondition } from './cell-condition';
import { closed, type ClosedRow } from './opened-row';

/** The conditions under which an event lies on the axis of `make-series`: in the row's bucket where the row is one, else in all. */
export function seriesRange(operator: SyntaxNode, read: ReadCell): readonly string[] | ClosedRow {
  if (operator.kind !== 'MakeSeriesOperator') return [];
  const range = operator.must('RangeClause');
  if (range.kind !== 'MakeSeriesFromToStepClause') return closed('make-series in range is not taken apart.');
  const { names, expression } = named(operator.must('OnClause').must('Expression'));
  const axis = expression.text;
  const end = (name: string): string | undefined => range.part(name)?.must('Expression').text;
  const [from, to] = [end('MakeSeriesFromClause'), end('MakeSeriesToClause')];
  return [
    ...(from === undefined && to === undefined ? [`isnotnull(${axis})`] : []),
    ...(from === undefined ? [] : [`(${axis}) >= (${from})`]),
    ...(to === undefined ? [] : [`(${axis}) < (${to})`]),
    ...bucket(axis, names[0] ?? expression.simpleName, end('MakeSeriesStepClause') ?? '', read),
  ];
}

function bucket(axis: string, name: string, step: string, read: ReadCell): readonly string[] {
  const cell = read(name);
  if (!cell || cell.type === 'dynamic' || cell.value === null) return [];
  const start = cellCondition('', cell.type, cell.value).replace(/^\(\) == /, '');
  return [`(${axis}) >= ${start}`, `(${axis}) < ${start} + (${step})`];
}

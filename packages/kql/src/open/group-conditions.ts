import type { KqlType, Cell } from '@casebook/core';
import { named } from '../operators/named-expression';
import type { SyntaxNode } from '../parser/syntax-node';
import { cellCondition } from './cell-condition';
import type { Aggregation } from './find-aggregation';
import { followName } from './follow-names';
import { closed, type ClosedRow } from './opened-row';

/** How a cell of the opened row is read: nothing where the answer has no such column. */
export type ReadCell = (column: string) => { readonly type: KqlType; readonly value: Cell } | undefined;

interface Key {
  readonly name: string;
  readonly expression: string;
}

/** The conditions under which a row of an aggregation's input belongs to the opened row. */
export function groupConditions(
  { operator, later }: Aggregation,
  read: ReadCell,
  answerColumns: readonly string[],
): readonly string[] | ClosedRow {
  const conditions: string[] = [];
  for (const { name, expression } of keysOf(operator, answerColumns)) {
    const followed = followName(name, later);
    if ('lost' in followed)
      return closed(`The group key ${name} does not reach the answer: ${followed.lost} loses it.`);
    const cell = read(followed.name);
    if (!cell)
      return closed(`The group key ${name} does not reach the answer: it has no column ${followed.name}.`);
    conditions.push(cellCondition(expression, cell.type, cell.value));
  }
  return conditions;
}

function keysOf(operator: SyntaxNode, answerColumns: readonly string[]): readonly Key[] {
  if (operator.kind === 'CountOperator') return [];
  if (operator.kind === 'DistinctOperator') return distinctKeys(operator, answerColumns);
  const bound = operator.columns;
  return (operator.part('ByClause')?.items('Expressions') ?? []).map((item, index) => {
    const { names, expression } = named(item);
    const name = names[0] ?? (expression.kind === 'NameReference' ? expression.simpleName : undefined);
    return { name: name ?? bound[index]?.name ?? expression.text, expression: expression.text };
  });
}

function distinctKeys(operator: SyntaxNode, answerColumns: readonly string[]): readonly Key[] {
  const items = operator.items('Expressions');
  if (items.some(({ kind }) => kind === 'StarExpression')) {
    const known = operator.columns.map(({ name }) => name);
    return (known.length > 0 ? known : answerColumns).map((name) => ({ name, expression: bracketed(name) }));
  }
  return items.map((item, index) => ({
    name: operator.columns[index]?.name ?? item.text,
    expression: item.text,
  }));
}

const bracketed = (name: string): string => `['${name.replace(/[\\']/g, '\\$&')}']`;

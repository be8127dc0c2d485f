import type { KqlType } from '@casebook/core';
import { argumentsOf } from '../../expressions/calls';
import { columnReference } from '../../expressions/names-and-paths';
import { convert } from '../../functions/convert';
import { sharedCount } from '../../functions/distinct-sketch';
import { refuse } from '../../plan/refusal';
import type { PlanNode } from '../../plan/relation';
import { computed, kept, planColumns, project } from '../../plan/shape';
import { orderSql } from '../../sql/emit';
import { quoteId, quoteText } from '../../sql/quote-sql';
import type { Operator } from '../operator';
import { asText, wholeArgument } from './plugin-arguments';

/**
 * `rows_near`: the rows that a condition holds for, and those within some places of them.
 * See https://learn.microsoft.com/kusto/query/rows-near-plugin
 */
export const rowsNear: Operator = (node, input, scope) => {
  const call = node.must('FunctionCall');
  const [condition, ...counts] = argumentsOf(call);
  if (!input.serialized) return refuse('rows_near over rows without an order', call, scope);
  const value = condition && convert(scope.compilation.scalar(condition, scope), 'bool', scope);
  if (!value) return refuse('condition of rows_near', call, scope);
  const [before = 0n, after = before] = counts.map((one) => wholeArgument(one, ['long', 'int'], call, scope));
  if (before < 0n || after < 0n || counts.length > 2) return refuse('count of rows', call, scope);
  const near = scope.compilation.names.fresh('near');
  const order = input.order.length > 0 ? `ORDER BY ${orderSql(input.order)} ` : '';
  const marked: PlanNode = {
    kind: 'select',
    input: input.node,
    items: [
      { id: '*', sql: '*' },
      {
        id: near,
        sql: `bool_or(${value.sql}) OVER (${order}ROWS BETWEEN ${after} PRECEDING AND ${before} FOLLOWING)`,
      },
    ],
  };
  return { ...input, node: { kind: 'filter', input: marked, condition: quoteId(near) } };
};

const PRINTED: readonly KqlType[] = ['string', 'long', 'int', 'guid'];

/**
 * `narrow`: a row for each value, with the number of its row and the name of its column.
 * See https://learn.microsoft.com/kusto/query/narrow-plugin
 */
export const narrow: Operator = (node, input, scope) => {
  const columns = planColumns(node.columns, scope);
  const [row = '', name = '', value = ''] = columns.map(({ id }) => id);
  const texts = input.columns.map((column) =>
    PRINTED.includes(column.type)
      ? asText(columnReference(column), node, scope).sql
      : refuse(`narrow of a ${column.type}: ${column.name}`, node, scope),
  );
  const order = input.order.length > 0 ? `ORDER BY ${orderSql(input.order)}` : '';
  const at = scope.compilation.names.fresh('at');
  const pieces = [
    `SELECT row_number() OVER (${order}) - 1 AS ${quoteId(row)}, unnest([${input.columns.map((column) => quoteText(column.name)).join(', ')}]) AS ${quoteId(name)}, unnest([${texts.join(', ')}]) AS ${quoteId(value)}, unnest(range(${texts.length})) AS ${quoteId(at)} FROM `,
    '',
  ];
  const by = (id: string): { id: string; descending: boolean; nullsFirst: boolean } => ({
    id,
    descending: false,
    nullsFirst: false,
  });
  return { node: { kind: 'template', inputs: [input.node], pieces }, columns, order: [by(row), by(at)] };
};

/**
 * `dcount_intersect`: how many distinct values the first set holds, then the first two share, and so on.
 * See https://learn.microsoft.com/kusto/query/dcount-intersect-plugin
 */
export const dcountIntersect: Operator = (node, input, scope) => {
  const call = node.must('FunctionCall');
  const sketches = argumentsOf(call).map((one) => {
    const value = scope.compilation.scalar(one, scope);
    return value.type === 'dynamic' ? value.sql : refuse(`dcount_intersect of a ${value.type}`, one, scope);
  });
  if (sketches.length < 2) return refuse('dcount_intersect of fewer than two sets', call, scope);
  const counts = sketches.map((_, index) =>
    computed(`s${index}`, { type: 'long', sql: sharedCount(sketches.slice(0, index + 1)) }),
  );
  return project(input, [...input.columns.map(kept), ...counts], scope);
};

/** `identity`: the input. See https://learn.microsoft.com/kusto/query/evaluate-operator */
export const identity: Operator = (_node, input) => input;

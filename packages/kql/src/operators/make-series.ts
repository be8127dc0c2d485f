import type { KqlType } from '@casebook/core';
import { convert } from '../functions/convert';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanNode, Relation } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import { outsideRows, type Scope } from '../plan/scope';
import { computed, planColumns, type Computed } from '../plan/shape';
import { nullSql, quoteId } from '../sql/quote-sql';
import { named } from './named-expression';
import { parameter, type Operator } from './operator';

interface Axis {
  readonly name: string;
  readonly type: KqlType;
  readonly value: string;
  readonly from?: string;
  readonly to?: string;
  readonly step: string;
}

interface Series extends Computed {
  readonly missing: string;
}

/** `make-series … on … from … to … step … by …`. */
export const makeSeriesOperator: Operator = (node, input, scope) => {
  if (parameter(node, 'kind') !== undefined) return refuse('make-series kind', node, scope);
  const range = node.must('RangeClause');
  if (range.kind !== 'MakeSeriesFromToStepClause') return refuse('make-series in range', node, scope);
  const axis = axisOf(node, range, scope);
  const bound = node.columns.map(({ name }) => name);
  const keys = (node.part('ByClause')?.items('Expressions') ?? []).map((item, index) => {
    const one = named(item);
    return computed(
      one.names[0] ?? bound[index] ?? one.expression.text,
      scope.compilation.scalar(one.expression, scope),
    );
  });
  const series = node
    .items('Aggregates')
    .map((item, index) => seriesOf(item, bound[keys.length + index], scope));
  return assembled(input, axis, keys, series, scope);
};

function axisOf(node: SyntaxNode, range: SyntaxNode, scope: Scope): Axis {
  const on = named(node.must('OnClause').must('Expression'));
  const value = scope.compilation.scalar(on.expression, scope);
  if (!['datetime', 'timespan', 'long', 'int'].includes(value.type))
    return refuse(`make-series on a ${value.type}`, node, scope);
  const outer = outsideRows(scope);
  const end = (name: string): string | undefined => {
    const clause = range.part(name);
    const scalar = clause && scope.compilation.scalar(clause.must('Expression'), outer);
    const type = name === 'MakeSeriesStepClause' && value.type === 'datetime' ? 'timespan' : value.type;
    return scalar && (convert(scalar, type, scope) ?? refuse('make-series bounds', node, scope)).sql;
  };
  const [from, to] = [end('MakeSeriesFromClause'), end('MakeSeriesToClause')];
  return {
    name: on.names[0] ?? on.expression.simpleName,
    type: value.type,
    value: value.sql,
    step: end('MakeSeriesStepClause') ?? refuse('make-series without step', node, scope),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function seriesOf(item: SyntaxNode, bound: string | undefined, scope: Scope): Series {
  const { names, expression } = named(item.must('Expression'));
  const value = scope.compilation.scalar(expression, { ...scope, aggregate: true });
  const given = item.part('DefaultExpression')?.must('Expression');
  const fallback: Scalar = given ? scope.compilation.scalar(given, scope) : { type: 'long', sql: '0' };
  const missing =
    convert(fallback, value.type === 'int' ? 'long' : value.type, scope) ??
    refuse('make-series default', item, scope);
  return { ...computed(names[0] ?? bound ?? expression.text, value), missing: missing.sql };
}

function assembled(
  input: Relation,
  axis: Axis,
  keys: readonly Computed[],
  series: readonly Series[],
  scope: Scope,
): Relation {
  const { names } = scope.compilation;
  const [x, k] = [names.fresh('x'), names.fresh('k')].map(quoteId);
  const rows: PlanNode = shared(
    names.fresh('rows'),
    select(`SELECT *, ${axis.value} AS ${x} FROM `, input.node),
  );
  const from = axis.from === undefined ? `min(${x}) // ${axis.step} * ${axis.step}` : `max(${axis.from})`;
  const to = axis.to === undefined ? `max(${x}) + 1` : `max(${axis.to})`;
  const limits = shared(
    names.fresh('limits'),
    select(`SELECT ${from} AS "~f", ${to} AS "~t", max(${axis.step}) AS "~s" FROM `, rows),
  );
  const groups = keys.map(({ sql }, index) => `${sql} AS g${index}`);
  const values = series.map(({ sql }, index) => `${sql} AS v${index}`);
  const bins: PlanNode = shared(names.fresh('bins'), {
    kind: 'template',
    inputs: [rows, limits],
    pieces: [
      `SELECT ${[...groups, `(${x} - "~f") // "~s" AS ${k}`, ...values].join(', ')} FROM `,
      ', ',
      ` WHERE ${x} >= "~f" AND ${x} < "~t" GROUP BY ${[...groups, k].map((_, index) => index + 1).join(', ')}`,
    ],
  });
  return seriesRows(axis, keys, series, { rows, limits, bins, k: k ?? '' }, scope);
}

interface Parts {
  readonly rows: PlanNode;
  readonly limits: PlanNode;
  readonly bins: PlanNode;
  readonly k: string;
}

function seriesRows(
  axis: Axis,
  keys: readonly Computed[],
  series: readonly Series[],
  { rows, limits, bins, k }: Parts,
  scope: Scope,
): Relation {
  const columns = planColumns(
    [...keys, ...[...series, axis].map(({ name }) => ({ name, type: 'dynamic' as const }))],
    scope,
  );
  const json = (type: KqlType, sql: string): string =>
    `'[' || array_to_string(list(coalesce(${convert({ type, sql }, 'dynamic', scope)?.sql ?? nullSql('dynamic')}, 'null') ORDER BY a.k), ',') || ']'`;
  const outputs = [
    ...keys.map((_, index) => `g.g${index}`),
    ...series.map(({ type, missing }, index) =>
      json(type, `CASE WHEN b.${k} IS NULL THEN ${missing} ELSE b.v${index} END`),
    ),
    json(axis.type, 'a.x'),
  ].map((sql, index) => `${sql} AS ${quoteId(columns[index]?.id ?? '')}`);
  const plan: PlanNode = {
    kind: 'template',
    inputs: [groupRows(keys, rows, bins), select(AXIS, limits, ')'), bins],
    pieces: [
      `SELECT ${outputs.join(', ')} FROM `,
      ' AS g CROSS JOIN ',
      ' AS a LEFT JOIN ',
      ` AS b ON ${keys.map((_, index) => `b.g${index} IS NOT DISTINCT FROM g.g${index} AND `).join('')}b.${k} = a.k GROUP BY ${keys.length > 0 ? groupNames(keys, 'g.') : 'g.one'}`,
    ],
  };
  return { node: plan, columns, order: [] };
}

/** The moments of the axis, with their numbers, from the limits. */
const AXIS =
  'SELECT k, "~f" + k * "~s" AS x FROM (SELECT "~f", "~s", unnest(range(greatest(("~t" - "~f" + "~s" - 1) // "~s", 0))) AS k FROM ';

const groupNames = (keys: readonly Computed[], prefix = ''): string =>
  keys.map((_, index) => `${prefix}g${index}`).join(', ');

const groupRows = (keys: readonly Computed[], rows: PlanNode, bins: PlanNode): PlanNode =>
  keys.length > 0
    ? select(`SELECT DISTINCT ${groupNames(keys)} FROM `, bins)
    : select('SELECT 1 AS one FROM ', { kind: 'limit', input: rows, count: '1', order: [] });

const select = (head: string, input: PlanNode, tail = ''): PlanNode => ({
  kind: 'template',
  inputs: [input],
  pieces: [head, tail],
});

const shared = (name: string, input: PlanNode): PlanNode => ({
  kind: 'shared',
  name,
  input,
  materialized: true,
});

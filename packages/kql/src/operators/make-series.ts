import type { KqlType } from '@casebook/core';
import { convert } from '../functions/convert';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanNode, Relation } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import { outsideRows, type Scope } from '../plan/scope';
import { computed, planColumns, type Computed } from '../plan/shape';
import { nullSql, quoteId } from '../sql/quote-sql';
import { documentedName } from './documented-name';
import { named } from './named-expression';
import { parameter, type Operator } from './operator';

interface Axis {
  readonly name: string;
  readonly type: KqlType;
  readonly value: string;
  readonly from?: string;
  readonly to?: string;
  readonly step: string;
  /** Whether there is a series without any rows. */
  readonly always?: boolean;
}

interface Series extends Computed {
  readonly missing: string;
}

/** `make-series … on … from … to … step … by …`. */
export const makeSeriesOperator: Operator = (node, input, scope) => {
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
  const always = alwaysOf(node, axis, keys, scope);
  return assembled(input, { ...axis, always }, keys, series, scope);
};

/** Whether rows without any input give the series of defaults: `kind=nonempty`. */
function alwaysOf(node: SyntaxNode, axis: Axis, keys: readonly Computed[], scope: Scope): boolean {
  const kind = parameter(node, 'kind');
  if (kind === undefined) return false;
  const whole = axis.from !== undefined && axis.to !== undefined && keys.length === 0;
  return kind.toLowerCase() === 'nonempty' && whole ? true : refuse('make-series kind', node, scope);
}

function axisOf(node: SyntaxNode, range: SyntaxNode, scope: Scope): Axis {
  const on = named(node.must('OnClause').must('Expression'));
  const value = scope.compilation.scalar(on.expression, scope);
  if (!['datetime', 'timespan', 'long', 'int', 'real'].includes(value.type))
    return refuse(`make-series on a ${value.type}`, node, scope);
  const outer = outsideRows(scope);
  const end = (name: string): string | undefined => {
    const clause = range.part(name);
    const scalar = clause && scope.compilation.scalar(clause.must('Expression'), outer);
    const type = name === 'MakeSeriesStepClause' && value.type === 'datetime' ? 'timespan' : value.type;
    return scalar && (convert(scalar, type, scope) ?? refuse('make-series bounds', node, scope)).sql;
  };
  const [from, to] = [end('MakeSeriesFromClause'), end('MakeSeriesToClause')];
  if (value.type === 'real' && (from === undefined || to === undefined))
    return refuse('make-series on a real over an open range', node, scope);
  return {
    name: on.names[0] ?? node.columns.at(-1)?.name ?? on.expression.simpleName,
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
  if (!NUMBERS.includes(value.type)) return refuse(`make-series of a ${value.type}`, item, scope);
  const name = names[0] ?? documentedName(expression, scope) ?? bound ?? expression.text;
  return { ...computed(name, value), missing: missingSql(item, value.type, scope) };
}

/** Only aggregates of numbers may stand in it, by its page. */
const NUMBERS: readonly KqlType[] = ['int', 'long', 'real', 'decimal'];

function missingSql(item: SyntaxNode, type: KqlType, scope: Scope): string {
  const given = item.part('DefaultExpression')?.must('Expression');
  const fallback: Scalar = given ? scope.compilation.scalar(given, scope) : { type: 'long', sql: '0' };
  const whole = type === 'int' || type === 'long';
  const { constant } = fallback;
  const exact = ['int', 'long'].includes(fallback.type) || constant === null || Number.isInteger(constant);
  if (whole && !exact) return refuse(`make-series default of a ${fallback.type}`, given ?? item, scope);
  const missing = convert(fallback, whole ? 'long' : type, scope);
  return (missing ?? refuse('make-series default', item, scope)).sql;
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
  const groups = keys.map(() => quoteId(names.fresh('g')));
  const grouped = keys.map(({ sql }, index) => `${sql} AS ${groups[index]}`);
  const rows: PlanNode = shared(
    names.fresh('rows'),
    select(`SELECT ${['*', `${axis.value} AS ${x}`, ...grouped].join(', ')} FROM `, input.node),
  );
  const limits = shared(names.fresh('limits'), limitsOf(axis, rows, x ?? '', groups));
  const values = series.map(({ sql }, index) => `${sql} AS v${index}`);
  const own = groups.map((group, index) => `${group} AS g${index}`);
  const same = [
    'true',
    ...(isOpen(axis) ? groups.map((group, index) => `${group} IS NOT DISTINCT FROM "~l${index}"`) : []),
  ];
  const bins: PlanNode = shared(names.fresh('bins'), {
    kind: 'template',
    inputs: [rows, limits],
    pieces: [
      `SELECT ${[...own, `${within(axis, x ?? '')} AS ${k}`, ...values].join(', ')} FROM `,
      ', ',
      ` WHERE ${same.join(' AND ')} GROUP BY ${[...groups, k].map((_, index) => index + 1).join(', ')}`,
    ],
  });
  return seriesRows(axis, keys, series, { limits, bins, k: k ?? '' }, scope);
}

/** Whether the rows decide where a series begins or ends: each series for itself, as the documentation has it. */
const isOpen = ({ from, to }: Axis): boolean => from === undefined || to === undefined;

function limitsOf(axis: Axis, rows: PlanNode, x: string, groups: readonly string[]): PlanNode {
  if (axis.from !== undefined && axis.to !== undefined) {
    const pieces = [`SELECT ${axis.from} AS "~f", ${axis.to} AS "~t", ${axis.step} AS "~s"`];
    return { kind: 'template', inputs: [], pieces };
  }
  const from =
    axis.from === undefined
      ? `min(${x}) - (min(${x}) % any_value(${axis.step}) + any_value(${axis.step})) % any_value(${axis.step})`
      : `any_value(${axis.from})`;
  const to = axis.to === undefined ? `max(${x}) + 1` : `any_value(${axis.to})`;
  const own = groups.map((group, index) => `${group} AS "~l${index}", `);
  const by = groups.length > 0 ? ` GROUP BY ${groups.join(', ')}` : '';
  return select(
    `SELECT ${own.join('')}${from} AS "~f", ${to} AS "~t", any_value(${axis.step}) AS "~s" FROM `,
    rows,
    by,
  );
}

interface Parts {
  readonly limits: PlanNode;
  readonly bins: PlanNode;
  readonly k: string;
}

function seriesRows(
  axis: Axis,
  keys: readonly Computed[],
  series: readonly Series[],
  { limits, bins, k }: Parts,
  scope: Scope,
): Relation {
  const columns = planColumns(
    [...keys, ...[...series, axis].map(({ name }) => ({ name, type: 'dynamic' as const }))],
    scope,
  );
  const text = (type: KqlType, sql: string): string =>
    `coalesce(${convert({ type, sql }, 'dynamic', scope)?.sql ?? nullSql('dynamic')}, 'null')`;
  const list = (sql: string): string => `'[' || array_to_string(list(${sql} ORDER BY a.k), ',') || ']'`;
  const outputs = [
    ...keys.map((_, index) => `g.g${index}`),
    ...series.map(({ type, missing }, index) =>
      list(text(type, `CASE WHEN b.${k} IS NULL THEN ${missing} ELSE b.v${index} END`)),
    ),
    list('a.x'),
  ].map((sql, index) => `${sql} AS ${quoteId(columns[index]?.id ?? '')}`);
  const own = isOpen(axis) ? keys.map((_, index) => `"~l${index}", `).join('') : '';
  const same = isOpen(axis) ? keys.map((_, index) => `a."~l${index}" IS NOT DISTINCT FROM g.g${index}`) : [];
  const plan: PlanNode = {
    kind: 'template',
    inputs: [
      groupRows(axis, keys, bins),
      select(
        axisSql(axis, own, (x) => text(axis.type, x)),
        limits,
        ')',
      ),
      bins,
    ],
    pieces: joinPieces(outputs, keys, same, k, axis.always === true ? '' : someWithin(k)),
  };
  return { node: plan, columns, order: [] };
}

/** The SQL around groups, axis and bins: each group meets each moment, and its bin where it has one. */
const joinPieces = (
  outputs: readonly string[],
  keys: readonly Computed[],
  same: readonly string[],
  k: string,
  having: string,
): readonly string[] => [
  `SELECT ${outputs.join(', ')} FROM `,
  ' AS g JOIN ',
  ` AS a ON ${['true', ...same].join(' AND ')} LEFT JOIN `,
  ` AS b ON ${keys.map((_, index) => `b.g${index} IS NOT DISTINCT FROM g.g${index} AND `).join('')}b.${k} = a.k GROUP BY ${keys.length > 0 ? groupNames(keys, 'g.') : 'g.one'}${having}`,
];

/** The moments of the axis as texts, with their numbers, from the limits; `own` are the keys of a series with its own limits. */
const axisSql = (axis: Axis, own: string, text: (sql: string) => string): string =>
  `SELECT ${own}k, ${text('"~f" + k * "~s"')} AS x FROM (SELECT ${own}"~f", "~s", unnest(range(${someSteps(axis)})) AS k FROM `;

/** The number of its bin; nothing for a moment outside of the bounds. */
const within = (axis: Axis, x: string): string =>
  `CASE WHEN ${x} >= "~f" AND ${x} < "~t" THEN ${wholeSteps(axis, `${x} - "~f"`)} END`;

const someSteps = (axis: Axis): string =>
  `CASE WHEN "~t" <= "~f" OR "~s" <= 0 THEN error('unsupported make-series between these bounds, by this step') ELSE ${stepsWithin(axis)} END`;

const wholeSteps = ({ type }: Axis, distance: string): string =>
  type === 'real' ? `CAST(floor((${distance}) / "~s") AS BIGINT)` : `(${distance}) // "~s"`;

const stepsWithin = ({ type }: Axis): string =>
  type === 'real' ? `CAST(ceil(("~t" - "~f") / "~s") AS BIGINT)` : `("~t" - "~f" + "~s" - 1) // "~s"`;

const groupNames = (keys: readonly Computed[], prefix = ''): string =>
  keys.map((_, index) => `${prefix}g${index}`).join(', ');

/** What a group without rows between the bounds gives is not documented. */
const someWithin = (k: string): string =>
  ` HAVING CASE WHEN count(b.${k}) = 0 THEN error('unsupported make-series of rows that all lie outside of its bounds') ELSE true END`;

function groupRows(axis: Axis, keys: readonly Computed[], bins: PlanNode): PlanNode {
  if (axis.always) return { kind: 'template', inputs: [], pieces: ['SELECT 1 AS one'] };
  if (keys.length === 0) return select('SELECT 1 AS one FROM ', bins, ' HAVING count(*) > 0');
  return select(`SELECT DISTINCT ${groupNames(keys)} FROM `, bins);
}

const select = (head: string, input: PlanNode, tail = ''): PlanNode => ({
  kind: 'template',
  inputs: [input],
  pieces: [head, tail],
});

const shared = (name: string, input: PlanNode): PlanNode => ({
  kind: 'shared',
  name,
  input,
});

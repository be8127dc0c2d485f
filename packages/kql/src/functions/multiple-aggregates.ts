import type { ColumnInfo, KqlType } from '@casebook/core';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanColumn } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { computed, type Computed } from '../plan/shape';
import { orderSql } from '../sql/emit';
import { nullSql, quoteId } from '../sql/quote-sql';
import { anyValue } from './any-value';
import { percentages, percentileOf, weightedPercentile } from './percentile-aggregates';

/** The aggregates that give several columns. */
export const MULTIPLE_AGGREGATES = [
  'arg_max',
  'arg_min',
  'argmax',
  'argmin',
  'take_any',
  'any',
  'percentiles',
  'percentilesw',
] as const;

/** Translates an aggregate that gives several columns; nothing for the others. */
export function multipleAggregate(
  node: SyntaxNode,
  names: readonly string[],
  bound: readonly ColumnInfo[],
  keys: readonly Computed[],
  scope: Scope,
): readonly Computed[] | undefined {
  if (node.kind !== 'FunctionCallExpression') return undefined;
  const name = node.must('Name').simpleName;
  const args = node.must('ArgumentList').items('Expressions');
  const context = { args, names, bound, keys, scope };
  if (/^arg_?(max|min)$/.test(name)) return extremes(name.endsWith('max') ? 'arg_max' : 'arg_min', context);
  if (name === 'take_any' || name === 'any') return any(context);
  if (name === 'percentiles') return percentiles(context);
  return name === 'percentilesw' ? weighted(context) : undefined;
}

interface Context {
  readonly args: readonly SyntaxNode[];
  readonly names: readonly string[];
  readonly bound: readonly ColumnInfo[];
  readonly keys: readonly Computed[];
  readonly scope: Scope;
}

function extremes(name: 'arg_max' | 'arg_min', context: Context): readonly Computed[] {
  const { args, scope } = context;
  const [by, ...rest] = args;
  if (!by) return [];
  const key = scope.compilation.scalar(by, scope);
  if (key.type === 'dynamic') return refuse(`${name} by a dynamic value`, by, scope);
  const values = expanded(rest, context, key.column);
  const whole = extremeRow(name, [key, ...values.map(({ value }) => value)], key);
  const pick = ({ type }: Scalar, index: number): Scalar => ({ type, sql: `${whole}.v${index}` });
  return naming(
    [key, ...values.map(({ value }) => value)].map(pick),
    ['', ...values.map(({ name: own }) => own)],
    context,
  );
}

/** The values of the row with the extreme key as one structure; of any row where no row has a key. */
function extremeRow(name: 'arg_max' | 'arg_min', values: readonly Scalar[], { type, sql }: Scalar): string {
  const row = `struct_pack(${values.map((value, index) => `v${index} := ${value.sql}`).join(', ')})`;
  if (type === 'datetime') {
    const last = name === 'arg_max' ? '-1' : '9223372036854775807';
    return `${name}(${row}, coalesce(${sql}, ${last}))`;
  }
  const rank = type === 'string' ? `nullif(${sql}, '')` : sql;
  const found = `coalesce(${name}(${row}, ${rank}), any_value(${row}))`;
  return name === 'arg_min' ? unlessDoubtful(type, sql, found) : found;
}

/** No page says whether an empty text or NaN is less than other values. */
function unlessDoubtful(type: KqlType, sql: string, found: string): string {
  const odd = { string: `${sql} = ''`, real: `isnan(${sql})` }[type as string];
  return odd === undefined
    ? found
    : `CASE WHEN bool_or(${odd}) AND bool_or(NOT ${odd}) THEN error('unsupported arg_min of empty texts or NaN among others') ELSE ${found} END`;
}

function any(context: Context): readonly Computed[] {
  const values = expanded(context.args, context, undefined);
  const single = context.args.length === 1 && context.args[0]?.kind !== 'StarExpression';
  const order = context.scope.row?.order ?? [];
  const inOrder = order.length > 0 ? ` ORDER BY ${orderSql(order)}` : '';
  const pick = ({ type, sql }: Scalar): Scalar =>
    single ? anyValue({ type, sql }, inOrder) : { type, sql: `first(${sql}${inOrder})` };
  return naming(
    values.map(({ value }) => pick(value)),
    values.map(({ name }) => name),
    context,
  ).map((item) =>
    item.type === 'string' ? { ...item, sql: `coalesce(${item.sql}, ${nullSql('string')})` } : item,
  );
}

function percentiles(context: Context): readonly Computed[] {
  const { args, scope } = context;
  const [of, ...shares] = args;
  if (!of) return [];
  const value = scope.compilation.scalar(of, scope);
  return naming(
    percentages(shares, scope).map((share) => percentileOf(value, share, of, scope)),
    [],
    context,
  );
}

function weighted(context: Context): readonly Computed[] {
  const { args, scope } = context;
  const [of, by, ...shares] = args;
  if (!of || !by) return [];
  const value = scope.compilation.scalar(of, scope);
  const weight = scope.compilation.scalar(by, scope);
  return naming(
    percentages(shares, scope).map((share) => weightedPercentile(value, weight, share, of, scope)),
    [],
    context,
  );
}

interface Given {
  readonly name: string;
  readonly value: Scalar;
}

function expanded(args: readonly SyntaxNode[], context: Context, key: string | undefined): readonly Given[] {
  const { scope, keys } = context;
  const grouped = new Set(keys.map(({ sql }) => sql));
  return args.flatMap((arg): readonly Given[] => {
    if (arg.kind !== 'StarExpression') {
      const inner = arg.kind === 'SimpleNamedExpression' ? arg.must('Expression') : arg;
      const name = arg.kind === 'SimpleNamedExpression' ? arg.must('Name').simpleName : '';
      return [{ name, value: scope.compilation.scalar(inner, scope) }];
    }
    const columns = (scope.row?.columns ?? []).filter(({ id }) => !grouped.has(quoteId(id)) && id !== key);
    return columns.map((column) => ({ name: column.name, value: reference(column) }));
  });
}

const reference = ({ type, id }: PlanColumn): Scalar => ({ type, sql: quoteId(id), column: id });

function naming(
  values: readonly Scalar[],
  own: readonly string[],
  { names, bound }: Context,
): readonly Computed[] {
  const boundName = (index: number, { type }: Scalar): string | undefined => {
    const name = own[index];
    if (name && bound.some((column) => column.name === name && column.type === type)) return name;
    return bound[index]?.type === type ? bound[index].name : name;
  };
  return values.map((value, index) =>
    computed(names[index] ?? boundName(index, value) ?? `Column${index}`, value),
  );
}

import type { ColumnInfo } from '@casebook/core';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanColumn } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { computed, type Computed } from '../plan/shape';
import { nullSql, quoteId } from '../sql/quote-sql';

/** The aggregates that give several columns. */
export const MULTIPLE_AGGREGATES = ['arg_max', 'arg_min', 'take_any', 'any', 'percentiles'] as const;

/** Translates an aggregate that gives several columns; nothing for the others. */
export function multipleAggregate(
  node: SyntaxNode,
  names: readonly string[],
  bound: readonly ColumnInfo[],
  before: readonly Computed[],
  scope: Scope,
): readonly Computed[] | undefined {
  if (node.kind !== 'FunctionCallExpression') return undefined;
  const name = node.must('Name').simpleName;
  const args = node.must('ArgumentList').items('Expressions');
  const context = { args, names, bound, before, scope };
  if (name === 'arg_max' || name === 'arg_min') return extremes(name, context);
  if (name === 'take_any' || name === 'any') return any(context);
  return name === 'percentiles' ? percentiles(context) : undefined;
}

interface Context {
  readonly args: readonly SyntaxNode[];
  readonly names: readonly string[];
  readonly bound: readonly ColumnInfo[];
  readonly before: readonly Computed[];
  readonly scope: Scope;
}

function extremes(name: 'arg_max' | 'arg_min', context: Context): readonly Computed[] {
  const { args, scope } = context;
  const [by, ...rest] = args;
  if (!by) return [];
  const key = scope.compilation.scalar(by, scope);
  if (key.type === 'dynamic') return refuse(`${name} by a dynamic value`, by, scope);
  const rank = key.type === 'string' ? `nullif(${key.sql}, '')` : key.sql;
  const pick = ({ type, sql }: Scalar): Scalar => ({
    type,
    sql: `coalesce(${name}(struct_pack(v := ${sql}), ${rank}), any_value(struct_pack(v := ${sql}))).v`,
  });
  const values = expanded(rest, context, key.column);
  return naming(
    [pick(key), ...values.map(({ value }) => pick(value))],
    ['', ...values.map(({ name: own }) => own)],
    context,
  );
}

function any(context: Context): readonly Computed[] {
  const values = expanded(context.args, context, undefined);
  const pick = ({ type, sql }: Scalar): Scalar => ({
    type,
    sql: `first(${sql})`,
  });
  return naming(
    values.map(({ value }) => pick(value)),
    values.map(({ name }) => name),
    context,
  ).map((item) =>
    item.type === 'string' ? { ...item, sql: `coalesce(${item.sql}, ${nullSql('string')})` } : item,
  );
}

function percentiles(context: Context): readonly Computed[] {
  const [of, ...shares] = context.args;
  if (!of) return [];
  const { type, sql } = context.scope.compilation.scalar(of, context.scope);
  if (type === 'dynamic' || type === 'string') return refuse(`percentiles of a ${type}`, of, context.scope);
  const values = shares.map((share): Scalar => {
    const { constant } = context.scope.compilation.scalar(share, context.scope);
    if (typeof constant !== 'bigint' && typeof constant !== 'number')
      return refuse('percentile that is not a constant', share, context.scope);
    return { type, sql: `quantile_disc(${sql}, ${Number(constant) / 100})` };
  });
  return naming(values, [], context);
}

interface Given {
  readonly name: string;
  readonly value: Scalar;
}

function expanded(args: readonly SyntaxNode[], context: Context, key: string | undefined): readonly Given[] {
  const { scope, before } = context;
  const grouped = new Set(before.map(({ name }) => name));
  return args.flatMap((arg): readonly Given[] => {
    if (arg.kind !== 'StarExpression') {
      const inner = arg.kind === 'SimpleNamedExpression' ? arg.must('Expression') : arg;
      const name = arg.kind === 'SimpleNamedExpression' ? arg.must('Name').simpleName : '';
      return [{ name, value: scope.compilation.scalar(inner, scope) }];
    }
    const columns = (scope.row?.columns ?? []).filter(({ name, id }) => !grouped.has(name) && id !== key);
    return columns.map((column) => ({ name: column.name, value: reference(column) }));
  });
}

const reference = ({ type, id }: PlanColumn): Scalar => ({ type, sql: quoteId(id), column: id });

function naming(
  values: readonly Scalar[],
  own: readonly string[],
  { names, bound }: Context,
): readonly Computed[] {
  return values.map((value, index) =>
    computed(names[index] ?? (own[index] || bound[index]?.name) ?? `Column${index}`, value),
  );
}

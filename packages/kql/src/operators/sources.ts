import type { ColumnInfo } from '@casebook/core';
import { convert } from '../functions/convert';
import { kqlTypeNamed } from '../parser/kql-type-of';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanNode, Relation } from '../plan/relation';
import { outsideRows, type Scope } from '../plan/scope';
import { STORAGE } from '../contract/storage-types';
import { computed, planColumns } from '../plan/shape';
import { nullSql, quoteId } from '../sql/quote-sql';
import { named } from './named-expression';
import type { Source } from './operator';
import { tupleItems } from './tuple-items';

const outside = outsideRows;

/** `datatable`. */
export const dataTable: Source = (node, scope) => {
  const declared = node
    .must('Schema')
    .items('Columns')
    .map((column): ColumnInfo => {
      const name = column.must('Name').simpleName;
      const type = kqlTypeNamed(column.must('Type').text);
      return { name, type: type ?? refuse(`type of column ${name}`, column, scope) };
    });
  const columns = planColumns(declared, scope);
  const cells = node.items('Values').map((value, index) => {
    const type = declared[index % declared.length]?.type ?? 'dynamic';
    const scalar = scope.compilation.scalar(value, outside(scope));
    return (convert(scalar, type, scope) ?? refuse(`${scalar.type} in a column of ${type}`, value, scope))
      .sql;
  });
  const ordinal = scope.compilation.names.fresh('row');
  const order = [{ id: ordinal, descending: false, nullsFirst: false }];
  if (cells.length === 0 || columns.length === 0) {
    const items = [...columns.map(({ id, type }) => ({ id, sql: nullSql(type) })), { id: ordinal, sql: '0' }];
    return { node: { kind: 'empty', items }, columns, order };
  }
  const rows = Array.from({ length: cells.length / columns.length }, (_, row) => [
    ...cells.slice(row * columns.length, (row + 1) * columns.length),
    String(row),
  ]);
  return { node: { kind: 'values', ids: [...columns.map(({ id }) => id), ordinal], rows }, columns, order };
};

/** `print`. */
export const printOperator: Source = (node, scope) => {
  const names = node.columns.map(({ name }) => name);
  let at = -1;
  const items = node.items('Expressions').flatMap((item) => {
    const several = tupleItems(item, outside(scope), (position) => names[at + 1 + position], false);
    at += several?.length ?? 1;
    if (several) return several;
    const { names: given, expression } = named(item);
    const name = given[0] ?? names[at] ?? `print_${at}`;
    return [computed(name, scope.compilation.scalar(expression, outside(scope)))];
  });
  const columns = planColumns(items, scope);
  const row = items.map(({ sql }) => sql);
  const plan: PlanNode = { kind: 'values', ids: columns.map(({ id }) => id), rows: [row] };
  return { node: plan, columns, order: [], serialized: true };
};

/** `range … from … to … step …`. */
export const rangeOperator: Source = (node, scope) => {
  const type = node.columns[0]?.type ?? 'long';
  if (type === 'decimal') return refuse('range of decimals', node, scope);
  const part = (name: string): string => {
    const value = scope.compilation.scalar(node.must(name), outside(scope));
    const as = name === 'Step' && type === 'datetime' ? 'timespan' : type;
    return (convert(value, as, scope) ?? refuse(`range of ${value.type}`, node, scope)).sql;
  };
  const [from, to, step] = [part('From'), part('To'), part('Step')];
  const columns = planColumns([{ name: node.must('Name').simpleName, type }], scope);
  const id = columns[0]?.id ?? '';
  const series = type === 'real' ? realSeries(from, to, step) : `generate_series(${from}, ${to}, ${step})`;
  const numbers = `CASE WHEN (${step} <> 0 AND ${from} <= ${to}) IS NULL OR ${step} = 0 THEN error('unsupported range: its ends must not be null, nor its step 0') ELSE ${series} END`;
  const cast = type === 'int' ? `CAST(unnest(${numbers}) AS INTEGER)` : `unnest(${numbers})`;
  const streamed =
    type !== 'real' &&
    [from, to, step].every((sql) => /^\(?-?\d+\)?(::\w+)?$/.test(sql)) &&
    !/^0\b/.test(step);
  const rows = streamed
    ? `SELECT CAST(n AS ${STORAGE[type]}) AS ${quoteId(id)} FROM generate_series(${from}, ${to}, ${step}) AS s(n)`
    : `SELECT ${cast} AS ${quoteId(id)}`;
  return { node: { kind: 'template', inputs: [], pieces: [rows] }, columns, order: [], serialized: true };
};

/** Where rounding decides whether the end is reached, no page says how it is rounded. */
const realSeries = (from: string, to: string, step: string): string => {
  const steps = `(${to} - ${from}) / ${step}`;
  const numbers = `list_transform(generate_series(0, CAST(floor(${steps}) AS BIGINT)), lambda i: ${from} + ${step} * i)`;
  return `CASE WHEN floor(${steps} + 1e-9) <> floor(${steps}) THEN error('unsupported range: rounding decides where it ends') ELSE ${numbers} END`;
};

/** The rows that a tabular function or subquery without a source of its own reads. */
export function currentSource(node: SyntaxNode, scope: Scope): Relation {
  return scope.source ?? refuse('operator without a source', node, scope);
}

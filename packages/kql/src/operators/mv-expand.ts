import type { KqlType } from '@casebook/core';
import { argumentsOf } from '../expressions/calls';
import { convert } from '../functions/convert';
import { once } from '../functions/once';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanNode, Relation, SelectItem } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { kept, project, withColumn, type Computed } from '../plan/shape';
import { quoteId } from '../sql/quote-sql';
import { typeOfName } from '../expressions/literals';
import { named } from './named-expression';
import { parameter, type Operator } from './operator';

/** `mv-expand`. */
export const mvExpandOperator: Operator = (node, input, scope) => {
  const pairs = /array/i.test(parameter(node, 'kind') ?? parameter(node, 'bagexpansion') ?? '');
  const limit = node.part('RowLimitClause')?.must('RowLimit');
  const legacy = node.children[0]?.text === 'mvexpand' ? { limit: String(MOST_OF_MVEXPAND) } : {};
  return expand(node, input, scope, {
    pairs,
    ...(limit ? { limit: expansionLimit(limit, scope) } : legacy),
  });
};

/** The row limit of `mv-expand` and `mv-apply`: at least one. */
export function expansionLimit(limit: SyntaxNode, scope: Scope): string {
  const { sql, constant } = scope.compilation.scalar(limit, scope);
  return typeof constant === 'bigint' && constant < 1n ? refuse('row limit below 1', limit, scope) : sql;
}

/** The rows that the legacy spelling `mvexpand` makes of one row where it says no limit. */
const MOST_OF_MVEXPAND = 128;

interface Expansion {
  readonly pairs: boolean;
  readonly limit?: string;
}

interface List {
  readonly name: string;
  readonly type: KqlType;
  readonly sql: string;
  readonly id: string;
}

/** Gives one row for each item of the lists of a row, side by side; an item's column takes the list's place. */
export function expand(
  node: SyntaxNode,
  input: Relation,
  scope: Scope,
  { pairs, limit }: Expansion,
): Relation {
  const lists = listsOf(node, input, pairs, scope);
  const index = scope.compilation.names.fresh('item');
  const values = lists.map(({ id }) => ({ id: scope.compilation.names.fresh('value'), sql: quoteId(id) }));
  const size = lists.map(({ id }) => `len(${quoteId(id)})`);
  const plan: PlanNode = {
    kind: 'expand',
    input: {
      kind: 'select',
      input: input.node,
      items: [EVERYTHING, ...lists.map(({ id, sql }) => ({ id, sql }))],
    },
    lists: [...values, { id: index, sql: `range(greatest(${size.join(', ')}))` }],
    index,
    ...(limit === undefined ? {} : { limit }),
    items: [EVERYTHING],
  };
  const items = lists.map(({ name, type }, at): Computed =>
    itemColumn(name, type, values[at]?.id ?? '', node, scope),
  );
  const counted = parameter(node, 'with_itemindex');
  const indexed =
    counted === undefined ? [] : [{ name: counted, type: 'long' as const, sql: quoteId(index) }];
  const expanded: Relation = { ...input, node: plan, order: placed(input, index) };
  return project(expanded, [...items, ...indexed].reduce(withColumn, input.columns.map(kept)), scope);
}

const EVERYTHING: SelectItem = { id: '*', sql: '*' };

function listsOf(node: SyntaxNode, input: Relation, pairs: boolean, scope: Scope): readonly List[] {
  const bound = node.columns.filter(({ name }) => !input.columns.some((column) => column.name === name));
  return node.items('Expressions').map((item) => {
    const { names: given, expression } = named(item.must('Expression'));
    const name =
      given[0] ??
      (expression.kind === 'NameReference' ? expression.simpleName : replaced(expression, node, input)) ??
      bound.shift()?.name;
    const typeOf = item.part('ToTypeOf')?.must('TypeOf');
    const value = scope.compilation.scalar(expression, scope);
    if (value.type !== 'dynamic') return refuse(`mv-expand of a ${value.type}`, item, scope);
    const type: KqlType = typeOf ? typeOfName(typeOf, scope) : 'dynamic';
    const id = scope.compilation.names.fresh('list');
    return { name: name ?? expression.text, type, sql: itemsSql(value.sql, pairs, type === 'string'), id };
  });
}

/** The column that a call such as `parse_json(Column)` takes its name from, and the place of. */
function replaced(expression: SyntaxNode, node: SyntaxNode, input: Relation): string | undefined {
  if (expression.kind !== 'FunctionCallExpression') return undefined;
  const [first] = argumentsOf(expression);
  const before =
    first?.kind === 'NameReference' && input.columns.find(({ name }) => name === first.simpleName);
  if (!before) return undefined;
  const after = node.columns.find(({ name }) => name === before.name);
  const same = node.columns.length === input.columns.length;
  return same || after?.type !== before.type ? before.name : undefined;
}

function itemColumn(name: string, type: KqlType, id: string, node: SyntaxNode, scope: Scope): Computed {
  if (type === 'string') return { name, type, sql: `coalesce(${quoteId(id)}, '')` };
  const value: Scalar = { type: 'dynamic', sql: `nullif(${quoteId(id)}, 'null')` };
  const { sql } = convert(value, type, scope) ?? refuse(`mv-expand to ${type}`, node, scope);
  return { name, type, sql: unlessText(value.sql, type, sql) };
}

const placed = (input: Relation, index: string): Relation['order'] =>
  input.order.length === 0 ? [] : [...input.order, { id: index, descending: false, nullsFirst: false }];

/**
 * The items of a dynamic value: those of an array, the members of a bag, or the value itself. They are JSON texts, or
 * what they are as strings where those are asked for, with null for null.
 */
export function itemsSql(value: string, pairs: boolean, strings = false): string {
  const [open, between, close] = pairs ? ['[', ',', ']'] : ['{', ':', '}'];
  const member = (j: string): string =>
    `'${open}' || CAST(to_json(k) AS VARCHAR) || '${between}' || CAST(json_extract(${j}, '/' || replace(replace(k, '~', '~0'), '/', '~1')) AS VARCHAR) || '${close}'`;
  const [items, whole] = strings
    ? [(j: string) => `json_extract_string(${j}, '$[*]')`, (j: string) => `json_extract_string(${j}, '$')`]
    : [(j: string) => `CAST(json_extract(${j}, '$[*]') AS VARCHAR[])`, (j: string) => j];
  const list = (j: string): string =>
    `CASE json_type(${j}) WHEN 'ARRAY' THEN ${items(j)} ` +
    `WHEN 'OBJECT' THEN list_transform(json_keys(${j}), lambda k: ${member(j)}) ELSE [${whole(j)}] END`;
  return once([value], list);
}

/** By its page `to typeof` casts and never reads text; a text or truth that reads as a number would show the difference. */
function unlessText(item: string, type: KqlType, cast: string): string {
  if (!['int', 'long', 'real', 'decimal', 'bool'].includes(type)) return cast;
  const other =
    type === 'bool' ? `json_type(${item}) <> 'BOOLEAN'` : `json_type(${item}) IN ('VARCHAR', 'BOOLEAN')`;
  const special = type === 'real' ? ` AND NOT isnan(${cast}) AND NOT isinf(${cast})` : '';
  const what = `unsupported mv-expand to typeof(${type}) of other values: convert them with to${type}`;
  return `CASE WHEN ${other} AND ${cast} IS NOT NULL${special} THEN error('${what}') ELSE ${cast} END`;
}

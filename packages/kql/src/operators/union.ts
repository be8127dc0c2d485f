import { CasebookError, type KqlType } from '@casebook/core';
import { positionOf } from '../parser/position';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanNode, Relation, SelectItem } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { UnresolvedTable } from '../plan/unresolved-table';
import { planColumns } from '../plan/shape';
import { orderSql } from '../sql/emit';
import { nullSql, quoteId, quoteText } from '../sql/quote-sql';
import { parameter, type Operator, type Source } from './operator';
import { partsOf, type Part } from './parts';

interface Output {
  readonly name: string;
  readonly source: string;
  readonly type: KqlType;
}

/** `union` at the head of a pipe. */
export const unionSource: Source = (node, scope) => united(parts(node, 0, scope), manner(node), node, scope);

/** `| union`. */
export const unionOperator: Operator = (node, input, scope) =>
  united(
    [{ name: input.label ?? 'union_arg0', relation: input }, ...parts(node, 1, scope)],
    manner(node),
    node,
    scope,
  );

interface Manner {
  /** The name of a column that tells where a row comes from. */
  readonly withSource?: string | undefined;
  /** Whether only the columns that all tables have are kept. */
  readonly inner?: boolean;
}

const manner = (node: SyntaxNode): Manner => ({
  withSource: parameter(node, 'withsource') ?? parameter(node, 'with_source'),
  inner: parameter(node, 'kind')?.toLowerCase() === 'inner',
});

function parts(node: SyntaxNode, offset: number, scope: Scope): readonly Part[] {
  const fuzzy = parameter(node, 'isfuzzy')?.toLowerCase() === 'true';
  return partsOf(node.items('Expressions'), { prefix: 'union_arg', offset, fuzzy }, scope);
}

/** Puts tables one after another; columns of one name and type become one. */
export function united(
  all: readonly Part[],
  { withSource, inner }: Manner,
  node: SyntaxNode,
  scope: Scope,
): Relation {
  if (all.length === 0) return nothingToUnite(node, scope);
  const unsure =
    scope.compilation.aliases.size > 0 && all.some(({ relation }) => relation.label === undefined);
  if (withSource !== undefined && unsure) refuse('withsource beside `as`', node, scope);
  const outputs = outputColumns(all, inner === true);
  if (outputs.some(({ name }) => name === withSource))
    refuse(`withsource onto an existing column: ${withSource}`, node, scope);
  const declared = [
    ...(withSource === undefined ? [] : [{ name: withSource, type: 'string' as const }]),
    ...outputs,
  ];
  const columns = planColumns(declared, scope);
  const placed = all.some(({ relation }) => relation.order.length > 0);
  const [branch, place] = [scope.compilation.names.fresh('row'), scope.compilation.names.fresh('row')];
  const inputs = all.map(({ name, relation }, index): PlanNode => {
    const values = outputs.map(({ source, type }) => valueOf(relation, source, type));
    const row = [...(withSource === undefined ? [] : [quoteText(name)]), ...values];
    const items: SelectItem[] = row.map((sql, at) => ({ id: columns[at]?.id ?? '', sql }));
    const over = relation.order.length > 0 ? `ORDER BY ${orderSql(relation.order)}` : '';
    const numbers = [
      { id: branch, sql: String(index) },
      { id: place, sql: `row_number() OVER (${over})` },
    ];
    return { kind: 'select', input: relation.node, items: placed ? [...items, ...numbers] : items };
  });
  const order = [branch, place].map((id) => ({ id, descending: false, nullsFirst: false }));
  return { node: { kind: 'union', inputs }, columns, order: placed ? order : [] };
}

/** Kusto refuses a union none of whose tables is there; a fuzzy one names them. */
function nothingToUnite(node: SyntaxNode, scope: Scope): never {
  if (parameter(node, 'isfuzzy')?.toLowerCase() !== 'true') return refuse('union of nothing', node, scope);
  const { text } = scope.compilation;
  const names = node.items('Expressions').map((item) => item.text.replace(/\s+/g, ' ').slice(0, 40));
  if (scope.fuzzy) throw new UnresolvedTable(names.join(', '));
  throw new CasebookError('KqlSyntax', `none of the tables of the union is there: ${names.join(', ')}`, {
    ...(text.includes(node.text) ? { position: positionOf(text, text.indexOf(node.text), node.length) } : {}),
    help: 'Load one of them: a file or folder called after the table, or casebook.yaml.',
    query: text,
  });
}

function outputColumns(all: readonly Part[], inner: boolean): readonly Output[] {
  const found: { readonly source: string; readonly type: KqlType }[] = [];
  for (const { relation } of all) {
    for (const { name, type } of relation.columns) {
      if (!found.some((one) => one.source === name && one.type === type)) found.push({ source: name, type });
    }
  }
  const has = ({ relation }: Part, one: { source: string; type: KqlType }): boolean =>
    relation.columns.some(({ name, type }) => name === one.source && type === one.type);
  const chosen = inner ? found.filter((one) => all.every((part) => has(part, one))) : found;
  const ambiguous = (source: string): boolean => chosen.filter((one) => one.source === source).length > 1;
  const plain = new Set(chosen.map(({ source }) => source).filter((source) => !ambiguous(source)));
  return chosen.map((one) => ({
    ...one,
    name: ambiguous(one.source) ? free(`${one.source}_${one.type}`, plain) : one.source,
  }));
}

/** The name itself, or with the first number that makes it new. */
function free(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let count = 1; taken.has(candidate); count++) candidate = `${name}${count}`;
  return candidate;
}

function valueOf(relation: Relation, source: string, type: KqlType): string {
  const column = relation.columns.find((one) => one.name === source && one.type === type);
  return column ? quoteId(column.id) : nullSql(type);
}

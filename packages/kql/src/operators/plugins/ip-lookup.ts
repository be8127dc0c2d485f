import type { ColumnInfo } from '@casebook/core';
import { argumentsOf } from '../../expressions/calls';
import { hostCall } from '../../functions/host-function';
import type { SyntaxNode } from '../../parser/syntax-node';
import { refuse } from '../../plan/refusal';
import type { PlanColumn, PlanNode, Relation } from '../../plan/relation';
import type { Scope } from '../../plan/scope';
import { planColumns } from '../../plan/shape';
import { quoteId } from '../../sql/quote-sql';
import { maskedIpv6, readIpv6, type Ipv6 } from '../../values/ipv6';
import { readIpv4 } from '../../values/ipv4';
import type { Operator } from '../operator';

type Family = 4 | 6;

interface Lookup {
  readonly table: Relation;
  readonly source: PlanColumn;
  readonly network: PlanColumn;
  /** Columns of both sides that must be equal. */
  readonly extra: readonly (readonly [PlanColumn, PlanColumn])[];
  readonly keepsUnmatched: boolean;
}

/**
 * `evaluate ipv4_lookup(…)` and `ipv6_lookup(…)`: the rows of a table with those whose network holds their address.
 * The columns of the source come first for IPv4 and last for IPv6, as Kusto answers. Addresses become comparable text,
 * networks the text of their first and last address, so that DuckDB joins by range.
 */
export function ipLookup(family: Family): Operator {
  return (node, input, scope) => {
    const call = node.must('FunctionCall');
    const lookup = lookupOf(call, input, scope);
    const { table, source, network, extra } = lookup;
    const [at, low, high] = ['at', 'low', 'high'].map((name) => scope.compilation.names.fresh(name));
    if (!at || !low || !high) return refuse('lookup', call, scope);
    const address = (edge: Edge, column: PlanColumn): string => edgeSql(family, edge, column, scope);
    const left = withItems(input, [{ id: at, sql: address('at', source) }]);
    const right = withItems(table, [
      { id: low, sql: address('low', network) },
      { id: high, sql: address('high', network) },
    ]);
    const same = extra.map(([a, b]) => ` AND l.${quoteId(a.id)} IS NOT DISTINCT FROM r.${quoteId(b.id)}`);
    const condition = `l.${quoteId(at)} BETWEEN r.${quoteId(low)} AND r.${quoteId(high)}${same.join('')}`;
    return joined(lookup, { family, input, left, right, condition }, node, scope);
  };
}

function lookupOf(call: SyntaxNode, input: Relation, scope: Scope): Lookup {
  const [tableNode, ...args] = argumentsOf(call);
  if (!tableNode) return refuse('lookup without a table', call, scope);
  const { compilation, bindings } = scope;
  const table = compilation.relation(tableNode, { compilation, bindings });
  const isColumn = ({ symbolKind }: SyntaxNode): boolean => symbolKind === 'ColumnSymbol';
  const flag = args.find((arg) => !isColumn(arg));
  const keepsUnmatched = flag ? compilation.scalar(flag, { compilation, bindings }).constant : false;
  if (typeof keepsUnmatched !== 'boolean') return refuse('lookup with these arguments', call, scope);
  const find = ({ columns }: Relation, name: string | undefined): PlanColumn =>
    columns.find((column) => column.name === name) ?? refuse(`lookup by ${name ?? 'nothing'}`, call, scope);
  const [source, network, ...extra] = args.filter(isColumn).map(({ simpleName }) => simpleName);
  return {
    table,
    source: find(input, source),
    network: find(table, network),
    extra: extra.map((name) => [find(input, name), find(table, name)] as const),
    keepsUnmatched,
  };
}

const withItems = ({ node, columns }: Relation, more: readonly { id: string; sql: string }[]): PlanNode => ({
  kind: 'select',
  input: node,
  items: [...columns.map(({ id }) => ({ id, sql: quoteId(id) })), ...more],
});

interface Sides {
  readonly family: Family;
  readonly input: Relation;
  readonly left: PlanNode;
  readonly right: PlanNode;
  readonly condition: string;
}

function joined(
  { table, extra, keepsUnmatched }: Lookup,
  { family, input, left, right, condition }: Sides,
  node: SyntaxNode,
  scope: Scope,
): Relation {
  const added = table.columns.filter((column) => !extra.some(([, other]) => other === column));
  const clash = added.find(({ name }) => input.columns.some((column) => column.name === name));
  if (clash) return refuse(`lookup with a column of both sides: ${clash.name}`, node, scope);
  const own = input.columns.map((column) => ({ column, sql: `l.${quoteId(column.id)}` }));
  const found = added.map((column) => {
    const sql = `r.${quoteId(column.id)}`;
    return { column, sql: keepsUnmatched && column.type === 'string' ? `coalesce(${sql}, '')` : sql };
  });
  const all = family === 4 ? [...own, ...found] : [...found, ...own];
  const columns = planColumns(
    all.map(({ column }): ColumnInfo => column),
    scope,
  );
  const items = all.map(({ sql }, index) => ({ id: columns[index]?.id ?? '', sql }));
  return {
    node: { kind: 'join', type: keepsUnmatched ? 'LEFT' : 'INNER', left, right, condition, items },
    columns,
    order: [],
  };
}

type Edge = 'at' | 'low' | 'high';

function edgeSql(family: Family, edge: Edge, column: PlanColumn, scope: Scope): string {
  const name = `ipv${family}_${edge}`;
  const call = (text: string): string | null => edgeOf(family, edge, text);
  const sql = hostCall({ name, takes: ['string'], gives: 'guid', call }, [quoteId(column.id)], scope);
  return column.type === 'string' ? sql : 'NULL';
}

/** An address, or the first or last of a network, as text that sorts like the number; null where it is malformed. */
function edgeOf(family: Family, edge: Edge, text: string): string | null {
  const ip = family === 4 ? mapped(text) : readIpv6(text);
  if (!ip) return null;
  if (ip.embedded || (edge === 'at' && ip.prefix < 128n))
    throw new RangeError('unsupported lookup of an address with a prefix');
  const low = maskedIpv6(ip.address, ip.prefix);
  const value = edge === 'high' ? low + (1n << (128n - ip.prefix)) - 1n : low;
  return value.toString(16).padStart(32, '0');
}

const mapped = (text: string): Ipv6 | undefined => (readIpv4(text) ? readIpv6(text) : undefined);

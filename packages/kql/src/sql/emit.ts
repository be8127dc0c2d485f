import type { PlanNode, SelectItem, SortTerm } from '../plan/relation';
import { readersOf } from '../plan/readers-of';
import { pushTimeBounds } from '../plan/push-time-bounds';
import { pruneColumns, type Wanted } from '../plan/prune-columns';
import type { Scan } from '../plan/table-reads';
import { SUBQUERY_MARKS } from '../plan/subquery';
import { quoteId } from './quote-sql';

/** What one emission knows: the shared parts so far, how often each is read, and the subqueries of expressions. */
interface Shared {
  readonly parts: Map<string, string>;
  readonly readers: ReadonlyMap<string, number>;
  readonly subqueries: readonly PlanNode[];
  readonly scans: Scan[];
}

type Emitters = {
  readonly [K in PlanNode['kind']]: (node: Extract<PlanNode, { kind: K }>, shared: Shared) => string;
};

/**
 * The SQL of a plan, with its shared parts in front; `subqueries` are the plans that its expressions name by marks. Time
 * bounds go down to the scans, and columns that nobody reads are left out, where `wanted` says which the reader takes;
 * what is scanned is added to `scans`.
 */
export function emitSql(
  node: PlanNode,
  subqueries: readonly PlanNode[] = [],
  wanted: Wanted = 'all',
  scans: Scan[] = [],
): string {
  const bounded = pushTimeBounds([node, ...subqueries]);
  const [root, ...others] = pruneColumns(
    bounded.map((one, index) => ({ node: one, ask: index === 0 ? wanted : 'all' })),
  );
  const readers = readersOf([node, ...subqueries]);
  const shared: Shared = { parts: new Map(), readers, subqueries: others, scans };
  const body = emit(root ?? node, shared);
  return shared.parts.size === 0 ? body : `WITH ${[...shared.parts.values()].join(',\n')}\n${body}`;
}

/** The keys of an ORDER BY. */
export const orderSql = (order: readonly SortTerm[]): string =>
  order
    .map(
      ({ id, descending, nullsFirst }) =>
        `${quoteId(id)} ${descending ? 'DESC' : 'ASC'} NULLS ${nullsFirst ? 'FIRST' : 'LAST'}`,
    )
    .join(', ');

const itemSql = ({ id, sql }: SelectItem): string =>
  sql === quoteId(id) || sql === '*' ? sql : `${sql} AS ${quoteId(id)}`;

const list = (items: readonly SelectItem[]): string =>
  items.length === 0 ? '1 AS "~none"' : items.map(itemSql).join(', ');

const from = (node: PlanNode, shared: Shared): string => `FROM (${emit(node, shared)})`;

const EMITTERS: Emitters = {
  scan: (scan, { scans }) => {
    const { relation, items, bounds } = scan;
    scans.push(scan);
    return `SELECT ${list(items)} FROM ${quoteId(relation)}${where(bounds)}`;
  },
  values: ({ ids, rows }) =>
    `SELECT * FROM (VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')}) AS v(${ids.map(quoteId).join(', ')})`,
  empty: ({ items }) => `SELECT ${list(items)} WHERE false`,
  select: ({ input, items }, shared) => `SELECT ${list(items)} ${from(input, shared)}`,
  filter: ({ input, condition }, shared) => `SELECT * ${from(input, shared)} WHERE ${condition}`,
  aggregate: ({ input, keys, items }, shared) =>
    `SELECT ${list([...keys, ...items])} ${from(input, shared)}` +
    (keys.length === 0 ? '' : ` GROUP BY ${keys.map((_, index) => index + 1).join(', ')}`),
  distinct: ({ input, ids, on, order }, shared) => {
    const keys = on ? ` ON (${on.join(', ')})` : '';
    const first = order?.length ? ` ORDER BY ${orderSql(order)}` : '';
    return `SELECT DISTINCT${keys} ${ids.map(quoteId).join(', ')} ${from(input, shared)}${first}`;
  },
  limit: ({ input, count, order }, shared) =>
    `SELECT * ${from(input, shared)}${order.length ? ` ORDER BY ${orderSql(order)}` : ''} LIMIT ${count}`,
  join: ({ type, left, right, condition, items }, shared) =>
    `SELECT ${list(items)} FROM (${emit(left, shared)}) AS l ${type} JOIN (${emit(right, shared)}) AS r` +
    (type === 'CROSS' ? '' : ` ON ${condition}`),
  union: ({ inputs }, shared) => inputs.map((input) => `(${emit(input, shared)})`).join(' UNION ALL '),
  expand: ({ input, lists, index, limit, items }, shared) => {
    const unnested = lists.map(({ id, sql }) => `unnest(${sql}) AS ${quoteId(id)}`).join(', ');
    const bound = limit === undefined ? '' : ` WHERE ${quoteId(index)} < ${limit}`;
    const inner = `SELECT *, ${unnested} ${from(input, shared)}`;
    return `SELECT ${list(items)} FROM (${inner})${bound}`;
  },
  shared: ({ name, input, materialized }, shared) => {
    if (shared.readers.get(name) === 1 && !materialized) return emit(input, shared);
    if (!shared.parts.has(name)) {
      const sql = emit(input, shared);
      shared.parts.set(name, `${quoteId(name)} AS MATERIALIZED (${sql})`);
    }
    return `SELECT * FROM ${quoteId(name)}`;
  },
  local: ({ input }, shared) => {
    const inside: Shared = { ...shared, parts: new Map([...shared.parts.keys()].map((name) => [name, ''])) };
    const body = emit(input, inside);
    const own = [...inside.parts.values()].filter(Boolean);
    return own.length === 0 ? body : `WITH ${own.join(', ')} ${body}`;
  },
  template: ({ inputs, pieces }, shared) =>
    pieces
      .map((piece, index) => {
        const input = inputs[index];
        return input ? `${piece}(${emit(input, shared)})` : piece;
      })
      .join(''),
};

function emit(node: PlanNode, shared: Shared): string {
  const emitter = EMITTERS[node.kind] as (node: PlanNode, shared: Shared) => string;
  const sql = emitter(node, shared);
  if (!sql.includes(String.fromCharCode(0))) return sql;
  return sql.replaceAll(SUBQUERY_MARKS, (_, index: string) => {
    const subquery = shared.subqueries[Number(index)];
    return subquery ? `(${emit(subquery, shared)})` : 'NULL';
  });
}

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;

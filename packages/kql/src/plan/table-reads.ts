import { DateTime } from '@casebook/core';
import type { Schema } from '../contract/schema';
import type { TableRead } from '../contract/table-read';
import type { PlanNode } from './relation';

/** A scan of a plan, as it is emitted. */
export type Scan = Extract<PlanNode, { kind: 'scan' }>;

/** What the scans of a plan read, by table; scans with the same bounds are one. */
export function tableReads(
  scans: readonly Scan[],
  { tables, watchlists = [] }: Schema,
): readonly TableRead[] {
  const found = new Map<string, TableRead>();
  for (const scan of scans) {
    const { relation, items } = scan;
    const bounds = boundsOf(scan);
    const table = [...tables, ...watchlists].find((one) => one.relation === relation);
    const key = JSON.stringify([relation, bounds]);
    const sqls = items.map(({ sql }) => sql).join(' ');
    const columns = (table?.columns ?? [])
      .filter(({ physical }) => sqls.includes(`"${physical.replaceAll('"', '""')}"`))
      .map(({ name }) => name);
    const before = found.get(key)?.columns ?? [];
    const all = (table?.columns ?? []).map(({ name }) => name);
    const merged = all.filter((name) => before.includes(name) || columns.includes(name));
    found.set(key, { table: table?.name ?? relation, columns: merged, bounds });
  }
  return [...found.values()];
}

const boundsOf = ({ times = [], bounds }: Scan): readonly string[] =>
  times.length === 0
    ? [...bounds]
    : [...new Set(times.map(({ column, operator, ticks }) => `${column} ${operator} ${momentOf(ticks)}`))];

function momentOf(ticks: bigint): string {
  try {
    return new DateTime(ticks).toString();
  } catch {
    return `${ticks} ticks`;
  }
}

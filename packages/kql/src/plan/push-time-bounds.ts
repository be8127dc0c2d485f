import { isExactBound, nativeBound } from '../sql/native-bound';
import { quoteId } from '../sql/quote-sql';
import { withInputs } from './plan-inputs';
import { rewritePlan, type Asked, type Down } from './rewrite-plan';
import type { ColumnBound, PlanNode } from './relation';

type Bounds = readonly ColumnBound[];

/**
 * Repeats the comparisons of time columns that filters know in the scans below them, in terms of the stored native
 * columns, so that they reach Parquet. They pass what keeps a column as it is: other filters, projections and renames,
 * keys of a group, unions, the preserved side of joins. A shared plan gets what all of its readers ask for.
 */
export const pushTimeBounds = (roots: readonly PlanNode[]): readonly PlanNode[] =>
  rewritePlan(
    roots.map((node): Asked<Bounds> => ({ node, ask: [] })),
    common,
    push,
  );

function push(node: PlanNode, bounds: Bounds, down: Down<Bounds>): PlanNode {
  switch (node.kind) {
    case 'filter': {
      const own = node.bounds ?? [];
      const input = down(node.input, [...bounds, ...own]);
      return node.whole && own.every((bound) => isHeldBelow(node.input, bound)) ? input : { ...node, input };
    }
    case 'scan': {
      const reached = bounds.flatMap(({ column, ...bound }) => {
        const native = Object.hasOwn(node.natives, column) ? node.natives[column] : undefined;
        return native ? nativeBound(native, bound) : [];
      });
      if (bounds.length === 0) return node;
      return { ...node, times: bounds, bounds: [...new Set([...node.bounds, ...reached])] };
    }
    case 'join':
      return {
        ...node,
        left: down(node.left, sideBounds(node, 'l', bounds)),
        right: down(node.right, sideBounds(node, 'r', bounds)),
      };
    default: {
      const below = passed(node, bounds);
      return withInputs(node, (input) => down(input, below));
    }
  }
}

/** Whether the scan below holds a bound exactly, so that the filter need not say it again. */
function isHeldBelow(node: PlanNode, bound: ColumnBound): boolean {
  if (node.kind === 'filter') return isHeldBelow(node.input, bound);
  if (node.kind === 'scan') {
    const native = Object.hasOwn(node.natives, bound.column) ? node.natives[bound.column] : undefined;
    return native !== undefined && isExactBound(native, bound);
  }
  if (node.kind !== 'select') return false;
  const [below] = passed(node, [bound]);
  return below !== undefined && isHeldBelow(node.input, below);
}

/** What of some bounds may go below an operator, in the names of its input. */
function passed(node: PlanNode, bounds: Bounds): Bounds {
  switch (node.kind) {
    case 'select':
      return node.items.some(({ sql }) => /\bOVER\b|\0/.test(sql)) ? [] : renamed(node.items, bounds);
    case 'aggregate':
      return renamed(node.keys, bounds);
    case 'distinct':
      return bounds.filter(({ column }) => node.on?.includes(quoteId(column)) ?? true);
    case 'union':
      return bounds;
    case 'expand':
      return bounds.filter(({ column }) => !node.lists.some(({ id }) => id === column));
    default:
      return [];
  }
}

type Items = Extract<PlanNode, { kind: 'select' }>['items'];

function renamed(items: Items, bounds: Bounds): Bounds {
  const everything = items.some(({ sql }) => sql === '*');
  return bounds.flatMap((bound) => {
    const item = items.find(({ id }) => id === bound.column);
    if (!item) return everything ? [bound] : [];
    const column = plainColumn(item.sql);
    return column === undefined ? [] : [{ ...bound, column }];
  });
}

/** The column that a quoted identifier names. */
const plainColumn = (sql: string): string | undefined =>
  /^"((?:[^"]|"")*)"$/.exec(sql)?.[1]?.replaceAll('""', '"');

const KEEPS: Readonly<Record<'l' | 'r', readonly string[]>> = {
  l: ['INNER', 'LEFT', 'SEMI', 'ANTI', 'CROSS'],
  r: ['INNER', 'RIGHT', 'CROSS'],
};

function sideBounds(
  { type, items }: Extract<PlanNode, { kind: 'join' }>,
  side: 'l' | 'r',
  bounds: Bounds,
): Bounds {
  if (!KEEPS[side].includes(type)) return [];
  const prefix = `${side}.`;
  const own = items.flatMap(({ id, sql }) =>
    sql === '*'
      ? side === 'l' && (type === 'SEMI' || type === 'ANTI')
        ? [{ id: '*', sql: '*' }]
        : []
      : sql.startsWith(prefix)
        ? [{ id, sql: sql.slice(prefix.length) }]
        : [],
  );
  return renamed(own, bounds);
}

/** The bounds that hold wherever one of two sets does: for each column and direction that both have, the wider. */
function common(one: Bounds, other: Bounds): Bounds {
  return (['lower', 'upper'] as const).flatMap((direction) =>
    [...new Set(one.map(({ column }) => column))].flatMap((column) => {
      const [a, b] = [one, other].map((bounds) => tightest(bounds, column, direction));
      if (!a || !b) return [];
      return [direction === 'lower' ? (a.ticks <= b.ticks ? a : b) : a.ticks >= b.ticks ? a : b];
    }),
  );
}

/** The tightest bound of a column in a direction, as one that includes its moment. */
function tightest(bounds: Bounds, column: string, direction: 'lower' | 'upper'): ColumnBound | undefined {
  const lower = direction === 'lower';
  const ticks = bounds
    .filter((bound) => bound.column === column)
    .filter(({ operator }) => operator === '=' || operator.startsWith(lower ? '>' : '<'))
    .map((bound) => bound.ticks);
  if (ticks.length === 0) return undefined;
  const best = ticks.reduce((a, b) => (lower === a > b ? a : b));
  return { column, operator: lower ? '>=' : '<=', ticks: best };
}

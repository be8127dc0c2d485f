import { refuse } from '../../plan/refusal';
import type { PlanColumn } from '../../plan/relation';
import { quoteId } from '../../sql/quote-sql';
import type { Operator } from '../operator';
import { listed, partition, Timeline, unless, whole, windowOf } from './timeline';

interface Activity {
  readonly id: string;
  readonly time: PlanColumn;
  readonly start: bigint;
  readonly end: bigint;
  readonly window: bigint;
  readonly dims: readonly PlanColumn[];
}

/** The rows between start and end, each with the number of its window. */
const rows = (from: string, { id, time, start, end, window, dims }: Activity): string =>
  `SELECT ${listed(dims)}${id} AS "~id", ${windowOf(quoteId(time.id), start, window)} AS "~w" FROM ${from} WHERE ${quoteId(time.id)} BETWEEN ${whole(start)} AND ${whole(end)}`;

const windowStart = ({ start, window, time }: Activity, number: string): string =>
  `CAST(${whole(start)} + ${number} * ${window} AS ${time.type === 'int' ? 'INTEGER' : 'BIGINT'})`;

const named = (columns: readonly string[], values: readonly string[]): string =>
  values.map((value, index) => `${value} AS ${columns[index] ?? ''}`).join(', ');

function readActivity(
  timeline: Timeline,
  given: { spanless?: boolean; dims?: readonly PlanColumn[] } = {},
): Activity {
  const time = timeline.time(1);
  const spanless = given.spanless === true;
  const start = spanless ? 0n : timeline.moment(2, time);
  const end = spanless ? 2n ** 63n - 1n : timeline.moment(3, time);
  const window = timeline.length(spanless ? 2 : 4, time);
  timeline.aligned(start, window);
  const dims = given.dims ?? timeline.dimensions(spanless ? 3 : 5);
  return { id: quoteId(timeline.column(0).id), time, start, end, window, dims };
}

/**
 * `activity_counts_metrics`: rows, distinct ids, ids that are new and all ids so far, a window of time.
 * See https://learn.microsoft.com/kusto/query/activity-counts-metrics-plugin
 */
export const activityCountsMetrics: Operator = (node, input, scope) => {
  const timeline = new Timeline(node, input, scope);
  const activity = readActivity(timeline);
  const { dims, start, end, window } = activity;
  const windows = (end - start) / window + 1n;
  return timeline.answer((columns, from) => {
    const first = `SELECT *, min("~w") OVER (${partition(dims, '"~id"')}) AS "~f" FROM (${rows(from, activity)})`;
    const counted = `SELECT ${listed(dims)}"~w", count(*) AS "~c", count(DISTINCT "~id") AS "~d", count(DISTINCT "~id") FILTER (WHERE "~f" = "~w") AS "~n" FROM (${first}) GROUP BY ${listed(dims)}"~w"`;
    const complete = unless(
      `count(*) OVER (${partition(dims)}) = ${windows}`,
      '"~c"',
      'activity_counts_metrics over windows without events',
    );
    const all = `CAST(sum("~n") OVER (${partition(dims)}ORDER BY "~w") AS BIGINT)`;
    const values = [
      windowStart(activity, '"~w"'),
      ...dims.map(({ id }) => quoteId(id)),
      complete,
      '"~d"',
      '"~n"',
      all,
    ];
    return `SELECT ${named(columns, values)} FROM (${counted})`;
  });
};

/**
 * `activity_metrics`: distinct ids of a window, those that the window before lacks, and how many of that window's came
 * back; all, where there is no window before. See https://learn.microsoft.com/kusto/query/activity-metrics-plugin
 */
export const activityMetrics: Operator = (node, input, scope) => {
  const timeline = new Timeline(node, input, scope);
  const third = timeline.args[3];
  const spanless = !third || third.symbolKind === 'ColumnSymbol';
  const activity = readActivity(timeline, { spanless });
  const { dims } = activity;
  return timeline.answer((columns, from) => {
    const distinct = `SELECT DISTINCT * FROM (${rows(from, activity)}) WHERE "~id" IS NOT NULL`;
    const before = `SELECT *, lag("~w") OVER (${partition(dims, '"~id"')}ORDER BY "~w") AS "~p" FROM (${distinct})`;
    const counted = `SELECT ${listed(dims)}"~w", count(*) AS "~d", count(*) FILTER (WHERE "~p" IS DISTINCT FROM "~w" - 1) AS "~n" FROM (${before}) GROUP BY ${listed(dims)}"~w"`;
    const previous = `SELECT *, CASE WHEN lag("~w") OVER s = "~w" - 1 THEN lag("~d") OVER s END AS "~q" FROM (${counted}) WINDOW s AS (${partition(dims)}ORDER BY "~w")`;
    const rate = 'CASE WHEN "~q" IS NULL THEN 1::DOUBLE ELSE ("~d" - "~n")::DOUBLE / "~q" END';
    const values = [
      windowStart(activity, '"~w"'),
      ...dims.map(({ id }) => quoteId(id)),
      '"~d"',
      '"~n"',
      rate,
      `1 - (${rate})`,
    ];
    return `SELECT ${named(columns, values)} FROM (${previous})`;
  });
};

/**
 * `new_activity_metrics`: for each window and each later one, what became of the ids that were first seen in it.
 * See https://learn.microsoft.com/kusto/query/new-activity-metrics-plugin
 */
export const newActivityMetrics: Operator = (node, input, scope) => {
  const timeline = new Timeline(node, input, scope);
  const given = timeline.args.slice(5);
  const cohort = given[0] && !given[0].isTabular && given[0].symbolKind !== 'ColumnSymbol';
  const lookBack = given.find(({ isTabular }) => isTabular);
  const dims = given
    .map((arg, index) => ({ arg, index: index + 5 }))
    .filter(({ arg, index }) => !arg.isTabular && !(cohort && index === 5))
    .map(({ index }) => timeline.column(index));
  const base: Activity = { ...readActivity(timeline, { dims: [] }), dims };
  const only = cohort ? timeline.moment(5, base.time) : undefined;
  const other =
    lookBack &&
    scope.compilation.relation(lookBack, { compilation: scope.compilation, bindings: scope.bindings });
  if (
    other &&
    [timeline.column(0), ...dims].some(({ name }) => !other.columns.some((one) => one.name === name))
  )
    return refuse('look back without the columns of ids and dimensions', lookBack ?? timeline.call, scope);
  return timeline.answer((columns, from, earlier) => {
    const before = other
      ? ` UNION ALL SELECT ${listed(dims)}${base.id} AS "~id", -1 AS "~w" FROM ${earlier}`
      : '';
    const seen = `SELECT *, min("~w") OVER (${partition(dims, '"~id"')}) AS "~f" FROM (SELECT DISTINCT * FROM (${rows(from, base)}${before}) WHERE "~id" IS NOT NULL)`;
    return cohorts(columns, base, seen, only);
  }, other);
};

function cohorts(columns: readonly string[], base: Activity, seen: string, only: bigint | undefined): string {
  const { dims } = base;
  const windows = (base.end - base.start) / base.window + 1n;
  const slices = dims.length > 0 ? `SELECT DISTINCT ${listed(dims).slice(0, -2)} FROM (${seen})` : 'SELECT 1';
  const chosen = only === undefined ? '' : ` AND ${windowStart(base, '"~from"')} = ${whole(only)}`;
  const pairs = `SELECT * FROM (${slices}) CROSS JOIN (SELECT unnest(range(0, ${windows})) AS "~from") CROSS JOIN (SELECT unnest(range(0, ${windows})) AS "~to") WHERE "~to" >= "~from"${chosen}`;
  const same = dims.map(({ id }) => `p.${quoteId(id)} IS NOT DISTINCT FROM s.${quoteId(id)} AND `).join('');
  const sliced = dims.map(({ id }) => `p.${quoteId(id)}, `).join('');
  const cohort = 'count(DISTINCT "~id") FILTER (WHERE "~f" = "~from")';
  const retained = 'count(*) FILTER (WHERE "~f" = "~from" AND "~w" = "~to")';
  const fresh =
    'count(*) FILTER (WHERE "~w" = "~to" AND ("~f" > "~from" OR ("~to" = "~from" AND "~f" = "~from")))';
  const counted = `SELECT ${sliced}"~from", "~to", ${cohort} AS "~c", ${retained} AS "~r", ${fresh} AS "~n" FROM (${pairs}) AS p LEFT JOIN (${seen}) AS s ON ${same}true GROUP BY ALL`;
  const some = unless('"~c" > 0', '"~c"', 'new_activity_metrics over a window without new ids');
  const values = [
    windowStart(base, '"~from"'),
    windowStart(base, '"~to"'),
    ...dims.map(({ id }) => quoteId(id)),
    '"~n"',
    '"~r"',
    '"~c" - "~r"',
    `"~r"::DOUBLE / ${some}`,
    '("~c" - "~r")::DOUBLE / "~c"',
  ];
  return `SELECT ${named(columns, values)} FROM (${counted})`;
}

import { refuse } from '../../plan/refusal';
import { percentileOf } from '../../functions/percentile-aggregates';
import { quoteId } from '../../sql/quote-sql';
import type { Operator } from '../operator';
import { constantArgument } from './plugin-arguments';
import { listed, partition, Timeline, unless, whole, windowOf } from './timeline';

const stored = (type: string, sql: string): string => (type === 'int' ? `CAST(${sql} AS INTEGER)` : sql);

/**
 * `sliding_window_counts`: rows and distinct ids of the windows that end with each step, steps without any left out.
 * See https://learn.microsoft.com/kusto/query/sliding-window-counts-plugin
 */
export const slidingWindowCounts: Operator = (node, input, scope) => {
  const timeline = new Timeline(node, input, scope);
  const time = timeline.time(1);
  const [start, end] = [timeline.moment(2, time), timeline.moment(3, time)];
  const [lookback, step] = [timeline.length(4, time), timeline.length(5, time)];
  const dims = timeline.dimensions(6);
  if (lookback % step !== 0n)
    return refuse('lookback that is not a multiple of the step', timeline.call, scope);
  const t = quoteId(time.id);
  return timeline.answer((columns, from) => {
    const number = windowOf(t, start, step);
    const kept = unless(
      `${t} >= ${whole(start)}`,
      number,
      'sliding_window_counts of events before the start',
    );
    const rows = `SELECT ${listed(dims)}${quoteId(timeline.column(0).id)} AS "~id", ${kept} AS "~w" FROM ${from} WHERE ${t} > ${whole(start - lookback)} AND ${t} <= ${whole(end)}`;
    const spread = `SELECT *, unnest(range("~w", least("~w" + ${lookback / step}, ${(end - start) / step + 1n}))) AS "~s" FROM (${rows})`;
    const at = stored(time.type, `${whole(start)} + "~s" * ${step}`);
    const outputs = [at, ...dims.map(({ id }) => quoteId(id)), 'count(*)', 'count(DISTINCT "~id")'];
    return `SELECT ${outputs.map((sql, index) => `${sql} AS ${columns[index] ?? ''}`).join(', ')} FROM (${spread}) GROUP BY ${listed(dims)}"~s"`;
  });
};

/**
 * `active_users_count`: distinct ids with an event in the step that had events in enough periods of the lookback, which
 * ends with that event and does not hold its own first moment.
 * See https://learn.microsoft.com/kusto/query/active-users-count-plugin
 */
export const activeUsersCount: Operator = (node, input, scope) => {
  const timeline = new Timeline(node, input, scope);
  const time = timeline.time(1);
  const [start, end] = [timeline.moment(2, time), timeline.moment(3, time)];
  const [lookback, period] = [timeline.length(4, time), timeline.length(5, time)];
  const [least, step] = [timeline.count(6), timeline.length(7, time)];
  const dims = timeline.dimensions(8);
  const t = quoteId(time.id);
  return timeline.answer((columns, from) => {
    const whole0 = unless(`${t} % ${period} = 0`, t, 'active_users_count of events within a period');
    const rows = `SELECT DISTINCT ${listed(dims)}${quoteId(timeline.column(0).id)} AS "~id", ${whole0} AS "~t" FROM ${from} WHERE ${t} > ${whole(start - lookback)} AND ${t} <= ${whole(end)}`;
    const counted = `SELECT *, count(*) OVER (${partition(dims, '"~id"')}ORDER BY "~t" RANGE BETWEEN ${lookback - 1n} PRECEDING AND CURRENT ROW) AS "~c" FROM (${rows})`;
    const active = `SELECT ${listed(dims)}"~id", ${windowOf('"~t"', start, step)} AS "~w" FROM (${counted}) WHERE "~c" >= ${least} AND "~t" >= ${whole(start)}`;
    const outputs = [
      stored(time.type, `${whole(start)} + "~w" * ${step}`),
      ...dims.map(({ id }) => quoteId(id)),
      'count(DISTINCT "~id")',
    ];
    return `SELECT ${outputs.map((sql, index) => `${sql} AS ${columns[index] ?? ''}`).join(', ')} FROM (${active}) GROUP BY ${listed(dims)}"~w"`;
  });
};

/**
 * `session_count`: sessions that begin in each bin; an event begins one unless its id had another less than the lookback
 * before. See https://learn.microsoft.com/kusto/query/session-count-plugin
 */
export const sessionCount: Operator = (node, input, scope) => {
  const timeline = new Timeline(node, input, scope);
  const time = timeline.time(1);
  const [start, end] = [timeline.moment(2, time), timeline.moment(3, time)];
  const [bin, lookback] = [timeline.length(4, time), timeline.length(5, time)];
  const dims = timeline.dimensions(6);
  const t = quoteId(time.id);
  return timeline.answer((columns, from) => {
    const kept = unless(`${t} >= ${whole(start)}`, t, 'session_count of events before the start');
    const rows = `SELECT ${listed(dims)}${quoteId(timeline.column(0).id)} AS "~id", ${kept} AS "~t" FROM ${from} WHERE ${t} > ${whole(start - lookback)} AND ${t} <= ${whole(end)}`;
    const before = `SELECT *, lag("~t") OVER (${partition(dims, '"~id"')}ORDER BY "~t") AS "~p" FROM (${rows})`;
    const counted = `SELECT ${listed(dims)}${windowOf('"~t"', 0n, bin)} AS "~w", count(*) FILTER (WHERE "~p" IS NULL OR "~t" - "~p" >= ${lookback}) AS "~c" FROM (${before}) GROUP BY ALL`;
    const some = unless('"~c" > 0', '"~c"', 'session_count over bins in which no session begins');
    const outputs = [stored(time.type, `"~w" * ${bin}`), ...dims.map(({ id }) => quoteId(id)), some];
    return `SELECT ${outputs.map((sql, index) => `${sql} AS ${columns[index] ?? ''}`).join(', ')} FROM (${counted})`;
  });
};

/**
 * `rolling_percentile`: the nearest-rank percentile of the bins that end with each one.
 * See https://learn.microsoft.com/kusto/query/rolling-percentile-plugin
 */
export const rollingPercentile: Operator = (node, input, scope) => {
  const timeline = new Timeline(node, input, scope);
  const value = timeline.column(0);
  const { constant } = constantArgument(timeline.args[1], timeline.call, scope);
  const share = typeof constant === 'bigint' || typeof constant === 'number' ? Number(constant) : Number.NaN;
  if (!(share >= 0 && share <= 100))
    return refuse('percentage that is not of 0 to 100', timeline.call, scope);
  const time = timeline.time(2);
  const [bin, bins, dims] = [timeline.length(3, time), timeline.count(4), timeline.dimensions(5)];
  const { sql } = percentileOf({ type: value.type, sql: '"~v"' }, share, timeline.call, scope);
  return timeline.answer((columns, from) => {
    const rows = `SELECT ${listed(dims)}${quoteId(value.id)} AS "~v", ${windowOf(quoteId(time.id), 0n, bin)} AS "~w" FROM ${from}`;
    const marked = `SELECT *, max("~w") OVER (${partition(dims)}) AS "~m", max("~w") OVER () AS "~all" FROM (${rows})`;
    const spread = `SELECT *, unnest(range("~w", least("~w" + ${bins}, "~m" + 1))) AS "~s" FROM (${marked})`;
    const grouped = `SELECT ${listed(dims)}"~s", ${sql} AS "~p", count(*) FILTER (WHERE "~s" = "~w") > 0 AND bool_and("~m" = "~all") AS "~ok" FROM (${spread}) GROUP BY ${listed(dims)}"~s"`;
    const sure = unless('"~ok"', '"~p"', 'rolling_percentile over bins without values');
    const outputs = [stored(time.type, `"~s" * ${bin}`), ...dims.map(({ id }) => quoteId(id)), sure];
    return `SELECT ${outputs.map((one, index) => `${one} AS ${columns[index] ?? ''}`).join(', ')} FROM (${grouped})`;
  });
};

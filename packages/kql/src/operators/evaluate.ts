import { refuse } from '../plan/refusal';
import type { Operator } from './operator';
import { activityCountsMetrics, activityMetrics, newActivityMetrics } from './plugins/activity-plugins';
import { bagUnpack } from './plugins/bag-unpack';
import { geoLookup } from './plugins/geo-lookup';
import { ipLookup } from './plugins/ip-lookup';
import { pivotPlugin } from './plugins/pivot';
import { dcountIntersect, identity, narrow, rowsNear } from './plugins/row-plugins';
import {
  activeUsersCount,
  rollingPercentile,
  sessionCount,
  slidingWindowCounts,
} from './plugins/window-plugins';

/** The plugins of `evaluate`. */
export const PLUGINS: Readonly<Record<string, Operator>> = {
  active_users_count: activeUsersCount,
  activity_counts_metrics: activityCountsMetrics,
  activity_metrics: activityMetrics,
  bag_unpack: bagUnpack,
  dcount_intersect: dcountIntersect,
  geo_line_lookup: geoLookup('line'),
  geo_polygon_lookup: geoLookup('polygon'),
  identity,
  ipv4_lookup: ipLookup(4),
  ipv6_lookup: ipLookup(6),
  narrow,
  new_activity_metrics: newActivityMetrics,
  pivot: pivotPlugin,
  rolling_percentile: rollingPercentile,
  rows_near: rowsNear,
  session_count: sessionCount,
  sliding_window_counts: slidingWindowCounts,
};

/** Plugins that are answered in part, and what of them is refused. */
export const PLUGIN_NOTES: Readonly<Record<string, string>> = {
  active_users_count: 'events at whole periods',
  activity_counts_metrics: 'windows without events are refused',
  activity_metrics: 'windows as lengths, from a start that is a multiple of them',
  bag_unpack: 'without a schema not in stored functions',
  dcount_intersect: 'exact, where Kusto estimates',
  geo_line_lookup: 'without lookup_area_radius',
  geo_polygon_lookup: 'without lookup_area_radius',
  narrow: 'text, whole numbers and guids',
  new_activity_metrics: 'windows as lengths, from a start that is a multiple of them; each with new ids',
  pivot: 'without a schema not in stored functions',
  rolling_percentile: 'exact nearest rank, where Kusto estimates; bins without values are refused',
  session_count: 'events within the lookback before the start are refused',
  sliding_window_counts: 'steps as lengths; events within the lookback before the start are refused',
};

/** `evaluate`. */
export const evaluateOperator: Operator = (node, input, scope) => {
  const name = node.must('FunctionCall').must('Name').simpleName;
  const plugin = Object.hasOwn(PLUGINS, name) ? PLUGINS[name] : undefined;
  return plugin ? plugin(node, input, scope) : refuse(`plugin: ${name}`, node.must('FunctionCall'), scope);
};

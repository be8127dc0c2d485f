export { decomposeSeries } from './series/decompose-series';
export type { DecomposeSeriesOptions } from './series/decompose-series-options';
export { clusterEvents, clusterEventsAsync } from './cluster/cluster-events';
export type { ClusterEventsOptions } from './cluster/cluster-events';
export { processFeatures } from './features/process-features';
export type { ProcessFeaturesOptions } from './features/process-features';
export type { AsyncOptions } from './run/steps';

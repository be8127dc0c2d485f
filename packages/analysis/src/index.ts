export { decomposeSeries } from './series/decompose-series';
export type { DecomposeSeriesOptions } from './series/decompose-series-options';

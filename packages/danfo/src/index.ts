export type { DanfoDataFrame, DanfoGroups, DanfoSeries, DanfoType, DanfoValue } from './data-frame';
export { fromDanfo } from './from-danfo';
export { toDanfo, type ToDanfoOptions } from './to-danfo';

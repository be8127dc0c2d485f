import type { Cell } from './cell';
import type { ColumnData } from './column';
import type { Columnar } from './columnar';
import type { Groups } from './group-rows';

/** A value for each group of rows, as `summarize` takes it; `count()`, `sum('Bytes')` and their like make one. */
export interface Aggregate<C extends Cell = Cell> {
  /** One cell for each group, in the order of the groups. */
  compute(frame: Columnar, groups: Groups): ColumnData;
  /** Carries the cell's type only; never present at run time. */
  readonly cell?: C;
}

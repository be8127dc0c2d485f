import type { ColumnInfo } from '@casebook/core';
import type { Constant } from '../plan/scalar';
import type { Takes } from './function-row';

/** A KQL function that gives several columns, for `project`, `extend` and `print`; see {@link FunctionRow} for `takes`. */
export interface TupleRow {
  readonly name: string;
  readonly takes: readonly Takes[];
  /** The columns in order; their full names are `function_argument_name`. */
  readonly columns: readonly ColumnInfo[];
  /** Gives the value of one column. */
  readonly js: (column: string) => (...args: never[]) => Constant;
  /** Whether `js` gets nulls; otherwise a null argument makes every column null. */
  readonly nulls?: boolean;
  readonly note?: string;
}

/** A cell of a danfo DataFrame as this package writes it; NaN and null both mean that there is none. */
export type DanfoValue = string | number | boolean | null;

/** What danfo calls a column's type. */
export type DanfoType = 'int32' | 'float32' | 'string' | 'boolean';

/** The parts of danfo's Series that are declared here; the object has all of danfojs-node 1.2.0. */
export interface DanfoSeries {
  readonly values: DanfoValue[];
  readonly dtype: string;
  readonly index: (string | number)[];
  sum(): number;
  mean(): number;
  median(): number;
  min(): number;
  max(): number;
  std(): number;
  count(): number;
  unique(): DanfoSeries;
  nUnique(): number;
  valueCounts(): DanfoSeries;
  gt(other: DanfoValue | DanfoSeries): DanfoSeries;
  lt(other: DanfoValue | DanfoSeries): DanfoSeries;
  ge(other: DanfoValue | DanfoSeries): DanfoSeries;
  le(other: DanfoValue | DanfoSeries): DanfoSeries;
  eq(other: DanfoValue | DanfoSeries): DanfoSeries;
  ne(other: DanfoValue | DanfoSeries): DanfoSeries;
  and(other: DanfoSeries): DanfoSeries;
  or(other: DanfoSeries): DanfoSeries;
  print(): void;
}

/** Columns of groups, to be aggregated. */
export interface DanfoGroups {
  col(columns: readonly string[]): DanfoGroups;
  count(): DanfoDataFrame;
  sum(): DanfoDataFrame;
  mean(): DanfoDataFrame;
  min(): DanfoDataFrame;
  max(): DanfoDataFrame;
}

/** The parts of danfo's DataFrame that are declared here; the object has all of danfojs-node 1.2.0 but files, tensors and plots. */
export interface DanfoDataFrame {
  readonly columns: string[];
  readonly dtypes: string[];
  readonly index: (string | number)[];
  readonly shape: number[];
  readonly values: unknown;
  column(name: string): DanfoSeries;
  head(rows?: number): DanfoDataFrame;
  tail(rows?: number): DanfoDataFrame;
  copy(): DanfoDataFrame;
  describe(): DanfoDataFrame;
  dropNa(options?: { readonly axis?: 0 | 1 }): DanfoDataFrame;
  drop(options: { readonly columns?: readonly string[]; readonly index?: readonly number[] }): DanfoDataFrame;
  sortValues(column: string, options?: { readonly ascending?: boolean }): DanfoDataFrame;
  query(condition: DanfoSeries | readonly boolean[]): DanfoDataFrame;
  loc(options: { readonly rows?: readonly unknown[]; readonly columns?: readonly string[] }): DanfoDataFrame;
  groupby(columns: readonly string[]): DanfoGroups;
  addColumn(name: string, values: readonly DanfoValue[] | DanfoSeries): DanfoDataFrame;
  rename(names: Readonly<Record<string, string>>): DanfoDataFrame;
  print(): void;
}

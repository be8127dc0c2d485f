import type { Cell, Row } from './cell';
import type { Columnar } from './columnar';
import { columnTest, type CompareOperator } from './column-test';
import { findColumn } from './columnar';
import { lazyRows } from './lazy-row';

/** Values by column that a row must equal; a list stands for any of its values, null for null. */
export type Conditions<R extends Row> = {
  readonly [K in keyof R]?: Comparable<R[K]> | readonly Comparable<R[K]>[];
};

/** What a cell may be compared with: a value of its type, for datetimes also a Date or ISO 8601 text, for longs both number types. */
export type Comparable<C = Cell> = C | Cell | Date;

/** Says whether a row is meant: a function of the row (a view of it), or conditions that columns must meet. */
export type Predicate<R extends Row> = ((row: R) => boolean) | Conditions<R>;

/** A condition on one column, as in `where('EventID', '==', 4688)`. */
export interface ColumnCondition {
  readonly column: string;
  readonly operator: CompareOperator;
  readonly value?: unknown;
}

/** Says of a row number whether it is meant. */
export type RowTest = (row: number) => boolean;

/** The test of one column condition. */
export const conditionTest = (frame: Columnar, { column, operator, value }: ColumnCondition): RowTest =>
  columnTest(findColumn(frame, column), operator, value);

/** The tests that a row must all pass to meet a predicate. */
export const predicateTests = <R extends Row>(frame: Columnar, predicate: Predicate<R>): RowTest[] => {
  if (typeof predicate === 'function') {
    const view = lazyRows<R>(frame);
    return [(row) => predicate(view(row)) === true];
  }
  return Object.entries(predicate)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => {
      const list = Array.isArray(value) && findColumn(frame, column).data.type !== 'dynamic';
      return conditionTest(frame, { column, operator: list ? 'in' : '==', value });
    });
};

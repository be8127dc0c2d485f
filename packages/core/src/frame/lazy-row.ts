import type { Cell, Row } from './cell';
import { cellReader } from './cell-reader';
import type { Columnar } from './columnar';

const ROW = Symbol('row');

interface View {
  readonly [ROW]: number;
}

/** A reader that is made when it is first asked. */
const whenAsked = (make: () => (row: number) => Cell): ((view: View) => Cell) => {
  let read: ((row: number) => Cell) | undefined;
  return (view) => {
    read ??= make();
    return read(view[ROW]);
  };
};

/**
 * A function from row number to a view of that row, which reads a cell only when it is asked for. A view names every column,
 * also `constructor` or `__proto__`, but has no keys of its own: use `rows()` for objects to spread or keep.
 */
export const lazyRows = <R extends Row>(frame: Columnar): ((row: number) => R) => {
  class RowView implements View {
    readonly [ROW]: number;
    constructor(row: number) {
      this[ROW] = row;
    }
  }
  for (const { name, data } of frame.data) {
    const read = whenAsked(() => cellReader(data));
    const get = function (this: View): Cell {
      return read(this);
    };
    Object.defineProperty(RowView.prototype, name, { get, configurable: true });
  }
  return (row) => new RowView(row) as unknown as R;
};

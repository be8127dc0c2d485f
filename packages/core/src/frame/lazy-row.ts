import type { Cell, Row } from './cell';
import { cellReader } from './cell-reader';
import type { Columnar } from './columnar';

/**
 * A function from row number to a view of that row, which reads a cell only when it is asked for. A view names every column,
 * also `constructor` or `__proto__`, but has no keys of its own: use `rows()` for objects to spread or keep.
 */
export const lazyRows = <R extends Row>(frame: Columnar): ((row: number) => R) => {
  class View {
    readonly #row: number;
    constructor(row: number) {
      this.#row = row;
    }
    static define(name: string, read: (row: number) => Cell): void {
      const get = function (this: View): Cell {
        return read(this.#row);
      };
      Object.defineProperty(View.prototype, name, { get, configurable: true });
    }
  }
  for (const { name, data } of frame.data) {
    const read: { cell?: (row: number) => Cell } = {};
    View.define(name, (row) => (read.cell ??= cellReader(data))(row));
  }
  return (row) => new View(row) as unknown as R;
};

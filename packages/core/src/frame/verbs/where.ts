import type { Column } from '../column';
import type { Columnar } from '../columnar';
import { gather } from '../gather';
import type { RowTest } from '../predicate';

/** The numbers of the rows that pass every test. */
export const selectRows = (rowCount: number, tests: readonly RowTest[]): Uint32Array => {
  const index = new Uint32Array(rowCount);
  let kept = 0;
  for (let row = 0; row < rowCount; row++) {
    let passes = true;
    for (let at = 0; passes && at < tests.length; at++) passes = (tests[at] as RowTest)(row);
    if (passes) index[kept++] = row;
  }
  return index.slice(0, kept);
};

/** See `Frame.where`. */
export const where = (frame: Columnar, tests: readonly RowTest[]): Column[] => {
  const index = selectRows(frame.rowCount, tests);
  return frame.data.map(({ name, data }) => ({ name, data: gather(data, index) }));
};

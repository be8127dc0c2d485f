import type { Column } from '../column';
import { findColumn, type Columnar } from '../columnar';
import { gather } from '../gather';
import { groupRows } from '../group-rows';

/** See `Frame.distinct`. */
export const distinct = (frame: Columnar, names: readonly string[]): Column[] => {
  const columns = names.length === 0 ? frame.data : names.map((name) => findColumn(frame, name));
  const { first } = groupRows(
    columns.map(({ data }) => data),
    frame.rowCount,
  );
  return columns.map(({ name, data }) => ({ name, data: gather(data, first) }));
};

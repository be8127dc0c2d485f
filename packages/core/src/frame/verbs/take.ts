import { CasebookError } from '../../error/casebook-error';
import type { Column } from '../column';
import type { Columnar } from '../columnar';
import { gather } from '../gather';

/** See `Frame.take`. */
export const take = (frame: Columnar, count: number): Column[] => {
  if (!Number.isInteger(count) || count < 0) {
    throw new CasebookError('InvalidValue', `invalid number of rows: ${count}`, {
      help: 'Give a whole number from 0 on.',
    });
  }
  if (count >= frame.rowCount) return [...frame.data];
  const index = Uint32Array.from({ length: count }, (_, row) => row);
  return frame.data.map(({ name, data }) => ({ name, data: gather(data, index) }));
};

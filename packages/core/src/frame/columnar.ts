import { CasebookError } from '../error/casebook-error';
import type { Column } from './column';

/** Columns of equal length: what the verbs read. A frame is one. */
export interface Columnar {
  readonly data: readonly Column[];
  readonly rowCount: number;
}

/** The column of that name; a name that is not there is an `UnknownColumn` error that lists those that are. */
export const findColumn = ({ data }: Columnar, name: string): Column => {
  const found = data.find((column) => column.name === name);
  if (found) return found;
  throw new CasebookError('UnknownColumn', `unknown column: ${JSON.stringify(name)}`, {
    help: data.length === 0 ? 'It has none.' : `Columns: ${data.map((column) => column.name).join(', ')}.`,
  });
};

import { CasebookError } from '../../error/casebook-error';
import type { Column } from '../column';
import { findColumn, type Columnar } from '../columnar';

/** See `Frame.project`. */
export const project = (frame: Columnar, names: readonly string[]): Column[] =>
  names.map((name) => findColumn(frame, name));

/** See `Frame.projectAway`. */
export const projectAway = (frame: Columnar, names: readonly string[]): Column[] => {
  const away = new Set(names.map((name) => findColumn(frame, name)));
  return frame.data.filter((column) => !away.has(column));
};

/** See `Frame.projectRename`. */
export const projectRename = (frame: Columnar, renames: Readonly<Record<string, string>>): Column[] => {
  const newNames = new Map<Column, string>();
  for (const [to, from] of Object.entries(renames)) {
    const column = findColumn(frame, from);
    if (newNames.has(column))
      throw new CasebookError('InvalidValue', `column renamed twice: ${JSON.stringify(from)}`);
    newNames.set(column, to);
  }
  return frame.data.map((column) => ({ name: newNames.get(column) ?? column.name, data: column.data }));
};

import { CasebookError, type Column, type Frame, type KqlType } from '@casebook/core';
import { nearestName } from './nearest-name';

/**
 * The storage of a column that an analysis reads. A column that is not there is an `UnknownColumn` error that names the
 * nearest one; a column of another type than `types` is a `TypeMismatch` error.
 */
export function requireColumn(frame: Frame, name: string, types?: readonly KqlType[]): Column {
  const found = frame.data.find((column) => column.name === name);
  if (!found) throw unknownColumn(frame, name);
  if (types && !types.includes(found.data.type))
    throw new CasebookError(
      'TypeMismatch',
      `unfit type of column ${JSON.stringify(name)}: ${found.data.type}`,
      { help: `Give a column of type ${types.join(' or ')}.` },
    );
  return found;
}

function unknownColumn(frame: Frame, name: string): CasebookError {
  const names = frame.columns.map((column) => column.name);
  const near = nearestName(name, names);
  const all = names.length === 0 ? 'The frame has none.' : `Columns: ${names.join(', ')}.`;
  return new CasebookError('UnknownColumn', `unknown column: ${JSON.stringify(name)}`, {
    help: near === undefined ? all : `Did you mean ${near}? ${all}`,
  });
}

import { CasebookError, type Frame } from '@casebook/core';
import { nearestName } from './nearest-name';

/** The first of some names that a frame has as a column. */
export const firstColumn = (frame: Frame, names: readonly string[]): string | undefined =>
  names.find((name) => frame.columns.some((column) => column.name === name));

/** The same, where one must be there: none is an `UnknownColumn` error that says what it is for and names the nearest. */
export function requireOneOf(frame: Frame, names: readonly string[], what: string): string {
  const found = firstColumn(frame, names);
  if (found !== undefined) return found;
  const own = frame.columns.map(({ name }) => name);
  const near = names.map((name) => nearestName(name, own)).find((name) => name !== undefined);
  throw new CasebookError('UnknownColumn', `no column of the ${what}: ${names.join(' or ')}`, {
    help: `${near === undefined ? '' : `Did you mean ${near}? `}Columns: ${own.join(', ')}.`,
  });
}

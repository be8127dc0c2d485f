import { CasebookError } from '../error/casebook-error';
import type { Frame } from '../frame/frame';
import type { KqlType } from '../frame/kql-type';

/** The types that a chart can place along an axis. */
export const AXIS_TYPES: readonly KqlType[] = ['int', 'long', 'real', 'decimal', 'datetime', 'timespan'];

/** The types that a chart can give a length or a size. */
export const AMOUNT_TYPES: readonly KqlType[] = ['int', 'long', 'real', 'decimal', 'timespan'];

/**
 * Refuses a column that a chart cannot read: one that the frame lacks is an `UnknownColumn` error, one of another type a
 * `TypeMismatch` error; both list the columns that would do. No name means that the chart does not ask for it.
 */
export const requireColumn = (
  frame: Frame,
  role: string,
  name: string | undefined,
  types?: readonly KqlType[],
): void => {
  if (name === undefined) return;
  const fitting = frame.columns.filter(({ type }) => !types || types.includes(type));
  if (fitting.some((column) => column.name === name)) return;
  const found = frame.columns.find((column) => column.name === name);
  const help = `Columns: ${fitting.map(({ name: other, type }) => `${other} (${type})`).join(', ') || 'none'}.`;
  if (!found)
    throw new CasebookError('UnknownColumn', `unknown ${role} column: ${JSON.stringify(name)}`, { help });
  const message = `${found.type} for ${role}: ${JSON.stringify(name)}`;
  throw new CasebookError('TypeMismatch', `unfit column type ${message}`, { help });
};

/** Refuses hover columns that the frame lacks. */
export const requireHover = (frame: Frame, hover: readonly string[] | undefined): void =>
  hover?.forEach((name) => requireColumn(frame, 'hover', name));

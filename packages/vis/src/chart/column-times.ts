import { CasebookError, TICKS, UNIX_EPOCH_TICKS, type Frame } from '@casebook/core';

/** The moments of a datetime column in milliseconds since 1970, null as NaN; another type is a `TypeMismatch` error. */
export const columnTimes = (frame: Frame, name: string): Float64Array => {
  const { data } = frame.column(name);
  if (data.type !== 'datetime')
    throw new CasebookError('TypeMismatch', `not a datetime column: ${JSON.stringify(name)} is ${data.type}`);
  const { values, validity } = data;
  return Float64Array.from(values, (ticks, row) =>
    validity && !validity[row] ? NaN : Number(ticks - UNIX_EPOCH_TICKS) / Number(TICKS.millisecond),
  );
};

/** A moment in milliseconds since 1970 for a reader: `2026-10-05 08:30:00`. */
export const momentText = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');

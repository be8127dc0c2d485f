import { CasebookError, DateTime, Duration, type Cell, type Frame, type KqlType } from '@casebook/core';
import type { DanfoDataFrame, DanfoType, DanfoValue } from './data-frame';
import { loadDanfo, type DataFrameClass } from './load-danfo';

/** How a frame is turned into a DataFrame. */
export interface ToDanfoOptions {
  /** The most rows to copy; 100,000 by default. */
  readonly maxRows?: number;
}

const MAX_ROWS = 100_000;
const PROBE = '~';

const TYPES: Readonly<Record<KqlType, DanfoType>> = {
  bool: 'boolean',
  int: 'int32',
  long: 'int32',
  real: 'float32',
  timespan: 'int32',
  decimal: 'string',
  string: 'string',
  datetime: 'string',
  guid: 'string',
  dynamic: 'string',
};

const isNumeric = (type: KqlType): boolean => TYPES[type] === 'int32' || TYPES[type] === 'float32';

const refuseNames = (DataFrame: DataFrameClass, names: readonly string[]): void => {
  const probe = new DataFrame([[0]], { columns: [PROBE], dtypes: ['int32'] });
  const bad = names.find((name) => name !== PROBE && name in probe);
  if (bad !== undefined)
    throw new CasebookError('InvalidParameter', `column name that breaks danfo: ${JSON.stringify(bad)}`, {
      help: `Rename it: frame.projectRename({ ${/^[A-Za-z]\w*$/.test(bad) ? bad : 'column'}_: ${JSON.stringify(bad)} }).`,
    });
};

const whole = (value: number | bigint, name: string): number => {
  if (Number.isSafeInteger(Number(value))) return Number(value);
  throw new CasebookError('InvalidValue', `number beyond 2^53 in column ${JSON.stringify(name)}: ${value}`, {
    help: 'Danfo holds doubles alone: turn the column into text, as with tostring().',
  });
};

const moment = (time: DateTime): string => {
  const [seconds = '', fraction = ''] = time.toString().slice(0, -1).split('.');
  return `${seconds}.${fraction.padEnd(7, '0')}Z`;
};

const valueOf = (type: KqlType, cell: Cell, name: string): DanfoValue => {
  if (cell === null) return isNumeric(type) ? NaN : null;
  if (cell instanceof DateTime) return moment(cell);
  if (cell instanceof Duration) return whole(cell.ticks, name);
  if (type === 'dynamic') return JSON.stringify(cell);
  return type === 'long' ? whole(cell as number | bigint, name) : (cell as DanfoValue);
};

/**
 * A frame as a DataFrame of danfojs-node 1.2.0, with a copy of its cells. bool is boolean, int, long and real are numbers, string,
 * guid and decimal text; datetime is ISO 8601 text with seven digits, which sorts as time does; timespan is ticks of 100 ns; dynamic
 * is JSON text. Null is NaN in columns of numbers, null in others. What does not go along: types (give them back to `fromDanfo`), the
 * difference between null and NaN of a real, source and notices. Refused: a long or timespan beyond 2^53 (`InvalidValue`); a column
 * named as a member of danfo's class, such as `shape`, `count` or `constructor`, which would break it, no columns at all, and more
 * than `maxRows` rows (`InvalidParameter`). O(cells).
 */
export const toDanfo = (frame: Frame, { maxRows = MAX_ROWS }: ToDanfoOptions = {}): DanfoDataFrame => {
  const names = frame.columns.map(({ name }) => name);
  if (names.length === 0) throw new CasebookError('InvalidParameter', 'frame without columns');
  if (!(frame.rowCount <= maxRows))
    throw new CasebookError('InvalidParameter', `frame too large for danfo: ${frame.rowCount} rows`, {
      help: `At most ${maxRows}: summarize first, or take(), or give a larger maxRows.`,
    });
  const DataFrame = loadDanfo();
  refuseNames(DataFrame, names);
  const rows = Array.from({ length: frame.rowCount }, () => new Array<DanfoValue>(names.length));
  frame.columns.forEach(({ name, type }, at) => {
    frame.values(name).forEach((cell, row) => {
      (rows[row] as DanfoValue[])[at] = valueOf(type, cell, name);
    });
  });
  return new DataFrame(rows, { columns: names, dtypes: frame.columns.map(({ type }) => TYPES[type]) });
};

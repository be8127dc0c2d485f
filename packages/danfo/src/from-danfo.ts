import {
  CasebookError,
  Duration,
  encodeColumn,
  Frame,
  inferType,
  type ColumnInfo,
  type KqlType,
} from '@casebook/core';
import type { DanfoDataFrame } from './data-frame';

const invalid = (why: string): CasebookError =>
  new CasebookError('InvalidParameter', `no DataFrame: ${why}`, { help: 'Give what danfo made.' });

const rowsOf = ({ columns, values }: Pick<DanfoDataFrame, 'columns' | 'values'>): readonly unknown[][] => {
  if (!Array.isArray(columns) || !Array.isArray(values)) throw invalid('it has no columns and values');
  const rows = values as readonly unknown[];
  const ragged = rows.findIndex((row) => !Array.isArray(row) || row.length !== columns.length);
  if (ragged >= 0) throw invalid(`row ${ragged} has not one value for each column`);
  return rows as readonly unknown[][];
};

const json = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CasebookError(
      'InvalidValue',
      `no JSON in column ${JSON.stringify(name)}: ${text.slice(0, 100)}`,
      {
        cause: error,
      },
    );
  }
};

const ticks = (value: number, name: string): Duration => {
  if (Number.isSafeInteger(value)) return new Duration(BigInt(value));
  throw new CasebookError('InvalidValue', `no ticks in column ${JSON.stringify(name)}: ${value}`);
};

/** A cell that `toDanfo` wrote for a column of a type. */
const cellOf = (type: KqlType, value: unknown, name: string): unknown => {
  if (value === undefined || value === null) return null;
  if (Number.isNaN(value)) return type === 'real' ? NaN : null;
  if (type === 'dynamic' && typeof value === 'string') return json(value, name);
  return type === 'timespan' && typeof value === 'number' ? ticks(value, name) : value;
};

/**
 * A DataFrame, of this package's danfo or another, as a frame with a copy of its values. Columns named in `types`, such as the
 * `columns` of the frame that went to `toDanfo`, are read back as it wrote them; others have the type that their values show (see
 * `inferType`), in which NaN is a real and undefined is null. What lacks a value for a column, as danfo makes of objects with
 * different keys, is no DataFrame (`InvalidParameter`); a value that its type cannot hold exactly is `InvalidValue`, values that do not
 * fit together `TypeMismatch`. The index is left out. O(cells).
 */
export const fromDanfo = (
  df: Pick<DanfoDataFrame, 'columns' | 'values'>,
  types: readonly ColumnInfo[] = [],
): Frame => {
  const rows = rowsOf(df);
  return new Frame(
    df.columns.map((name, at) => {
      const declared = types.find((column) => column.name === name)?.type;
      const values = rows.map((row) => row[at] ?? null);
      const type = declared ?? inferType(values, name);
      const cells = declared ? values.map((value) => cellOf(declared, value, name)) : values;
      return { name, data: encodeColumn(type, cells, name) };
    }),
  );
};

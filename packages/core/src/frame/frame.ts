import { CasebookError } from '../error/casebook-error';
import type { Cell, ColumnInfo, Row } from './cell';
import { cellReader } from './cell-reader';
import { columnLength, type Column } from './column';
import { encodeColumn } from './encode-column';
import type { Notice } from './notice';
import type { FrameSource } from './source';
import { tableValue, type TableValue } from './table-value';
import { setOwn } from './set-own';

const BRAND = Symbol.for('casebook.frame');

/** What a frame may carry beside its columns. */
export interface FrameDetails {
  readonly source?: FrameSource;
  readonly notices?: readonly Notice[];
}

/** A frame in the form of Log Analytics: see {@link Frame.toTable}. */
export interface Table {
  readonly columns: readonly ColumnInfo[];
  readonly rows: readonly (readonly TableValue[])[];
}

/** An immutable table, stored by column, typed by the ten KQL types. */
export class Frame<R extends Row = Row> {
  readonly columns: readonly ColumnInfo[];
  readonly rowCount: number;
  /** Where it came from, if it came from a query. */
  readonly source?: FrameSource;
  /** What the reader must know about it. */
  readonly notices: readonly Notice[];
  /** Carries the row type only; never present at run time. */
  declare readonly rowType?: R;
  /** The storage, for those who read columns in bulk; not to be changed. */
  readonly data: readonly Column[];

  /** @param data columns of equal length with distinct names. */
  constructor(data: readonly Column[], details: FrameDetails = {}) {
    const names = new Set(data.map((column) => column.name));
    if (names.size !== data.length)
      throw new CasebookError('InvalidValue', 'duplicate column name in a frame');
    this.rowCount = data[0] ? columnLength(data[0].data) : 0;
    if (data.some((column) => columnLength(column.data) !== this.rowCount)) {
      throw new CasebookError('InvalidValue', 'columns of different lengths in a frame');
    }
    this.data = Object.freeze([...data]);
    this.columns = Object.freeze(data.map(({ name, data: { type } }) => Object.freeze({ name, type })));
    if (details.source) this.source = details.source;
    this.notices = Object.freeze([...(details.notices ?? [])]);
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** Tells a frame, also one from another copy of this package. */
  static is(value: unknown): value is Frame {
    return typeof value === 'object' && value !== null && BRAND in value;
  }

  /** Builds a frame of the given columns from rows; an absent cell is null (string: empty). */
  static fromRows<R extends Row = Row>(
    columns: readonly ColumnInfo[],
    rows: readonly Readonly<Record<string, unknown>>[],
    details?: FrameDetails,
  ): Frame<R> {
    const read = (name: string) => (row: Readonly<Record<string, unknown>>) =>
      Object.hasOwn(row, name) ? row[name] : null;
    return new Frame<R>(
      columns.map(({ name, type }) => ({ name, data: encodeColumn(type, rows.map(read(name)), name) })),
      details,
    );
  }

  /** Whether rows are missing from it; the notices say why. */
  get partial(): boolean {
    return this.notices.some((notice) => notice.partial);
  }

  /** The storage of a column; a name that is not there is an `UnknownColumn` error that lists those that are. */
  column(name: string): Column {
    const found = this.data.find((column) => column.name === name);
    if (found) return found;
    throw new CasebookError('UnknownColumn', `unknown column: ${JSON.stringify(name)}`, {
      help: `Columns: ${this.columns.map((column) => column.name).join(', ')}.`,
    });
  }

  /** The cells of a column, in row order. */
  values(name: string): Cell[] {
    const read = cellReader(this.column(name).data);
    return Array.from({ length: this.rowCount }, (_, row) => read(row));
  }

  /** The numbers of a bool, int, long, real, decimal, datetime or timespan column (ticks as number), null as NaN. */
  numbers(name: string): Float64Array {
    const { data } = this.column(name);
    if (data.type === 'string' || data.type === 'guid' || data.type === 'dynamic') {
      throw new CasebookError('TypeMismatch', `no numbers in a ${data.type} column: ${JSON.stringify(name)}`);
    }
    const { validity } = data;
    const read =
      'codes' in data
        ? (row: number) => Number(data.dictionary[data.codes[row] as number])
        : (row: number) => Number(data.values[row]);
    return Float64Array.from({ length: this.rowCount }, (_, row) =>
      validity && !validity[row] ? NaN : read(row),
    );
  }

  /** The rows as objects, in order. */
  rows(): R[] {
    const readers = this.data.map((column) => ({ name: column.name, read: cellReader(column.data) }));
    return Array.from({ length: this.rowCount }, (_, index) => {
      const row: Record<string, Cell> = {};
      for (const { name, read } of readers) setOwn(row, name, read(index));
      return row as R;
    });
  }

  /** The frame as Log Analytics sends tables: long beyond 2^53 as text, NaN and infinities as text, datetime as ISO 8601. */
  toTable(): Table {
    const readers = this.data.map(({ data }) => ({ type: data.type, read: cellReader(data) }));
    const rows = Array.from({ length: this.rowCount }, (_, index) =>
      readers.map(({ type, read }) => tableValue(type, read(index))),
    );
    return { columns: this.columns, rows };
  }

  /** The same rows with other remarks or another source. */
  with(details: FrameDetails): Frame<R> {
    return new Frame<R>(this.data, { source: this.source, notices: this.notices, ...details });
  }
}

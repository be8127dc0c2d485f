import { CasebookError } from '../error/casebook-error';
import type { Aggregate } from './aggregate';
import type { Cell, ColumnInfo, Row } from './cell';
import { arrayOf } from './array-of';
import { cellReader } from './cell-reader';
import { columnLength, type Column } from './column';
import type { CompareOperator } from './column-test';
import { findColumn } from './columnar';
import { fromCsv, toCsv } from './csv';
import { encodeColumn } from './encode-column';
import { inferType } from './infer-type';
import { frameJson, readFrameJson, type FrameJson } from './frame-json';
import { mergeNotices, type Notice } from './notice';
import { conditionTest, predicateTests, type Predicate } from './predicate';
import type { FrameSource } from './source';
import { tableValue, type TableValue } from './table-value';
import { setOwn } from './set-own';
import { distinct } from './verbs/distinct';
import { extend, type Derived } from './verbs/extend';
import { join, type JoinKey, type JoinKind } from './verbs/join';
import { project, projectAway, projectRename } from './verbs/project';
import { sort, type SortKey } from './verbs/sort';
import { summarize } from './verbs/summarize';
import { take } from './verbs/take';
import { union } from './verbs/union';
import { where } from './verbs/where';

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
    const twice = data.find(({ name }, at) => data.findIndex((other) => other.name === name) < at);
    if (twice)
      throw new CasebookError(
        'InvalidValue',
        `duplicate column name in a frame: ${JSON.stringify(twice.name)}`,
        {
          help: 'Give one of them another name.',
        },
      );
    this.rowCount = data[0] ? columnLength(data[0].data) : 0;
    if (data.some((column) => columnLength(column.data) !== this.rowCount)) {
      throw new CasebookError('InvalidValue', 'columns of different lengths in a frame');
    }
    this.data = Object.freeze([...data]);
    this.columns = Object.freeze(data.map(({ name, data: { type } }) => Object.freeze({ name, type })));
    if (details.source) this.source = details.source;
    this.notices = Object.freeze([...(details.notices ?? [])]);
    Object.defineProperty(this, BRAND, { value: true });
    Object.freeze(this);
  }

  /** Tells a frame, also one from another copy of this package. */
  static is(value: unknown): value is Frame {
    return typeof value === 'object' && value !== null && BRAND in value;
  }

  /** Builds a frame of the given columns from rows; an absent cell is null (string: empty), keys without a column are left out. */
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

  /**
   * Builds a frame from objects: a column for each key of any of them, in order of first appearance, of the type that its values
   * show (see `inferType`). Values of one key that do not fit together are a `TypeMismatch` error.
   */
  static fromObjects<R extends Row = Row>(
    objects: readonly Readonly<Record<string, unknown>>[],
    details?: FrameDetails,
  ): Frame<R> {
    const names = [...new Set(objects.flatMap((object) => Object.keys(object)))];
    const columns = names.map((name) => {
      const values = objects.map((object) => (Object.hasOwn(object, name) ? object[name] : null));
      return { name, type: inferType(values, name) };
    });
    return Frame.fromRows<R>(columns, objects, details);
  }

  /** Builds a frame of the given columns from cells by column name; an absent column is all null (string: empty). */
  static fromColumns<R extends Row = Row>(
    columns: readonly ColumnInfo[],
    cells: Readonly<Record<string, readonly unknown[]>>,
    details?: FrameDetails,
  ): Frame<R> {
    const unknown = Object.keys(cells).find((key) => !columns.some(({ name }) => name === key));
    if (unknown !== undefined)
      throw new CasebookError('UnknownColumn', `cells of an undeclared column: ${JSON.stringify(unknown)}`);
    const length = Object.values(cells)[0]?.length ?? 0;
    const of = (name: string): readonly unknown[] =>
      (Object.hasOwn(cells, name) ? cells[name] : undefined) ?? new Array<null>(length).fill(null);
    const data = columns.map(({ name, type }) => ({ name, data: encodeColumn(type, of(name), name) }));
    return new Frame<R>(data, details);
  }

  /** Revives what `toJSON` gave, or its text, so that it equals the original; other JSON is an `InvalidValue` error. */
  static fromJSON<R extends Row = Row>(json: unknown): Frame<R> {
    const { data, ...details } = readFrameJson(typeof json === 'string' ? JSON.parse(json) : json);
    return new Frame<R>(data, details);
  }

  /**
   * Reads RFC 4180 text with a header, such as `toCsv` wrote, into the given columns; other columns are left out. An empty field
   * is null (string: empty). A header without one of the columns is an `UnknownColumn` error, a field that its type cannot
   * hold exactly or a record of another length an `InvalidValue` error.
   */
  static fromCsv<R extends Row = Row>(text: string, columns: readonly ColumnInfo[]): Frame<R> {
    return new Frame<R>(fromCsv(text, columns));
  }

  /** Whether rows are missing from it; the notices say why. */
  get partial(): boolean {
    return this.notices.some((notice) => notice.partial);
  }

  /** The storage of a column; a name that is not there is an `UnknownColumn` error that lists those that are. */
  column(name: string): Column {
    return findColumn(this, name);
  }

  /** The cells of a column, in row order. */
  values(name: string): Cell[] {
    const read = cellReader(this.column(name).data);
    return arrayOf(this.rowCount, read);
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
    return arrayOf(this.rowCount, (index) => {
      const row: Record<string, Cell> = {};
      for (const { name, read } of readers) setOwn(row, name, read(index));
      return row as R;
    });
  }

  /** The frame as Log Analytics sends tables: long beyond 2^53 as text, NaN and infinities as text, datetime as ISO 8601. */
  toTable(): Table {
    const readers = this.data.map(({ data }) => ({ type: data.type, read: cellReader(data) }));
    const rows = arrayOf(this.rowCount, (index) =>
      readers.map(({ type, read }) => tableValue(type, read(index))),
    );
    return { columns: this.columns, rows };
  }

  /** The frame as lossless JSON with types; see {@link FrameJson}. `Frame.fromJSON` reads it back. */
  toJSON(): FrameJson {
    return frameJson(this);
  }

  /**
   * The frame as RFC 4180 text with a header and CRLF. Names, strings and dynamics that a spreadsheet may take for a formula
   * (`=`, `+`, `-`, `@`, tab, line breaks, their full-width forms) get a leading `'`, which `Frame.fromCsv` takes off.
   */
  toCsv(): string {
    return toCsv(this);
  }

  /** The same rows with other remarks or another source. */
  with(details: FrameDetails): Frame<R> {
    return new Frame<R>(this.data, { source: this.source, notices: this.notices, ...details });
  }

  /**
   * The rows that are meant: by a function of the row (a view of it), by values that columns equal (`{ EventID: 4688 }`, a list
   * for any of its values, null for null), or by one comparison (`'EventID', '==', 4688`; see {@link CompareOperator}).
   * Keeps the source, as do all verbs but distinct, summarize, join and union; all keep the notices.
   */
  where(predicate: Predicate<R>): Frame<R>;
  where(column: keyof R & string, operator: CompareOperator, value?: unknown): Frame<R>;
  where(predicate: Predicate<R> | string, operator: CompareOperator = '==', value?: unknown): Frame<R> {
    const tests =
      typeof predicate === 'string'
        ? [conditionTest(this, { column: predicate, operator, value })]
        : predicateTests(this, predicate);
    return this.derived(where(this, tests));
  }

  /** The named columns, in that order. */
  project<K extends keyof R & string>(...names: readonly K[]): Frame<Pick<R, K>> {
    return this.derived(project(this, names));
  }

  /** All columns but the named ones. */
  projectAway<K extends keyof R & string>(...names: readonly K[]): Frame<Omit<R, K>> {
    return this.derived(projectAway(this, names));
  }

  /** The same columns, some under new names: `{ NewName: 'OldName' }`. */
  projectRename(renames: Readonly<Record<string, keyof R & string>>): Frame {
    return this.derived(projectRename(this, renames));
  }

  /**
   * The frame with computed columns, of the type that their values show or of a declared one; a name that it has is replaced
   * in its place. Values that the type cannot hold are `InvalidValue` or `TypeMismatch` errors.
   */
  extend<E extends Row>(columns: { readonly [K in keyof E]: Derived<R, E[K]> }): Frame<R & E> {
    return this.derived(extend<R>(this, columns as Readonly<Record<string, Derived<R, Cell>>>));
  }

  /**
   * The rows in the order of the keys, the first one deciding first; rows equal in all keys stay as they were. As in KQL a bare
   * name sorts from large to small; see {@link SortKey}, `asc` and `desc`. A dynamic key is a `TypeMismatch` error.
   */
  sort(...keys: readonly ((keyof R & string) | SortKey)[]): Frame<R> {
    return this.derived(sort(this, keys));
  }

  /** The first rows, at most so many. */
  take(count: number): Frame<R> {
    return this.derived(take(this, count));
  }

  /** The different rows of the named columns, or of all where none is named, in order of first appearance. */
  distinct<K extends keyof R & string = keyof R & string>(...names: readonly K[]): Frame<Pick<R, K>> {
    return new Frame(distinct(this, names), { notices: this.notices });
  }

  /**
   * One row for each different set of keys, in order of first appearance: the keys, then the aggregates by name, such as
   * `summarize({ n: count(), total: sum('Bytes') }, ['Computer'])`. Null is a key too. Without keys there is always one row.
   */
  summarize<A extends Readonly<Record<string, Aggregate>>, K extends keyof R & string = never>(
    aggregates: A,
    by: readonly K[] = [],
  ): Frame<Pick<R, K> & { readonly [N in keyof A]: NonNullable<A[N]['cell']> | null }> {
    return new Frame(summarize(this, aggregates, by), { notices: this.notices });
  }

  /**
   * The rows that meet rows of another frame where the keys are equal (null to null, too). `inner` and `leftouter` have the columns
   * of both, the other's with a number after names that are taken, as KQL does (`Computer1`); `leftsemi` and `leftanti` only
   * the rows of this one. Keys of different types are a `TypeMismatch` error.
   */
  join(other: Frame, options: { readonly on: readonly JoinKey[]; readonly kind?: JoinKind }): Frame {
    const notices = mergeNotices([this.notices, other.notices]);
    return new Frame(join(this, other, options.on, options.kind ?? 'inner'), { notices });
  }

  /**
   * The rows of this frame and then of the others. Columns meet by name and type; one that a frame lacks is null there (string:
   * empty); one that has several types becomes a column for each, named `x_long`, `x_string`, as KQL does.
   */
  union(...others: readonly Frame[]): Frame {
    const notices = mergeNotices([this.notices, ...others.map((other) => other.notices)]);
    return new Frame(union([this, ...others]), { notices });
  }

  private derived<S extends Row>(data: readonly Column[]): Frame<S> {
    return new Frame<S>(data, { source: this.source, notices: this.notices });
  }
}

import { CasebookError } from '../error/casebook-error';
import { DateTime } from '../time/date-time';
import { TimeSpan } from '../time/time-span';
import { arrayOf } from './array-of';
import type { Cell, ColumnInfo, Json } from './cell';
import { cellReader } from './cell-reader';
import type { Column, ColumnData } from './column';
import type { Columnar } from './columnar';
import { encodeColumn } from './encode-column';
import { KQL_TYPES } from './kql-type';
import type { Notice } from './notice';
import type { FrameSource } from './source';

/**
 * A frame as JSON, without loss. Cells by type: long as number within ±(2^53 - 1), else as text; real as number, but NaN, the
 * infinities and -0 as text; datetime, timespan, decimal, guid and string as text; dynamic as its JSON text; null as null.
 */
export interface FrameJson {
  readonly kind: 'casebook.frame';
  readonly columns: readonly ColumnInfo[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  readonly source?: Json;
  readonly notices?: readonly Notice[];
}

/** What a frame's JSON holds, revived. */
export interface FrameParts {
  readonly data: readonly Column[];
  readonly source?: FrameSource;
  readonly notices?: readonly Notice[];
}

type JsonCell = string | number | boolean | null;

const jsonReader = (data: ColumnData): ((row: number) => JsonCell) => {
  if (data.type === 'dynamic') {
    const { codes, dictionary, validity } = data;
    return (row) => (validity && !validity[row] ? null : (dictionary[codes[row] as number] as string));
  }
  const read = cellReader(data);
  return (row) => jsonCell(read(row));
};

const jsonCell = (cell: Cell): JsonCell => {
  if (typeof cell === 'bigint') {
    const number = Number(cell);
    return Number.isSafeInteger(number) ? number : String(cell);
  }
  if (typeof cell === 'number')
    return Object.is(cell, -0) ? '-0' : Number.isFinite(cell) ? cell : String(cell);
  return cell !== null && typeof cell === 'object' ? String(cell) : cell;
};

/** The JSON of columns; see {@link FrameJson}. */
export const frameJson = (
  frame: Columnar & {
    readonly columns: readonly ColumnInfo[];
    readonly source?: FrameSource;
    readonly notices: readonly Notice[];
  },
): FrameJson => {
  const readers = frame.data.map(({ data }) => jsonReader(data));
  return {
    kind: 'casebook.frame',
    columns: frame.columns,
    rows: arrayOf(frame.rowCount, (row) => readers.map((read) => read(row))),
    ...(frame.source ? { source: JSON.parse(JSON.stringify(frame.source)) as Json } : {}),
    ...(frame.notices.length > 0 ? { notices: frame.notices } : {}),
  };
};

/** Dynamic cells are kept as the texts that they are, checked to be JSON. */
const dynamicColumn = (cells: readonly unknown[]): ColumnData => {
  const texts = cells.map((cell) => (cell === null ? 'null' : String(cell)));
  const dictionary = [...new Set(texts)];
  dictionary.forEach((text) => void JSON.parse(text));
  const codeOf = new Map(dictionary.map((text, code) => [text, code]));
  const codes = Uint32Array.from(texts, (text) => codeOf.get(text) as number);
  const validity = Uint8Array.from(cells, (cell) => (cell === null ? 0 : 1));
  return { type: 'dynamic', codes, dictionary, ...(cells.includes(null) ? { validity } : {}) };
};

const revivedSource = (json: unknown): FrameSource => {
  const source = json as Record<string, unknown>;
  return {
    ...(source as unknown as FrameSource),
    ...(source['timeSpan']
      ? { timeSpan: TimeSpan.from(source['timeSpan'] as { start: string; end: string }) }
      : {}),
    ...(source['clock'] ? { clock: DateTime.parse(source['clock'] as string) } : {}),
  };
};

const isFrameJson = (json: unknown): json is FrameJson => {
  const { kind, columns, rows } = (json ?? {}) as Partial<FrameJson>;
  return (
    kind === 'casebook.frame' &&
    Array.isArray(columns) &&
    columns.every(({ name, type }: ColumnInfo) => typeof name === 'string' && KQL_TYPES.includes(type)) &&
    Array.isArray(rows) &&
    rows.every((row: unknown) => Array.isArray(row) && row.length === columns.length)
  );
};

/** Revives what {@link frameJson} wrote; anything else is an `InvalidValue` error. */
export const readFrameJson = (json: unknown): FrameParts => {
  if (!isFrameJson(json)) {
    throw new CasebookError('InvalidValue', 'JSON that is not a frame', {
      help: 'Give what JSON.stringify(frame) wrote.',
    });
  }
  const data = json.columns.map(({ name, type }, at) => {
    const cells = json.rows.map((row) => row[at]);
    return { name, data: type === 'dynamic' ? dynamicColumn(cells) : encodeColumn(type, cells, name) };
  });
  return {
    data,
    ...(json.source ? { source: revivedSource(json.source) } : {}),
    ...(json.notices ? { notices: json.notices } : {}),
  };
};

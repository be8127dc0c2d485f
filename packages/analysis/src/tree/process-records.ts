import {
  asc,
  cellReader,
  DateTime,
  type Cell,
  type Column,
  type Frame,
  type LongColumn,
  type Notice,
} from '@casebook/core';
import { keepRows } from '../columns/keep-rows';
import { requireColumn } from '../columns/require-column';
import { withoutRepeats } from './without-repeats';
import type { ChosenSchema, Role } from './choose-schema';
import { Interner } from './interner';

/** Process starts in the order of time, with what finds a parent as small numbers; 0 stands for nothing. */
export interface ProcessRecords {
  /** The rows that are process starts, sorted by time, each once. */
  readonly frame: Frame;
  readonly ticks: BigInt64Array;
  /** Host and process id; equal for equal processes. */
  readonly self: Uint32Array;
  /** The same of the parent; 0 where the row names none. */
  readonly parent: Uint32Array;
  readonly name: Uint32Array;
  readonly parentName: Uint32Array;
  /** The session that the process runs in, and the one that started it. */
  readonly session: Uint32Array;
  readonly startedFrom: Uint32Array;
  readonly parentTicks?: LongColumn;
}

/** Reads process starts that are sorted by time. O(n). */
export function processRecords(frame: Frame, { columns }: ChosenSchema): ProcessRecords {
  if (columns.parentTime !== undefined) requireColumn(frame, columns.parentTime, ['datetime']);
  const interner = new Interner();
  const codes = (role: Role, read: (text: string) => string): Uint32Array =>
    codesOf(columns[role] === undefined ? undefined : frame.column(columns[role]), frame.rowCount, (text) =>
      interner.text(read(text)),
    );
  const hosts = codes('host', (text) => `host ${text.toLowerCase()}`);
  const onHost = (ids: Uint32Array): Uint32Array =>
    ids.map((id, row) => (id === 0 ? 0 : interner.pair(hosts[row] as number, id) + 1));
  const names = codes('processName', (text) => text.toLowerCase());
  const started = codes('logonId', sessionText);
  const target = codes('targetLogonId', sessionText);
  return {
    frame,
    ticks: (frame.column(columns.time).data as LongColumn).values,
    self: onHost(codes('processId', idText)),
    parent: onHost(codes('parentId', idText)),
    name: names,
    parentName: codes('parentName', (text) => text.toLowerCase()),
    session: target.map((session, row) => session || (started[row] as number)),
    startedFrom: started,
    ...(columns.parentTime === undefined
      ? {}
      : { parentTicks: frame.column(columns.parentTime).data as LongColumn }),
  };
}

/** Process ids as numbers where they are numbers: `0x1580`, `0X1580` and `5504` are one. */
const idText = (text: string): string => {
  if (text === '') return '';
  return /^(0x[0-9a-f]+|\d{1,15}(\.0)?)$/i.test(text) ? `id ${Number(text)}` : `id ${text.toLowerCase()}`;
};

const sessionText = (text: string): string =>
  text === '' || /^0x0+$|^0$/i.test(text) ? '' : `session ${text.toLowerCase()}`;

/** The number of each cell; each distinct text is read once. */
function codesOf(column: Column | undefined, count: number, code: (text: string) => number): Uint32Array {
  if (!column) return new Uint32Array(count);
  const { data } = column;
  if ('codes' in data && data.type !== 'dynamic') {
    const byCode = Uint32Array.from(data.dictionary, code);
    return Uint32Array.from(data.codes, (at, row) =>
      data.validity && !data.validity[row] ? 0 : (byCode[at] as number),
    );
  }
  const read = cellReader(data);
  return Uint32Array.from({ length: count }, (_, row) => code(textOf(read(row))));
}

const textOf = (cell: Cell): string => {
  if (cell === null) return '';
  return typeof cell === 'object' && !(cell instanceof DateTime) ? JSON.stringify(cell) : String(cell);
};

/** The process starts of a log, sorted by time, each once; what is left out is said in a notice. O(n log n). */
export function processStarts(input: Frame, { schema, columns }: ChosenSchema): Frame {
  requireColumn(input, columns.time, ['datetime']);
  const { filter } = schema;
  const kinds = new Set((filter?.equals ?? []).map(String));
  const filterColumn = filter && input.data.find(({ name }) => name === filter.column);
  const events = filterColumn ? keep(input, filterColumn, (cell) => kinds.has(String(cell))) : input;
  const timed = keep(events, events.column(columns.time), (cell) => cell !== null);
  const sorted = timed.sort(asc(columns.time));
  const frame = withoutRepeats(sorted, (sorted.column(columns.time).data as LongColumn).values);
  const notices = [
    ...frame.notices,
    ...said(input.rowCount - events.rowCount, 'are no process starts'),
    ...said(events.rowCount - timed.rowCount, 'have no time'),
    ...said(sorted.rowCount - frame.rowCount, 'repeat another row'),
  ];
  return frame.with({ notices });
}

const said = (count: number, what: string): readonly Notice[] =>
  count === 0
    ? []
    : [{ code: 'information', message: `${count} rows are left out: they ${what}.`, partial: false }];

const keep = (frame: Frame, column: Column, wanted: (cell: Cell) => boolean): Frame => {
  const read = cellReader(column.data);
  return keepRows(
    frame,
    Uint8Array.from({ length: frame.rowCount }, (_, row) => (wanted(read(row)) ? 1 : 0)),
  );
};

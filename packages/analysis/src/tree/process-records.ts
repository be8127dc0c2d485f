import type { Frame, LongColumn } from '@casebook/core';
import { TextNumbers } from '../columns/text-numbers';
import { eachRow } from '../run/each-row';
import type { Steps } from '../run/steps';
import type { ChosenSchema, Role } from './choose-schema';
import { PairCodes } from './pair-codes';
import { textCodes } from './text-codes';

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
  /** When the parent started; null where the row does not say, or names a moment after its own. */
  readonly parentTicks?: LongColumn;
}

/** Reads process starts that are sorted by time. O(n). */
export function* processRecords(frame: Frame, { columns }: ChosenSchema): Steps<ProcessRecords> {
  const numbers = new TextNumbers();
  const pairs = new PairCodes(frame.rowCount);
  const codes = function* (role: Role, read: (text: string) => string): Steps<Uint32Array> {
    return (yield* textCodes(frame, columns[role], read, numbers)).codes;
  };
  const hosts = yield* codes('host', (text) => `host ${text.toLowerCase()}`);
  const onHost = function* (role: Role): Steps<Uint32Array> {
    const ids = yield* codes(role, idText);
    yield* eachRow(ids.length, 'reading processes', (row) => {
      if (ids[row] !== 0) ids[row] = pairs.code(hosts[row] as number, ids[row] as number) + 1;
    });
    return ids;
  };
  const { values: ticks } = frame.column(columns.time).data as LongColumn;
  const startedFrom = yield* codes('logonId', sessionText);
  const target = yield* codes('targetLogonId', sessionText);
  return {
    frame,
    ticks,
    self: yield* onHost('processId'),
    parent: yield* onHost('parentId'),
    name: yield* codes('processName', (text) => text.toLowerCase()),
    parentName: yield* codes('parentName', (text) => text.toLowerCase()),
    session: target.map((session, row) => session || (startedFrom[row] as number)),
    startedFrom,
    ...(columns.parentTime === undefined
      ? {}
      : { parentTicks: yield* notAfter(ticks, frame.column(columns.parentTime).data as LongColumn) }),
  };
}

/** Moments that are no later than others; a process cannot start before its parent. */
function* notAfter(latest: BigInt64Array, { type, values, validity }: LongColumn): Steps<LongColumn> {
  const known = new Uint8Array(latest.length);
  yield* eachRow(latest.length, 'reading processes', (row) => {
    if ((validity?.[row] ?? 1) === 1 && (values[row] as bigint) <= (latest[row] as bigint)) known[row] = 1;
  });
  return { type, values, validity: known };
}

/** Process ids as numbers where they are numbers: `0x1580`, `0X1580` and `5504` are one. */
const idText = (text: string): string => {
  if (text === '') return '';
  return /^(0x[0-9a-f]+|\d{1,15}(\.0)?)$/i.test(text) ? `id ${Number(text)}` : `id ${text.toLowerCase()}`;
};

const sessionText = (text: string): string =>
  text === '' || /^0x0+$|^0$/i.test(text) ? '' : `session ${text.toLowerCase()}`;

import {
  CasebookError,
  DateTime,
  type Column,
  type Frame,
  type LongColumn,
  type TextColumn,
} from '@casebook/core';
import { requireColumn } from '../columns/require-column';
import { withColumns } from '../columns/with-columns';
import type { ChosenSchema, Role } from './choose-schema';

const TIMES: readonly Role[] = ['time', 'parentTime', 'grandparentTime'];

/**
 * A frame whose columns of times are datetime. Texts in ISO 8601, as recordings in JSON or CSV have them, are read, others are
 * null; a column of another type, or of texts none of which is a time, is a `TypeMismatch` error. O(n).
 */
export function withTimes(frame: Frame, { columns }: ChosenSchema): Frame {
  const names = TIMES.flatMap((role) => columns[role] ?? []);
  const texts = names
    .map((name) => requireColumn(frame, name, ['datetime', 'string']))
    .filter(({ data }) => data.type === 'string');
  return texts.length === 0 ? frame : withColumns(frame, texts.map(read));
}

function read({ name, data }: Column): Column {
  const { codes, dictionary } = data as TextColumn;
  const ticks = dictionary.map(ticksOf);
  if (codes.some((code) => dictionary[code] !== '') && !codes.some((code) => ticks[code] !== undefined))
    throw new CasebookError('TypeMismatch', `unfit type of column ${JSON.stringify(name)}: string`, {
      help: 'Give a column of type datetime, or of texts such as 2026-10-05T08:30:00Z.',
    });
  const times: LongColumn = {
    type: 'datetime',
    values: BigInt64Array.from(codes, (code) => ticks[code] ?? 0n),
    validity: Uint8Array.from(codes, (code) => (ticks[code] === undefined ? 0 : 1)),
  };
  return { name, data: times };
}

function ticksOf(text: string): bigint | undefined {
  try {
    return DateTime.parse(text).ticks;
  } catch {
    return undefined;
  }
}

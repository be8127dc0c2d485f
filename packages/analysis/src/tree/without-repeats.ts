import type { Column, Frame } from '@casebook/core';
import { gatherRows } from '../run/by-column';
import { eachRow } from '../run/each-row';
import type { Steps } from '../run/steps';
import { Moments } from './moments';

/** Drops rows that equal an earlier row of the same moment in every column; the frame is sorted by time. O(n × columns). */
export function* withoutRepeats(frame: Frame, ticks: BigInt64Array): Steps<Frame> {
  const moments = new Moments(ticks);
  const last = frame.rowCount - 1;
  const columns = frame.data.map(({ data }) => data);
  const words = columns.map(wordsOf);
  const rows = new Uint32Array(frame.rowCount);
  let kept = 0;
  let seen = new Map<number, number[]>();
  const isRepeat = (row: number): boolean => {
    const isFirst = row === 0 || !moments.same(row, row - 1);
    if (isFirst && seen.size > 0) seen = new Map();
    if (isFirst && (row === last || !moments.same(row, row + 1))) return false;
    const hash = words.reduce((sum, word) => Math.imul(sum ^ word(row), 0x01000193), 17);
    const same = seen.get(hash);
    if (same?.some((other) => columns.every((column) => equalCells(column, row, other)))) return true;
    if (same) same.push(row);
    else seen.set(hash, [row]);
    return false;
  };
  yield* eachRow(frame.rowCount, 'looking for repeated rows', (row) => {
    if (!isRepeat(row)) rows[kept++] = row;
  });
  return kept === frame.rowCount ? frame : yield* gatherRows(frame, rows.subarray(0, kept));
}

type Data = Column['data'];

/** A number for each cell, equal for equal cells. */
function wordsOf(data: Data): (row: number) => number {
  const values = 'codes' in data ? data.codes : data.values;
  if (values.BYTES_PER_ELEMENT < 8) return (row) => Number(values[row]);
  const halves = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  return (row) => (halves[2 * row] as number) ^ (halves[2 * row + 1] as number);
}

function equalCells(data: Data, a: number, b: number): boolean {
  const { validity } = data;
  if ((validity?.[a] ?? 1) !== (validity?.[b] ?? 1)) return false;
  if (validity && !validity[a]) return true;
  const values = 'codes' in data ? data.codes : data.values;
  return Object.is(values[a], values[b]);
}

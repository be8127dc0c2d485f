import type { Column, Frame } from '@casebook/core';
import { keepRows } from '../columns/keep-rows';

/** Drops rows that equal an earlier row of the same moment in every column; the frame is sorted by time. O(n × columns). */
export function withoutRepeats(frame: Frame, ticks: BigInt64Array): Frame {
  const columns = frame.data.map(({ data }) => data);
  const words = columns.map(wordsOf);
  const mask = new Uint8Array(frame.rowCount).fill(1);
  let seen = new Map<number, number[]>();
  for (let row = 0; row < frame.rowCount; row += 1) {
    const isNew = row === 0 || ticks[row] !== ticks[row - 1];
    if (isNew) {
      if (ticks[row] !== ticks[row + 1]) continue;
      seen = new Map();
    }
    const hash = words.reduce((sum, word) => Math.imul(sum, 31) + word(row), 17) | 0;
    const same = seen.get(hash) ?? [];
    if (same.some((other) => columns.every((column) => equalCells(column, row, other)))) mask[row] = 0;
    else seen.set(hash, [...same, row]);
  }
  return keepRows(frame, mask);
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

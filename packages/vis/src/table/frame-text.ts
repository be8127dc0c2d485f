import { cellReader, type Frame } from '@casebook/core';
import { visibleText } from '../html/visible-text';
import { formatCell, formatCount, shorten } from './format-cell';

/** How much of a frame to write as text. */
export interface TextOptions {
  /** The most rows; defaults to 20. */
  readonly maxRows?: number;
  /** The widest column, in characters; defaults to 60. */
  readonly maxText?: number;
}

const line = (text: string, width: number): string =>
  visibleText(shorten(text.replace(/\r?\n|\r|\t/g, ' '), width));

/** A frame as an aligned text table, with its size, the time that it took, what was left out and its remarks. */
export const frameText = (frame: Frame, options: TextOptions = {}): string => {
  const { maxRows = 20, maxText = 60 } = options;
  const shown = Math.min(maxRows, frame.rowCount);
  const columns = frame.data.map(({ name, data }) => {
    const read = cellReader(data);
    const cells = Array.from({ length: shown }, (_, row) => line(formatCell(data.type, read(row)), maxText));
    const width = Math.max(line(name, maxText).length, ...cells.map((cell) => cell.length));
    const isNumber =
      data.type === 'int' || data.type === 'long' || data.type === 'real' || data.type === 'decimal';
    const pad = (text: string): string => (isNumber ? text.padStart(width) : text.padEnd(width));
    return { head: pad(line(name, maxText)), rule: '-'.repeat(width), cells: cells.map(pad) };
  });
  const join = (parts: string[]): string => parts.join('  ').trimEnd();
  const rows = Array.from({ length: shown }, (_, row) =>
    join(columns.map(({ cells }) => cells[row] as string)),
  );
  const rest = frame.rowCount > shown ? [`… ${formatCount(frame.rowCount - shown)} more rows`] : [];
  const notices = frame.notices.map(
    ({ partial, message }) => `${partial ? 'PARTIAL: ' : 'note: '}${visibleText(message)}`,
  );
  const time = frame.source ? ` in ${formatCount(Math.round(frame.source.milliseconds))} ms` : '';
  const size = `${formatCount(frame.rowCount)} ${frame.rowCount === 1 ? 'row' : 'rows'}${time}`;
  return [
    join(columns.map(({ head }) => head)),
    join(columns.map(({ rule }) => rule)),
    ...rows,
    ...rest,
    size,
    ...notices,
  ].join('\n');
};

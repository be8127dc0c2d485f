import type { Frame } from '@casebook/core';
import { columnTexts } from './column-texts';
import { keepRows } from './keep-rows';
import { withLeftOut } from './with-left-out';

/** The rows that have a value in all of some columns; a notice counts the others. O(n). */
export function withoutEmpty(frame: Frame, names: readonly string[]): Frame {
  const mask = new Uint8Array(frame.rowCount).fill(1);
  for (const name of names)
    columnTexts(frame, name).forEach((text, row) => {
      if (text === '') mask[row] = 0;
    });
  const kept = keepRows(frame, mask);
  return withLeftOut(kept, frame.rowCount - kept.rowCount, `has nothing in ${names.join(' or ')}`);
}

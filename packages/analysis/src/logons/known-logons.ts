import type { Frame } from '@casebook/core';
import { columnTexts } from '../columns/column-texts';
import { keepRows } from '../columns/keep-rows';
import { withLeftOut } from '../columns/with-left-out';
import { readLogons, type ReadLogonsOptions } from './read-logons';

/** Logons in form, without the rows that are neither success nor failure; a notice counts those. */
export function knownLogons(frame: Frame, options: ReadLogonsOptions): Frame {
  const read = readLogons(frame, options);
  const results = columnTexts(read, 'LogonResult');
  const known = keepRows(
    read,
    Uint8Array.from(results, (result) => (result === 'Unknown' ? 0 : 1)),
  );
  return withLeftOut(known, read.rowCount - known.rowCount, 'is neither a successful nor a failed logon');
}

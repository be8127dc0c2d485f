import { encodeColumn, type Frame } from '@casebook/core';
import { columnTexts } from '../columns/column-texts';
import { withColumns } from '../columns/with-columns';
import type { ChosenSchema } from './choose-schema';
import { INFERRED } from './infer-parents';

/** A frame with the names of processes and parents in small letters, as the original's columns have them. */
export function withOriginalNames(frame: Frame, { columns }: ChosenSchema): Frame {
  const inferred = frame.values(INFERRED);
  const names = columnTexts(frame, columns.processName).map((name) => name.toLowerCase() || 'unknown');
  const parents = columnTexts(frame, columns.parentName).map((name, row) =>
    inferred[row] ? '' : name.toLowerCase() || 'unknown',
  );
  return withColumns(frame, [
    { name: 'new_process_lc', data: encodeColumn('string', names, 'new_process_lc') },
    { name: 'parent_proc_lc', data: encodeColumn('string', parents, 'parent_proc_lc') },
  ]);
}

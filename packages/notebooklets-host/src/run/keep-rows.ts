import { Frame, type Row } from '@casebook/core';

/** The rows that pass, under the same columns, source and notices. */
export const keepRows = <R extends Row>(frame: Frame<R>, keep: (row: R) => boolean): Frame<R> => {
  const rows = frame.rows();
  const kept = rows.filter(keep);
  return kept.length === rows.length
    ? frame
    : Frame.fromRows<R>(frame.columns, kept, { source: frame.source, notices: frame.notices });
};

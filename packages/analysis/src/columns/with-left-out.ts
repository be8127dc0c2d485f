import type { Frame, Notice } from '@casebook/core';

/** A frame with a remark on rows that were left out; the frame itself where none were. */
export const withLeftOut = (frame: Frame, count: number, what: string): Frame => {
  if (count === 0) return frame;
  const notice: Notice = {
    code: 'information',
    message: count === 1 ? `1 row is left out: it ${what}.` : `${count} rows are left out: each ${what}.`,
    partial: false,
  };
  return frame.with({ notices: [...frame.notices, notice] });
};

import { Frame, gather } from '@casebook/core';

/** The rows of a frame whose byte is 1, in order; the frame itself where all are. */
export function keepRows(frame: Frame, mask: Uint8Array): Frame {
  if (!mask.includes(0)) return frame;
  const rows = Uint32Array.from(mask.keys()).filter((row) => mask[row] === 1);
  return takeRows(frame, rows);
}

/** Rows of a frame by number, in the given order; its source and notices stay. */
export const takeRows = (frame: Frame, rows: Uint32Array): Frame =>
  new Frame(
    frame.data.map(({ name, data }) => ({ name, data: gather(data, rows) })),
    { source: frame.source, notices: frame.notices },
  );

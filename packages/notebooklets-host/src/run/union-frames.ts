import { Frame, type ColumnInfo, type Notice, type Row } from '@casebook/core';

/**
 * The rows of all frames, in order, under the columns of all by name; frames without rows only give way.
 * `trouble` is what could not be asked: the frame is partial then and says so.
 */
export const unionFrames = <R extends Row>(frames: readonly Frame<R>[], trouble = ''): Frame<R> => {
  const filled = frames.filter(({ rowCount }) => rowCount > 0);
  const used = filled.length ? filled : frames;
  const failedPart: readonly Notice[] = trouble
    ? [{ code: 'failedPart', message: trouble, partial: true }]
    : [];
  const [first] = used;
  if (first && used.length === 1)
    return trouble ? first.with({ notices: [...first.notices, ...failedPart] }) : first;
  const columns = new Map<string, ColumnInfo>();
  for (const column of used.flatMap((frame) => frame.columns))
    if (!columns.has(column.name)) columns.set(column.name, column);
  return Frame.fromRows<R>(
    [...columns.values()],
    used.flatMap((frame) => frame.rows()),
    { notices: [...used.flatMap(({ notices }) => notices), ...failedPart] },
  );
};

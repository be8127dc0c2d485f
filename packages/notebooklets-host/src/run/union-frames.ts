import type { Frame, Notice, Row } from '@casebook/core';

/**
 * The rows of all frames, in order, under the columns of all; frames without rows give way to those with some.
 * `trouble` is what could not be asked: the frame is partial then and says so.
 */
export const unionFrames = <R extends Row>(frames: readonly Frame<R>[], trouble = ''): Frame<R> => {
  const filled = frames.filter(({ rowCount }) => rowCount > 0);
  const [first, ...others] = filled.length ? filled : frames.slice(0, 1);
  if (!first) throw new RangeError('no frame to unite');
  const all = others.length ? (first.union(...others) as Frame<R>) : first;
  const failed: Notice = { code: 'failedPart', message: trouble, partial: true };
  return trouble ? all.with({ notices: [...all.notices, failed] }) : all;
};

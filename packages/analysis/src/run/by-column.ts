import { Frame, gather, type Column } from '@casebook/core';
import type { Steps } from './steps';

/** Makes a frame from another column by column, with pauses between; its notices stay. */
function* byColumn(frame: Frame, message: string, make: (column: Column) => Column): Steps<Frame> {
  const made: Column[] = [];
  for (const column of frame.data) {
    yield { message, done: made.length, total: frame.data.length };
    made.push(make(column));
  }
  return new Frame(made, { source: frame.source, notices: frame.notices });
}

/** Rows of a frame by number, in the given order. */
export const gatherRows = (frame: Frame, rows: Uint32Array): Steps<Frame> =>
  byColumn(frame, 'sorting rows', ({ name, data }) => ({ name, data: gather(data, rows) }));

/** The rows of a frame, then those of another, which has some of its columns, `shared` among them. */
export const appendRows = (frame: Frame, more: Frame, shared: string): Steps<Frame> =>
  byColumn(frame, 'adding rows', (column) => {
    const other = more.data.find(({ name }) => name === column.name) ?? more.column(shared);
    return new Frame([column]).union(new Frame([other])).data[0] as Column;
  });

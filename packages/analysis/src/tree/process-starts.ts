import { asc, cellReader, Frame, type Cell, type Column, type LongColumn, type Notice } from '@casebook/core';
import { gatherRows } from '../run/by-column';
import { eachRow } from '../run/each-row';
import type { Steps } from '../run/steps';
import { isStart, type ChosenSchema } from './choose-schema';
import { Moments } from './moments';
import { withTimes } from './process-times';
import { withoutRepeats } from './without-repeats';

/** The process starts of a log, sorted by time, each once; what is left out is said in a notice. O(n log n). */
export function* processStarts(input: Frame, chosen: ChosenSchema): Steps<Frame> {
  const { schema, columns } = chosen;
  const all = withTimes(input, chosen);
  const filterColumn = all.data.find(({ name }) => name === schema.filter?.column);
  const events = filterColumn ? yield* keep(all, filterColumn, isStart(schema)) : all;
  const timed = yield* keep(events, events.column(columns.time), (cell) => cell !== null);
  const sorted = yield* sortedByTime(timed, columns.time);
  const frame = yield* withoutRepeats(sorted, (sorted.column(columns.time).data as LongColumn).values);
  const notices = [
    ...frame.notices,
    ...said(input.rowCount - events.rowCount, 'are no process starts'),
    ...said(events.rowCount - timed.rowCount, 'have no time'),
    ...said(sorted.rowCount - frame.rowCount, 'repeat another row'),
  ];
  return frame.with({ notices });
}

const said = (count: number, what: string): readonly Notice[] =>
  count === 0
    ? []
    : [{ code: 'information', message: `${count} rows are left out: they ${what}.`, partial: false }];

function* keep(frame: Frame, column: Column, wanted: (cell: Cell) => boolean): Steps<Frame> {
  if (wanted(null) === false && column.data.type === 'datetime' && !column.data.validity) return frame;
  const read = cellReader(column.data);
  const rows = new Uint32Array(frame.rowCount);
  let kept = 0;
  yield* eachRow(frame.rowCount, 'choosing process starts', (row) => {
    if (wanted(read(row))) rows[kept++] = row;
  });
  return kept === frame.rowCount ? frame : yield* gatherRows(frame, rows.subarray(0, kept));
}

/** A frame sorted by a datetime column without nulls; rows of one moment stay in order. */
export function* sortedByTime(frame: Frame, name: string): Steps<Frame> {
  const time = frame.column(name);
  const moments = new Moments((time.data as LongColumn).values);
  let isSorted = true;
  yield* eachRow(frame.rowCount - 1, 'sorting processes', (row) => {
    if (isSorted && moments.isLater(row, row + 1)) isSorted = false;
  });
  if (isSorted) return frame;
  const row: Column = {
    name: `${name} row`,
    data: { type: 'int', values: Int32Array.from({ length: frame.rowCount }, (_, at) => at) },
  };
  const order = new Frame([time, row]).sort(asc(name)).column(row.name).data as { values: Int32Array };
  return yield* gatherRows(frame, new Uint32Array(order.values));
}

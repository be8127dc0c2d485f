import { cellReader, DateTime, Frame } from '@casebook/core';
import { cellText } from '../columns/column-texts';
import { withColumns } from '../columns/with-columns';
import { appendRows } from '../run/by-column';
import { eachRow } from '../run/each-row';
import type { Steps } from '../run/steps';
import type { ChosenSchema } from './choose-schema';
import { INFERRED, inferParents } from './infer-parents';
import { linkParents } from './link-parents';
import { withOriginalNames } from './original-names';
import { processRecords } from './process-records';
import { processStarts, sortedByTime } from './process-starts';

/** Processes with their parents. */
export interface LinkedProcesses {
  /** Process starts sorted by time, then inferred parents whose start nobody tells; the column `Inferred` marks all inferred ones. */
  readonly frame: Frame;
  /** The row of each one's parent, -1 for a root. */
  readonly parents: Int32Array;
  /** The logon session of each process as the log writes it, that of the starter where it has none of its own. */
  readonly sessions: readonly string[];
}

/** How often parents whose start is told are inferred: the parent of a process, and its parent. */
const GENERATIONS = 2;

const EPOCH = DateTime.parse('1970-01-01T00:00:00Z');

/** Finds or infers the parent of every process; `original` adds what the original has of them. O(n log n). */
export function* linkedProcesses(
  input: Frame,
  chosen: ChosenSchema,
  original: boolean,
): Steps<LinkedProcesses> {
  let frame = marked(yield* processStarts(input, chosen));
  if (chosen.columns.parentTime !== undefined)
    for (let generation = 0; generation < GENERATIONS; generation += 1)
      frame = yield* withToldParents(frame, chosen, original);
  const records = yield* processRecords(frame, chosen);
  const linked = yield* linkParents(records, original);
  const missing = yield* inferParents(records, linked, chosen, original ? { start: EPOCH } : {});
  const parents = new Int32Array(frame.rowCount + missing.frame.rowCount).fill(-1);
  parents.set(linked);
  for (const [row, place] of missing.parentOf) parents[row] = frame.rowCount + place;
  const all = missing.frame.rowCount > 0 ? yield* appendRows(frame, missing.frame, INFERRED) : frame;
  const whole = original ? withOriginalNames(all, chosen) : all;
  return {
    frame: new Frame(whole.data, { notices: frame.notices }),
    parents,
    sessions: yield* sessionsOf(whole, chosen),
  };
}

const marked = (frame: Frame): Frame =>
  withColumns(frame, [{ name: INFERRED, data: { type: 'bool', values: new Uint8Array(frame.rowCount) } }]);

function* withToldParents(frame: Frame, chosen: ChosenSchema, original: boolean): Steps<Frame> {
  const records = yield* processRecords(frame, chosen);
  const linked = yield* linkParents(records, original);
  const missing = yield* inferParents(records, linked, chosen, { timed: true });
  if (missing.frame.rowCount === 0) return frame;
  return yield* sortedByTime(yield* appendRows(frame, missing.frame, INFERRED), chosen.columns.time);
}

function* sessionsOf(frame: Frame, { columns }: ChosenSchema): Steps<readonly string[]> {
  const texts = (name: string | undefined): ((row: number) => string) => {
    if (name === undefined) return () => '';
    const read = cellReader(frame.column(name).data);
    return (row) => cellText(read(row));
  };
  const [started, target] = [texts(columns.logonId), texts(columns.targetLogonId)];
  const sessions = new Array<string>(frame.rowCount);
  yield* eachRow(frame.rowCount, 'reading sessions', (row) => {
    const own = target(row);
    sessions[row] = own === '' || /^(0x)?0+$/i.test(own) ? started(row) : own;
  });
  return sessions;
}

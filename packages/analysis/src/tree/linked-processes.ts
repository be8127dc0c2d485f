import { asc, DateTime, encodeColumn, Frame } from '@casebook/core';
import type { Steps } from '../run/steps';
import type { ChosenSchema } from './choose-schema';
import { INFERRED, inferParents } from './infer-parents';
import { linkParents } from './link-parents';
import { processRecords, processStarts } from './process-records';

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

/** Finds or infers the parent of every process. O(n log n). */
export function* linkedProcesses(input: Frame, chosen: ChosenSchema, epoch: boolean): Steps<LinkedProcesses> {
  let frame = marked(processStarts(input, chosen));
  if (chosen.columns.parentTime !== undefined)
    for (let generation = 0; generation < GENERATIONS; generation += 1)
      frame = yield* withToldParents(frame, chosen);
  const records = processRecords(frame, chosen);
  const linked = yield* linkParents(records);
  const missing = inferParents(records, linked, chosen, epoch ? { start: EPOCH } : {});
  const parents = new Int32Array(frame.rowCount + missing.frame.rowCount).fill(-1);
  parents.set(linked);
  for (const [row, place] of missing.parentOf) parents[row] = frame.rowCount + place;
  const whole = missing.frame.rowCount > 0 ? frame.union(missing.frame) : frame;
  return {
    frame: new Frame(whole.data, { notices: frame.notices }),
    parents,
    sessions: sessionsOf(whole, chosen),
  };
}

const marked = (frame: Frame): Frame => {
  const data = encodeColumn('bool', new Array<boolean>(frame.rowCount).fill(false), INFERRED);
  return new Frame([...frame.data.filter(({ name }) => name !== INFERRED), { name: INFERRED, data }], {
    notices: frame.notices,
  });
};

function* withToldParents(frame: Frame, chosen: ChosenSchema): Steps<Frame> {
  const records = processRecords(frame, chosen);
  const linked = yield* linkParents(records);
  const missing = inferParents(records, linked, chosen, { timed: true });
  if (missing.frame.rowCount === 0) return frame;
  const { notices } = frame;
  return frame.union(missing.frame).sort(asc(chosen.columns.time)).with({ notices });
}

function sessionsOf(frame: Frame, { columns }: ChosenSchema): readonly string[] {
  const texts = (name: string | undefined): readonly string[] =>
    name === undefined ? [] : frame.values(name).map((cell) => (cell === null ? '' : String(cell)));
  const [started, target] = [texts(columns.logonId), texts(columns.targetLogonId)];
  return Array.from({ length: frame.rowCount }, (_, row) => {
    const own = target[row] ?? '';
    return own === '' || /^(0x)?0+$/i.test(own) ? (started[row] ?? '') : own;
  });
}

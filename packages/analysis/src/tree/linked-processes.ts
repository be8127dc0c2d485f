import { DateTime, Frame } from '@casebook/core';
import { TextNumbers } from '../columns/text-numbers';
import { withColumns } from '../columns/with-columns';
import { appendRows } from '../run/by-column';
import type { Steps } from '../run/steps';
import type { ChosenSchema } from './choose-schema';
import { INFERRED, inferParents } from './infer-parents';
import { linkParents } from './link-parents';
import { withOriginalNames } from './original-names';
import { processRecords } from './process-records';
import { processStarts, sortedByTime } from './process-starts';
import { textCodes, type TextCodes } from './text-codes';

/** Processes with their parents. */
export interface LinkedProcesses {
  /** Process starts sorted by time, then inferred parents whose start nobody tells; the column `Inferred` marks all inferred ones. */
  readonly frame: Frame;
  /** The row of each one's parent, -1 for a root. */
  readonly parents: Int32Array;
  /** The logon session of each process as the log writes it, that of the starter where it has none of its own. */
  readonly sessions: TextCodes;
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

function* sessionsOf(frame: Frame, { columns }: ChosenSchema): Steps<TextCodes> {
  const numbers = new TextNumbers();
  const asIs = (text: string): string => text;
  const started = yield* textCodes(frame, columns.logonId, asIs, numbers);
  const own = (text: string): string => (/^(0x)?0+$/i.test(text) ? '' : text);
  const { codes, texts } = yield* textCodes(frame, columns.targetLogonId, own, numbers);
  return { texts, codes: codes.map((code, row) => code || (started.codes[row] as number)) };
}

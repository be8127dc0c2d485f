import { CasebookError, DateTime, type Clock } from '@casebook/core';
import type { TableFacts } from './catalogue/table-facts';

/** The clock of a workspace of files; `known` is absent where there are neither rows nor a `now`. */
export interface FileClock extends Clock {
  readonly known?: DateTime;
}

const unknown: FileClock = {
  origin: 'unknown: no rows with a time, and no now given',
  now: () => {
    throw new CasebookError('ClockUnknown', 'unknown time: the workspace holds no rows with a time', {
      help: 'Open it with a time of its own: openWorkspace(source, { now }).',
    });
  },
};

const at = (moment: DateTime, origin: string): FileClock => ({ known: moment, origin, now: () => moment });

/** The time of a workspace of files: the one given, else one tick after the newest row. */
export const fileClock = (now: DateTime | undefined, tables: readonly TableFacts[]): FileClock => {
  if (now) return at(now, 'given when the workspace was opened');
  const last = tables
    .map((table) => table.last?.ticks ?? -1n)
    .reduce((newest, ticks) => (ticks > newest ? ticks : newest), -1n);
  if (last < 0n) return unknown;
  try {
    return at(new DateTime(last + 1n), 'one tick after the newest row');
  } catch {
    return at(new DateTime(last), 'the newest row, at the end of time');
  }
};

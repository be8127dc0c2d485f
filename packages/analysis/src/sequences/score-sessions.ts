import { CasebookError, Frame, type Column, type Json } from '@casebook/core';
import { dynamicColumn } from '../columns/dynamic-column';
import { made } from '../columns/with-columns';
import { PAUSE_ROWS, runInSlices, runNow, type AsyncOptions, type Steps } from '../run/steps';
import { readSessions } from './read-sessions';
import { scoreSession, type RarestWindow, type WindowOptions } from './score-session';
import { SequenceModel } from './sequence-model';

/** What `scoreSessions` is told. */
export interface ScoreSessionsOptions {
  /** A dynamic column of sessions: lists of strings, or of `{ name, params }`. */
  readonly column: string;
  /** Commands of a window, from 1; default 3. */
  readonly windowLength?: number;
  /** Whether the start and the end of a session count; default true. */
  readonly startEndTokens?: boolean;
  /** Whether a likelihood is the geometric mean over the window's commands; default false. */
  readonly geometricMean?: boolean;
  /** Whether the likelihood of every window is told, not of the rarest alone; default false. */
  readonly everyWindow?: boolean;
  /** `'msticpy'` leaves out the column that says why, and lets the first command of all decide whether values count. */
  readonly compatibility?: 'msticpy';
}

/**
 * Learns which commands follow each other in all sessions, and finds the least likely window of each: adds
 * `rarest_window{n}_likelihood` (real, 0 to 1), `rarest_window{n}` (dynamic, the commands as they came; one fewer where the end of the session is part of
 * the window) and `rarest_window{n}_why` (dynamic: `command`, `transition` and `parameters` as probabilities); with `everyWindow` also
 * `window{n}_likelihoods` (dynamic, in order). Of equally likely windows it is the first. A session with too few commands has NaN and an empty window.
 * Rarity is `-log(likelihood)`. A parameter without a value (null, empty, 0, false) counts as present without one.
 * Errors: `UnknownColumn`, `TypeMismatch`, `InvalidParameter`, and `InvalidValue` for what is no session, with its row.
 * O(commands × (windowLength + parameters)). Source: MSTICPy `anomalous_sequence.score_sessions`, whose likelihoods and windows these equal;
 * it refuses empty sessions, and `compatibility` tells what else differs.
 */
export const scoreSessions = (frame: Frame, options: ScoreSessionsOptions): Frame =>
  runNow(scoreSteps(frame, options));

/** `scoreSessions` in slices of 50 ms, with a signal and progress; errors also `QueryAborted`. */
export const scoreSessionsAsync = (
  frame: Frame,
  options: ScoreSessionsOptions & AsyncOptions,
): Promise<Frame> => runInSlices(scoreSteps(frame, options), options);

function* scoreSteps(frame: Frame, options: ScoreSessionsOptions): Steps<Frame> {
  const {
    column,
    windowLength = 3,
    startEndTokens = true,
    geometricMean = false,
    everyWindow = false,
  } = options;
  if (!Number.isInteger(windowLength) || windowLength < 1)
    throw new CasebookError('InvalidParameter', `invalid windowLength: ${windowLength}`, {
      help: 'Give a whole number from 1.',
    });
  const sessions = yield* readSessions(frame, column, options.compatibility === 'msticpy');
  const model = yield* SequenceModel.trained(sessions);
  const window: WindowOptions = { windowLength, startEndTokens, geometricMean, everyWindow };
  const rarest: (RarestWindow | undefined)[] = [];
  let work = 0;
  for (const session of sessions.rows) {
    rarest.push(yield* scoreSession(session, model, window));
    work += session.length + 1;
    if (work < PAUSE_ROWS) continue;
    work = 0;
    yield { message: 'scoring', done: rarest.length, total: sessions.rows.length };
  }
  return yield* assembled(frame, sessions.cells, rarest, options);
}

function* assembled(
  frame: Frame,
  cells: readonly (readonly Json[])[],
  rarest: readonly (RarestWindow | undefined)[],
  { windowLength = 3, everyWindow = false, compatibility }: ScoreSessionsOptions,
): Steps<Frame> {
  const name = `rarest_window${windowLength}`;
  const likelihoods = rarest.map((one) => one?.likelihood ?? NaN);
  const dynamic = (named: string, valueAt: (row: number) => readonly unknown[]): Steps<Column> =>
    dynamicColumn(named, rarest.length, valueAt);
  const windowAt = (row: number): readonly Json[] => {
    const first = rarest[row]?.first;
    return first === undefined ? [] : (cells[row]?.slice(first, first + windowLength) ?? []);
  };
  const added = [made(`${name}_likelihood`, 'real', likelihoods), yield* dynamic(name, windowAt)];
  if (compatibility !== 'msticpy') added.push(yield* dynamic(`${name}_why`, (row) => rarest[row]?.why ?? []));
  if (everyWindow)
    added.push(yield* dynamic(`window${windowLength}_likelihoods`, (row) => rarest[row]?.likelihoods ?? []));
  const names = new Set(added.map((one) => one.name));
  return new Frame([...frame.data.filter((one) => !names.has(one.name)), ...added], {
    source: frame.source,
    notices: frame.notices,
  });
}

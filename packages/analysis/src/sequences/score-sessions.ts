import { CasebookError, encodeColumn, Frame, type Column, type Json } from '@casebook/core';
import { runInSlices, runNow, type AsyncOptions, type Steps } from '../run/steps';
import { readSessions } from './read-sessions';
import { scoreSession, type RarestWindow } from './score-session';
import { SequenceModel } from './sequence-model';

/** What `scoreSessions` is told. */
export interface ScoreSessionsOptions {
  /** A dynamic column of sessions: lists of strings, or of `{ name, params }`. */
  readonly column: string;
  /** Commands of a window, from 2; default 3. */
  readonly windowLength?: number;
  /** Whether the start and the end of a session count; default true. */
  readonly startEndTokens?: boolean;
  /** Whether a likelihood is the geometric mean over the window's commands; default false. */
  readonly geometricMean?: boolean;
  /** `'msticpy'` leaves out the column that says why. */
  readonly compatibility?: 'msticpy';
}

/** How many sessions are scored between two pauses. */
const BATCH = 200;

/**
 * Learns which commands follow each other in all sessions, and finds the least likely window of each: adds
 * `rarest_window{n}_likelihood` (real, 0 to 1), `rarest_window{n}` (dynamic, the commands as they came; one fewer where the end of the session is part of
 * the window) and `rarest_window{n}_why` (dynamic: `command`, `transition` and `parameters` as probabilities). A session with
 * too few commands has NaN and an empty window. Rarity is `-log(likelihood)`.
 * Errors: `UnknownColumn`, `TypeMismatch`, `InvalidParameter`, and `InvalidValue` for what is no session, with its row.
 * O(commands × windowLength). Source: MSTICPy `anomalous_sequence.score_sessions`, whose likelihoods these equal.
 */
export const scoreSessions = (frame: Frame, options: ScoreSessionsOptions): Frame =>
  runNow(scoreSteps(frame, options));

/** `scoreSessions` in slices of 50 ms, with a signal and progress; errors also `QueryAborted`. */
export const scoreSessionsAsync = (
  frame: Frame,
  options: ScoreSessionsOptions & AsyncOptions,
): Promise<Frame> => runInSlices(scoreSteps(frame, options), options);

function* scoreSteps(frame: Frame, options: ScoreSessionsOptions): Steps<Frame> {
  const { column, windowLength = 3, startEndTokens = true, geometricMean = false } = options;
  if (!Number.isInteger(windowLength) || windowLength < 2)
    throw new CasebookError('InvalidParameter', `invalid windowLength: ${windowLength}`, {
      help: 'Give a whole number from 2.',
    });
  const sessions = readSessions(frame, column);
  yield { message: 'learning', done: 0, total: sessions.rows.length };
  const model = new SequenceModel(sessions);
  const rarest: (RarestWindow | undefined)[] = [];
  for (const session of sessions.rows) {
    if (rarest.length % BATCH === 0)
      yield { message: 'scoring', done: rarest.length, total: sessions.rows.length };
    rarest.push(scoreSession(session, model, { windowLength, startEndTokens, geometricMean }));
  }
  return assembled(frame, sessions.cells, rarest, options);
}

function assembled(
  frame: Frame,
  cells: readonly (readonly Json[])[],
  rarest: readonly (RarestWindow | undefined)[],
  { windowLength = 3, compatibility }: ScoreSessionsOptions,
): Frame {
  const name = `rarest_window${windowLength}`;
  const windows = rarest.map((one, row) =>
    one ? cells[row]?.slice(one.first, one.first + windowLength) : [],
  );
  const whys = rarest.map((one) => one?.why ?? []);
  const added: readonly Column[] = [
    columnOf(
      `${name}_likelihood`,
      'real',
      rarest.map((one) => one?.likelihood ?? NaN),
    ),
    columnOf(name, 'dynamic', windows),
    ...(compatibility === 'msticpy' ? [] : [columnOf(`${name}_why`, 'dynamic', whys)]),
  ];
  const names = new Set(added.map((one) => one.name));
  return new Frame([...frame.data.filter((one) => !names.has(one.name)), ...added], {
    source: frame.source,
    notices: frame.notices,
  });
}

const columnOf = (name: string, type: 'real' | 'dynamic', cells: readonly unknown[]): Column => ({
  name,
  data: encodeColumn(type, cells, name),
});

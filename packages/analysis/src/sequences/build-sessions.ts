import {
  asc,
  CasebookError,
  DateTime,
  Duration,
  encodeColumn,
  Frame,
  gather,
  type Cell,
} from '@casebook/core';
import { requireColumn } from '../columns/require-column';

/** What `buildSessions` is told. */
export interface BuildSessionsOptions {
  /** The columns of the one who acts; a change of any starts a session. */
  readonly keys: readonly string[];
  /** The datetime column. */
  readonly timeColumn: string;
  /** The column whose values make up a session. */
  readonly eventColumn: string;
  /** The longest pause within a session, such as `'2m'`. */
  readonly maxSeparation: Duration | string;
  /** The longest session from its first to its last event, such as `'20m'`. */
  readonly maxLength: Duration | string;
}

/**
 * Folds events into sessions, one row each, sorted by keys and time: the key columns, `<time>_min`, `<time>_max` (datetime),
 * `<event>_list` (dynamic), `duration` (timespan) and `number_events` (long). A session ends where a key changes, where the
 * pause is longer than `maxSeparation`, or where it would last longer than `maxLength`. Empty keys are a key of their own.
 * Errors: `UnknownColumn`, `TypeMismatch`, and `InvalidValue` for an event without a time. O(n log n).
 * Source: MSTICPy `sessionize_data`.
 */
export function buildSessions(frame: Frame, options: BuildSessionsOptions): Frame {
  const { keys, timeColumn, eventColumn } = options;
  for (const key of keys) requireColumn(frame, key);
  requireColumn(frame, timeColumn, ['datetime']);
  requireColumn(frame, eventColumn);
  const sorted = frame.sort(...[...keys, timeColumn].map((name) => asc(name)));
  const times = sorted.values(timeColumn).map(ticksOf);
  const starts = startsOf(sorted, times, options);
  const ends = starts.map((_, at) => (starts[at + 1] ?? sorted.rowCount) - 1);
  const at = (rows: readonly number[]): readonly DateTime[] =>
    rows.map((row) => new DateTime(times[row] as bigint));
  const events = sorted.values(eventColumn).map((cell) => (typeof cell === 'bigint' ? String(cell) : cell));
  const first = Uint32Array.from(starts);
  const made: readonly (readonly [
    string,
    'datetime' | 'dynamic' | 'timespan' | 'long',
    readonly unknown[],
  ])[] = [
    [`${timeColumn}_min`, 'datetime', at(starts)],
    [`${timeColumn}_max`, 'datetime', at(ends)],
    [
      `${eventColumn}_list`,
      'dynamic',
      starts.map((start, index) => events.slice(start, (ends[index] as number) + 1)),
    ],
    ['duration', 'timespan', starts.map((start, index) => lengthOf(times, start, ends[index] as number))],
    ['number_events', 'long', starts.map((start, index) => (ends[index] as number) - start + 1)],
  ];
  return new Frame(
    [
      ...keys.map((name) => ({ name, data: gather(sorted.column(name).data, first) })),
      ...made.map(([name, type, cells]) => ({ name, data: encodeColumn(type, cells, name) })),
    ],
    { notices: frame.notices },
  );
}

const lengthOf = (times: readonly bigint[], start: number, end: number): Duration =>
  new Duration((times[end] as bigint) - (times[start] as bigint));

function ticksOf(time: Cell): bigint {
  if (time instanceof DateTime) return time.ticks;
  throw new CasebookError('InvalidValue', 'event without a time', {
    help: 'Drop the rows without a time first.',
  });
}

function startsOf(
  sorted: Frame,
  times: readonly bigint[],
  { keys, maxSeparation, maxLength }: BuildSessionsOptions,
): readonly number[] {
  const [separation, longest] = [ticks(maxSeparation), ticks(maxLength)];
  const columns = keys.map((key) =>
    sorted.values(key).map((cell) => (typeof cell === 'bigint' ? String(cell) : JSON.stringify(cell))),
  );
  const starts: number[] = [];
  times.forEach((time, row) => {
    const start = starts.at(-1);
    const goesOn =
      start !== undefined &&
      columns.every((cells) => cells[row] === cells[row - 1]) &&
      time - (times[row - 1] as bigint) <= separation &&
      time - (times[start] as bigint) <= longest;
    if (!goesOn) starts.push(row);
  });
  return starts;
}

const ticks = (length: Duration | string): bigint =>
  (typeof length === 'string' ? Duration.parse(length) : length).ticks;

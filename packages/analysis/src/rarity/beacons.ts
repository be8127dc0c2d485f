import {
  asc,
  CasebookError,
  DateTime,
  desc,
  Duration,
  Frame,
  gather,
  groupRows,
  type KqlType,
  type LongColumn,
} from '@casebook/core';
import { requireColumn } from '../columns/require-column';
import { made } from '../columns/with-columns';
import { withLeftOut } from '../columns/with-left-out';
import { withoutEmpty } from '../columns/without-empty';
import { intervalRegularity, type IntervalRegularity } from './interval-regularity';
import { pollingOf, type Polling } from './polling';

/** What `beacons` is told. */
export interface BeaconsOptions {
  /** The columns of the ones who talk, such as source, destination and port. */
  readonly by: readonly string[];
  /** The datetime column; default `TimeGenerated`. */
  readonly timeColumn?: string;
  /** How many different moments a group must have; default 10. */
  readonly minEvents?: number;
  /** How far a pause may be from the median to be regular, as a share of it; default 0.1. */
  readonly tolerance?: number;
  /** The width of a bin of the periodogram; default a second, or whole seconds so that a moment has about 16 bins. */
  readonly resolution?: Duration | string;
  /** `'msticpy'` gives p_value, dominant_frequency and dominant_interval as the original computes them. */
  readonly compatibility?: 'msticpy';
}

interface Group {
  readonly row: number;
  readonly count: number;
  readonly first: bigint;
  readonly last: bigint;
  readonly moments: number;
  readonly pauses?: IntervalRegularity;
  readonly polling?: Polling;
}

const SECOND = 10_000_000;

/**
 * How regularly each group's events come, two ways: by pauses (robust to jitter and to missed or doubled events below half) and by
 * Fisher's g-test on the periodogram (finds a period under noise). One row a group, the most regular first: the columns of `by`, `Count`, `Moments` (long,
 * events of one moment being one), `FirstSeen`, `LastSeen` (datetime), `MedianInterval`, `Deviation` (timespan, the median absolute
 * deviation of pauses), `Jitter` (real, their ratio), `Regularity` (real, the share of pauses within `tolerance` of the median),
 * `p_value`, `dominant_frequency` (1/s), `dominant_interval` (s), `Resolution` (s, the width of a bin; wider than asked where a group spans more than 2²⁰).
 *
 * A pure pulse has equal peaks at all harmonics: `dominant_interval` may then be a fraction of the period; `MedianInterval` is it.
 * Rows without a time or key, and of groups with fewer than `minEvents` moments, are left out, with notices. Errors: `UnknownColumn`,
 * `TypeMismatch`, `MissingParameter`, `InvalidParameter`. O(n log n); O(n log n + b log b) for b bins of a `resolution` that is asked for.
 * Source: Heard, Rubin-Delanchy, Lawson, "Filtering automated polling traffic in computer network flow data" (2014), as MSTICPy's
 * PeriodogramPollingDetector; pauses: median absolute deviation (Hampel, 1974), as RITA rates beacons.
 */
export function beacons(frame: Frame, options: BeaconsOptions): Frame {
  const { by, timeColumn = 'TimeGenerated', minEvents = 10 } = options;
  if (by.length === 0) throw new CasebookError('MissingParameter', 'missing columns to group by');
  if (!Number.isInteger(minEvents) || minEvents < 3)
    throw new CasebookError('InvalidParameter', `invalid minEvents: ${minEvents}`, {
      help: 'Give a whole number from 3.',
    });
  for (const name of by) requireColumn(frame, name);
  requireColumn(frame, timeColumn, ['datetime']);
  const known = withoutEmpty(frame, [...by, timeColumn]).sort(asc(timeColumn));
  const all = groupsOf(known, options, timeColumn, minEvents);
  const kept = all.filter(({ moments }) => moments >= minEvents);
  const few = known.rowCount - kept.reduce((sum, { count }) => sum + count, 0);
  const rated = groupFrame(known, by, kept).sort(
    desc('Regularity'),
    asc('Jitter'),
    ...by.map((name) => asc(name)),
  );
  return withLeftOut(rated, few, `is of a group with fewer than ${minEvents} moments`);
}

function groupsOf(
  frame: Frame,
  options: BeaconsOptions,
  timeColumn: string,
  minEvents: number,
): readonly Group[] {
  const { by, tolerance = 0.1, resolution, compatibility } = options;
  const bin = resolution === undefined ? undefined : secondsOf(resolution);
  const { values } = frame.column(timeColumn).data as LongColumn;
  const { groupOf, count } = groupRows(
    by.map((name) => frame.column(name).data),
    frame.rowCount,
  );
  const rows: number[][] = Array.from({ length: frame.rowCount === 0 ? 0 : count }, () => []);
  groupOf.forEach((group, row) => rows[group]?.push(row));
  return rows.map((own) => {
    const first = values[own[0] as number] as bigint;
    const last = values[own.at(-1) as number] as bigint;
    const seconds = Float64Array.from(own, (row) => Number((values[row] as bigint) - first) / SECOND);
    const different = seconds.filter((second, at) => at === 0 || second !== seconds[at - 1]);
    const group = { row: own[0] as number, count: own.length, first, last, moments: different.length };
    if (different.length < minEvents) return group;
    return {
      ...group,
      pauses: intervalRegularity(different, tolerance),
      polling: pollingOf(seconds, bin, compatibility === 'msticpy'),
    };
  });
}

function secondsOf(length: Duration | string): number {
  const { ticks } = typeof length === 'string' ? Duration.parse(length) : length;
  if (ticks > 0n) return Number(ticks) / SECOND;
  throw new CasebookError('InvalidParameter', `invalid resolution: ${String(length)}`);
}

function groupFrame(frame: Frame, by: readonly string[], groups: readonly Group[]): Frame {
  const rows = Uint32Array.from(groups, ({ row }) => row);
  const length = (seconds: number | undefined): Duration | null =>
    seconds === undefined ? null : Duration.fromMilliseconds(seconds * 1000);
  const columns: readonly (readonly [string, KqlType, (group: Group) => unknown])[] = [
    ['Count', 'long', ({ count }) => count],
    ['Moments', 'long', ({ moments }) => moments],
    ['FirstSeen', 'datetime', ({ first }) => new DateTime(first)],
    ['LastSeen', 'datetime', ({ last }) => new DateTime(last)],
    ['MedianInterval', 'timespan', ({ pauses }) => length(pauses?.median)],
    ['Deviation', 'timespan', ({ pauses }) => length(pauses?.deviation)],
    ['Jitter', 'real', ({ pauses }) => (pauses ? pauses.deviation / pauses.median : null)],
    ['Regularity', 'real', ({ pauses }) => pauses?.regularity ?? null],
    ['p_value', 'real', ({ polling }) => polling?.pValue ?? null],
    ['dominant_frequency', 'real', ({ polling }) => polling?.frequency ?? null],
    ['dominant_interval', 'real', ({ polling }) => polling?.interval ?? null],
    ['Resolution', 'real', ({ polling }) => polling?.resolution ?? null],
  ];
  return new Frame(
    [
      ...by.map((name) => ({ name, data: gather(frame.column(name).data, rows) })),
      ...columns.map(([name, type, cell]) => made(name, type, groups.map(cell))),
    ],
    { notices: frame.notices },
  );
}

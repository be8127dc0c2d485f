import { asc, CasebookError, countif, DateTime, Duration, min, type Cell, type Frame } from '@casebook/core';
import { cellText } from '../columns/column-texts';
import { requireColumn } from '../columns/require-column';
import { withoutEmpty } from '../columns/without-empty';

/** What `firstSeen` is told. */
export interface FirstSeenOptions {
  /** The columns whose values, together, may be new. */
  readonly columns: readonly string[];
  /** The columns of the one for whom they may be new, such as an account or a host; default: new at all. */
  readonly by?: readonly string[];
  /** Where the window begins: what was seen before is known. */
  readonly since: DateTime | string;
  /** Where it ends, exclusive; default the end of the data. */
  readonly until?: DateTime | string;
  /** How long before `since` one must have been seen for what is new to say something; default `'7d'`. */
  readonly minBaseline?: Duration | string;
  /** The datetime column; default `TimeGenerated`. */
  readonly timeColumn?: string;
}

/**
 * Values whose first occurrence lies in a window: the columns of `by` and `columns`, `FirstSeen` (datetime), `Count` (long, rows in the
 * window), `Baseline` (timespan, how long the one was seen before the window, 0 for never) and `ColdStart` (bool, the baseline is
 * shorter than `minBaseline`, so that nearly all is new); sorted by cold start, then time. Rows without a value or time are left out, with a notice.
 * Errors: `UnknownColumn`, `TypeMismatch`, `MissingParameter`. O(n log n).
 * Source: "first seen" baselining, as Sentinel's new-value hunting queries do with `join kind=leftanti` against history.
 */
export function firstSeen(frame: Frame, options: FirstSeenOptions): Frame {
  const { columns, by = [], minBaseline = '7d', timeColumn = 'TimeGenerated' } = options;
  if (columns.length === 0) throw new CasebookError('MissingParameter', 'missing columns of new values');
  const keys = [...new Set([...by, ...columns])];
  for (const name of keys) requireColumn(frame, name);
  requireColumn(frame, timeColumn, ['datetime']);
  const since = moment(options.since);
  const until = options.until === undefined ? undefined : moment(options.until);
  const known = withoutEmpty(frame, [...keys, timeColumn]).where(
    (row) => until === undefined || (row[timeColumn] as DateTime).ticks < until.ticks,
  );
  const started = baselines(known, by, timeColumn);
  const shortest = (typeof minBaseline === 'string' ? Duration.parse(minBaseline) : minBaseline).ticks;
  const baseline = (row: Readonly<Record<string, Cell>>): bigint => {
    const length = since.ticks - (started.get(keyOf(row, by)) ?? since.ticks);
    return length < 0n ? 0n : length;
  };
  const inWindow = (row: Readonly<Record<string, Cell>>): boolean =>
    (row[timeColumn] as DateTime).ticks >= since.ticks;
  return known
    .summarize({ FirstSeen: min<DateTime>(timeColumn), Count: countif(inWindow) }, keys)
    .where(({ FirstSeen }) => FirstSeen !== null && FirstSeen.ticks >= since.ticks)
    .extend({
      Baseline: { type: 'timespan', value: (row) => new Duration(baseline(row)) },
      ColdStart: { type: 'bool', value: (row) => baseline(row) < shortest },
    })
    .sort(asc('ColdStart'), asc('FirstSeen'), ...keys.map((name) => asc(name)));
}

const moment = (time: DateTime | string): DateTime =>
  typeof time === 'string' ? DateTime.parse(time) : time;

const keyOf = (row: Readonly<Record<string, Cell>>, names: readonly string[]): string =>
  JSON.stringify(names.map((name) => cellText(row[name] ?? null)));

/** When each one was first seen. */
function baselines(frame: Frame, by: readonly string[], timeColumn: string): ReadonlyMap<string, bigint> {
  const firsts = frame.summarize({ first_of_all: min<DateTime>(timeColumn) }, by).rows();
  return new Map(
    firsts.flatMap((row) => {
      const first = row['first_of_all'] as DateTime | null;
      return first === null ? [] : [[keyOf(row, by), first.ticks] as const];
    }),
  );
}

import { asc, CasebookError, count, dcount, max, min, type Frame } from '@casebook/core';
import { firstColumn } from '../columns/first-column';
import { requireColumn } from '../columns/require-column';
import { withoutEmpty } from '../columns/without-empty';

/** What `rareValues` is told. */
export interface RareValuesOptions {
  /** The columns whose values, together, are counted. */
  readonly columns: readonly string[];
  /** The datetime column; default `TimeGenerated`. */
  readonly timeColumn?: string;
  /** The column of the host; default the first of `Computer`, `DeviceName`, `HostName`. */
  readonly hostColumn?: string;
  /** Only values that stand in at most so many rows. */
  readonly maxCount?: number;
  /** Only values that are on at most so many hosts. */
  readonly maxHosts?: number;
}

const HOSTS = ['Computer', 'DeviceName', 'Hostname', 'HostName'];

/**
 * Stack counting: each value with `Count` (long), `Share` (real, of the rows that have one), `Hosts` (long, null without a
 * host column), `FirstSeen` and `LastSeen` (datetime), the rarest first: by count, then hosts, then value.
 * Rows without a value are left out, with a notice. Errors: `UnknownColumn`, `TypeMismatch`, `MissingParameter`. O(n log n).
 * Source: least frequency of occurrence, "stacking" in Bianco, "A Framework for Cyber Threat Hunting" (Sqrrl, 2018).
 */
export function rareValues(frame: Frame, options: RareValuesOptions): Frame {
  const { columns, timeColumn = 'TimeGenerated', maxCount = Infinity, maxHosts = Infinity } = options;
  const host = options.hostColumn ?? firstColumn(frame, HOSTS);
  if (columns.length === 0) throw new CasebookError('MissingParameter', 'missing columns to count values of');
  for (const name of [...columns, ...(host === undefined ? [] : [host])]) requireColumn(frame, name);
  requireColumn(frame, timeColumn, ['datetime']);
  const kept = withoutEmpty(frame, columns);
  return kept
    .summarize(
      {
        Count: count(),
        Hosts: host === undefined ? dcount(columns[0] as string) : dcount(host),
        FirstSeen: min(timeColumn),
        LastSeen: max(timeColumn),
      },
      columns,
    )
    .extend({
      Share: { type: 'real', value: ({ Count }) => Number(Count) / kept.rowCount },
      Hosts: { type: 'long', value: ({ Hosts }) => (host === undefined ? null : (Hosts as number)) },
    })
    .where(({ Count, Hosts }) => Number(Count) <= maxCount && Number(Hosts ?? 0) <= maxHosts)
    .sort(asc('Count'), asc('Hosts'), ...columns.map((name) => asc(name)))
    .project(...columns, 'Count', 'Share', 'Hosts', 'FirstSeen', 'LastSeen');
}

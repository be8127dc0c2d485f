import { asc, count, countif, desc, max, min, TICKS, type Frame, type LongColumn } from '@casebook/core';
import { columnTexts } from '../columns/column-texts';
import { keepRows } from '../columns/keep-rows';
import { withLeftOut } from '../columns/with-left-out';
import { withColumns } from '../columns/with-columns';
import { knownLogons } from './known-logons';
import type { ReadLogonsOptions } from './read-logons';

/** What logons can be counted by: `hour` is the hour on the clock (datetime), `hourOfDay` 0 to 23 (long), both UTC. */
export type LogonDimension = 'account' | 'type' | 'result' | 'source' | 'host' | 'hour' | 'hourOfDay';

/** What `summarizeLogons` is told. */
export interface SummarizeLogonsOptions extends ReadLogonsOptions {
  /** What to count by; default account, type, result and source. */
  readonly by?: readonly LogonDimension[];
}

const COLUMNS: Readonly<Record<LogonDimension, string>> = {
  account: 'Account',
  type: 'LogonTypeName',
  result: 'LogonResult',
  source: 'SourceIP',
  host: 'Computer',
  hour: 'Hour',
  hourOfDay: 'HourOfDay',
};

/**
 * Counts logons by user, type, result, source, host or hour: a column for each dimension, then `Count` (long), `FirstSeen`
 * and `LastSeen` (datetime), the most frequent first. Rows that are neither success nor failure are left out, with a notice.
 * Input and errors: see `readLogons`. O(n log n). Source: MSTICNB's HostLogonsSummary.
 */
export function summarizeLogons(frame: Frame, options: SummarizeLogonsOptions = {}): Frame {
  const { by = ['account', 'type', 'result', 'source'] } = options;
  const names = [...new Set(by.map((dimension) => COLUMNS[dimension]))];
  const counted = withHours(knownLogons(frame, options)).summarize(
    { Count: count(), FirstSeen: min('TimeGenerated'), LastSeen: max('TimeGenerated') },
    names,
  );
  return counted.sort(desc('Count'), ...names.map((name) => asc(name)));
}

function withHours(frame: Frame): Frame {
  const { values, validity } = frame.column('TimeGenerated').data as LongColumn;
  const nulls = validity ? { validity } : {};
  const hours = values.map((tick) => tick - (tick % TICKS.hour));
  const ofDay = values.map((tick) => (tick / TICKS.hour) % 24n);
  return withColumns(frame, [
    { name: 'Hour', data: { type: 'datetime', values: hours, ...nulls } },
    { name: 'HourOfDay', data: { type: 'long', values: ofDay, ...nulls } },
  ]);
}

/**
 * Accounts against logon types: `Account`, `LogonTypeName`, `Success` and `Failure` (long) and
 * `FailureShare` (real, of all), the fewest successes first. Rows without an account or a known result are left out, with notices.
 * Input and errors: see `readLogons`. O(n log n). Source: `logon_matrix` of MSTICNB's HostLogonsSummary.
 */
export function logonMatrix(frame: Frame, options: ReadLogonsOptions = {}): Frame {
  const known = knownLogons(frame, options);
  const named = keepRows(
    known,
    Uint8Array.from(columnTexts(known, 'Account'), (name) => (name === '' ? 0 : 1)),
  );
  return withLeftOut(named, known.rowCount - named.rowCount, 'names no account')
    .summarize(
      {
        Success: countif({ LogonResult: 'Success' }),
        Failure: countif({ LogonResult: 'Failure' }),
      },
      ['Account', 'LogonTypeName'],
    )
    .extend({
      FailureShare: {
        type: 'real',
        value: ({ Success, Failure }) => Number(Failure) / (Number(Success) + Number(Failure)),
      },
    })
    .sort(asc('Success'), asc('Account'), asc('LogonTypeName'));
}

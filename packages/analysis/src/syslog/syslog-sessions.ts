import { asc, DateTime, Frame, type KqlType, type LongColumn } from '@casebook/core';
import { columnTexts } from '../columns/column-texts';
import { firstColumn } from '../columns/first-column';
import { requireColumn } from '../columns/require-column';
import { made } from '../columns/with-columns';
import { withoutEmpty } from '../columns/without-empty';
import { originalSessions } from './original-sessions';
import { pairSessions, type PamSession } from './pair-sessions';

/** What `syslogSessions` is told. */
export interface SyslogSessionsOptions {
  /** The datetime column; default `TimeGenerated`. */
  readonly timeColumn?: string;
  /** The column of the message; default `SyslogMessage`. */
  readonly messageColumn?: string;
  /** `'msticpy'` pairs openings and closings by time alone, and answers `User`, `Start` and `End`. */
  readonly compatibility?: 'msticpy';
}

const HOSTS = ['Computer', 'HostName', 'Hostname'];
const PROCESS_IDS = ['ProcessID', 'ProcessId'];

/**
 * Sessions that PAM opened and closed, one row each, by start: `Computer`, `User`, `Service` (`sshd`, `sudo`, `cron`), `ProcessId`
 * (string), `OpenedBy`, `Start`, `End` (datetime, null where the log does not hold it), `Duration` (timespan), `State` (`closed`,
 * `open` for one that was not seen to close, `unopened` for one that was not seen to open). An opening is closed by the next closing of the same
 * host, service, process and user; where no process id tells several apart, the first opened closes first.
 * Rows without a time are left out, with a notice. Errors: `UnknownColumn`, `TypeMismatch`. O(n log n). Source: the messages of `pam_unix(8)`.
 *
 * MSTICPy's `cluster_syslog_logons_df` takes any closing for any opening, so that users at one time are one session, and the
 * user from a column `User` or `Sudoer`; `compatibility: 'msticpy'` does the same.
 */
export function syslogSessions(frame: Frame, options: SyslogSessionsOptions = {}): Frame {
  const { timeColumn = 'TimeGenerated', messageColumn = 'SyslogMessage', compatibility } = options;
  requireColumn(frame, timeColumn, ['datetime']);
  requireColumn(frame, messageColumn, ['string']);
  const sorted = withoutEmpty(frame, [timeColumn]).sort(asc(timeColumn));
  const ticks = (sorted.column(timeColumn).data as LongColumn).values;
  const messages = columnTexts(sorted, messageColumn);
  if (compatibility === 'msticpy') {
    const user = firstColumn(sorted, ['User', 'Sudoer']);
    const users = user === undefined ? messages.map(() => 'Unknown') : columnTexts(sorted, user);
    return framed(originalSessions(ticks, messages, users), ORIGINAL).with({ notices: sorted.notices });
  }
  const hosts = columnTexts(sorted, firstColumn(sorted, HOSTS));
  const processes = columnTexts(sorted, firstColumn(sorted, PROCESS_IDS));
  return framed(pairSessions({ ticks, messages, hosts, processes }), COLUMNS).with({
    notices: sorted.notices,
  });
}

type Columns = readonly (readonly [name: string, type: KqlType, cell: (session: PamSession) => unknown])[];

const moment = (tick: bigint | undefined): DateTime | null =>
  tick === undefined ? null : new DateTime(tick);

const lengthOf = ({ start, end }: PamSession): unknown =>
  start === undefined || end === undefined ? null : new DateTime(end).since(new DateTime(start));

const ORIGINAL: Columns = [
  ['User', 'string', ({ user }) => user],
  ['Start', 'datetime', ({ start }) => moment(start)],
  ['End', 'datetime', ({ end }) => moment(end)],
];

const COLUMNS: Columns = [
  ['Computer', 'string', ({ host }) => host],
  ['User', 'string', ({ user }) => user],
  ['Service', 'string', ({ service }) => service],
  ['ProcessId', 'string', ({ process }) => process],
  ['OpenedBy', 'string', ({ openedBy }) => openedBy],
  ['Start', 'datetime', ({ start }) => moment(start)],
  ['End', 'datetime', ({ end }) => moment(end)],
  ['Duration', 'timespan', lengthOf],
  [
    'State',
    'string',
    ({ start, end }) => (start === undefined ? 'unopened' : end === undefined ? 'open' : 'closed'),
  ],
];

const framed = (sessions: readonly PamSession[], columns: Columns): Frame =>
  new Frame(columns.map(([name, type, cell]) => made(name, type, sessions.map(cell))));

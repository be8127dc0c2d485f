import { Frame } from '@casebook/core';
import { syslogSessions } from '@casebook/analysis';

type Line = readonly [time: string | null, pid: number, message: string, user?: string];

const syslog = (lines: readonly Line[]): Frame =>
  Frame.fromRows(
    [
      { name: 'TimeGenerated', type: 'datetime' },
      { name: 'Computer', type: 'string' },
      { name: 'ProcessID', type: 'int' },
      { name: 'SyslogMessage', type: 'string' },
      { name: 'User', type: 'string' },
    ],
    lines.map(([time, ProcessID, SyslogMessage, User]) => ({
      TimeGenerated: time && `2026-09-01T10:${time}Z`,
      Computer: 'lx',
      ProcessID,
      SyslogMessage,
      User,
    })),
  );

const opened = (service: string, user: string, by = ''): string =>
  `pam_unix(${service}:session): session opened for user ${user}(uid=0) by ${by}(uid=0)`;
const closed = (service: string, user: string): string =>
  `pam_unix(${service}:session): session closed for user ${user}`;

const LINES: readonly Line[] = [
  ['00:00', 1, closed('sshd', 'old'), 'old'],
  ['01:00', 2, opened('sshd', 'ann'), 'ann'],
  ['02:00', 3, opened('sshd', 'bob'), 'bob'],
  ['02:30', 4, opened('sudo', 'root', 'bob'), 'root'],
  ['02:40', 4, closed('sudo', 'root'), 'root'],
  ['03:00', 2, closed('sshd', 'ann'), 'ann'],
  ['04:00', 3, closed('sshd', 'bob'), 'bob'],
  ['05:00', 5, opened('cron', 'root'), 'root'],
  ['06:00', 6, 'Accepted password for x from 10.0.0.1 port 1 ssh2', 'x'],
  [null, 7, opened('sshd', 'eve'), 'eve'],
];

const clock = (cell: unknown): unknown => (cell === null ? null : String(cell).slice(14, 19));

it('pairs what PAM opens and closes, each process and user apart', () => {
  const frame = syslogSessions(syslog([...LINES].reverse()));
  expect(
    frame
      .rows()
      .map((row) => [
        row['User'],
        row['Service'],
        row['ProcessId'],
        row['OpenedBy'],
        clock(row['Start']),
        clock(row['End']),
        row['State'],
      ]),
  ).toEqual([
    ['old', 'sshd', '1', '', null, '00:00', 'unopened'],
    ['ann', 'sshd', '2', '', '01:00', '03:00', 'closed'],
    ['bob', 'sshd', '3', '', '02:00', '04:00', 'closed'],
    ['root', 'sudo', '4', 'bob', '02:30', '02:40', 'closed'],
    ['root', 'cron', '5', '', '05:00', null, 'open'],
  ]);
  expect(frame.values('Duration').map(String)).toEqual(['null', '00:02:00', '00:02:00', '00:00:10', 'null']);
  expect(frame.notices.map(({ message }) => message)).toEqual([
    '1 row is left out: it has nothing in TimeGenerated.',
  ]);
});

it('closes first what was opened first, where no process tells', () => {
  const frame = syslogSessions(
    syslog([
      ['01:00', 0, opened('cron', 'root')],
      ['02:00', 0, opened('cron', 'root')],
      ['03:00', 0, closed('cron', 'root')],
    ]),
  );
  expect(frame.rows().map((row) => [clock(row['Start']), clock(row['End'])])).toEqual([
    ['01:00', '03:00'],
    ['02:00', null],
  ]);
});

it('pairs by time alone where the original is asked for', () => {
  const frame = syslogSessions(syslog(LINES), { compatibility: 'msticpy' });
  expect(frame.rows().map((row) => [row['User'], clock(row['Start']), clock(row['End'])])).toEqual([
    ['ann', '01:00', '02:40'],
  ]);
});

it('answers nothing with nothing', () => {
  expect(syslogSessions(syslog([])).columns).toEqual(syslogSessions(syslog(LINES)).columns);
  expect(() => syslogSessions(syslog([]).projectAway('SyslogMessage'))).toThrow(
    'unknown column: "SyslogMessage"',
  );
});

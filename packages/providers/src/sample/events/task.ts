import { accountText } from '../company/principals';
import type { Host } from '../company/hosts';
import { dateTime, type Moment } from '../moment';
import { eventData, xmlText } from './event-data';
import type { LogonSession } from './logon';
import { subject, type SecurityLog } from './security-log';

/** A scheduled task. */
export interface ScheduledTask {
  /** Its path, such as `\Contoso\Inventory`. */
  readonly name: string;
  readonly author: string;
  readonly command: string;
  readonly argument: string;
  /** A daily time, such as `22:05:00`. */
  readonly daily: string;
  readonly runAs: string;
  readonly highest?: boolean;
}

const content = (task: ScheduledTask, at: Moment): string =>
  [
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    `  <RegistrationInfo><Date>${dateTime(at).toJSON().slice(0, 19)}</Date><Author>${xmlText(task.author)}</Author><URI>${xmlText(task.name)}</URI></RegistrationInfo>`,
    `  <Triggers><CalendarTrigger><StartBoundary>${dateTime(at).toJSON().slice(0, 10)}T${task.daily}</StartBoundary><Enabled>true</Enabled><ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay></CalendarTrigger></Triggers>`,
    `  <Principals><Principal id="Author"><UserId>${xmlText(task.runAs)}</UserId><LogonType>InteractiveToken</LogonType><RunLevel>${task.highest ? 'HighestAvailable' : 'LeastPrivilege'}</RunLevel></Principal></Principals>`,
    '  <Settings><MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy><Enabled>true</Enabled><Hidden>false</Hidden></Settings>',
    `  <Actions Context="Author"><Exec><Command>${xmlText(task.command)}</Command><Arguments>${xmlText(task.argument)}</Arguments></Exec></Actions>`,
    '</Task>',
  ].join('\r\n');

/** Writes event 4698 (created), 4700 (enabled) or 4702 (updated). */
export function taskEvent(
  log: SecurityLog,
  host: Host,
  at: Moment,
  what: { readonly id: 4698 | 4700 | 4702; readonly session: LogonSession; readonly task: ScheduledTask },
): void {
  const { id, session, task } = what;
  const { account, logonId } = session;
  log.add(host, at, id, account, {
    ...subject(account, logonId),
    EventData: eventData({
      SubjectUserSid: account.sid,
      SubjectUserName: account.name,
      SubjectDomainName: account.domain,
      SubjectLogonId: logonId,
      TaskName: task.name,
      [id === 4702 ? 'TaskContentNew' : 'TaskContent']: content(task, at),
      ClientProcessStartKey: '0',
      ClientProcessId: '0',
      ParentProcessId: '0',
      RpcCallClientLocality: '0',
      FQDN: host.fqdn,
    }),
  });
}

/** The Author of a task that an account registers. */
export const taskAuthor = (session: LogonSession): string => accountText(session.account);

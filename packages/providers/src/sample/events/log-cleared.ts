import type { Host } from '../company/hosts';
import type { Moment } from '../moment';
import { xmlText } from './event-data';
import type { LogonSession } from './logon';
import { subject, type SecurityLog } from './security-log';

/** Writes event 1102. */
export function clearLog(log: SecurityLog, host: Host, at: Moment, session: LogonSession): void {
  const { account, logonId } = session;
  const values = [
    `<SubjectUserSid>${account.sid}</SubjectUserSid>`,
    `<SubjectUserName>${xmlText(account.name)}</SubjectUserName>`,
    `<SubjectDomainName>${xmlText(account.domain)}</SubjectDomainName>`,
    `<SubjectLogonId>${logonId}</SubjectLogonId>`,
  ];
  const open = '<LogFileCleared xmlns="http://manifests.microsoft.com/win/2004/08/windows/eventlog">';
  log.add(host, at, 1102, account, {
    ...subject(account, logonId),
    EventData: [
      '<UserData>',
      `  ${open}`,
      ...values.map((line) => `    ${line}`),
      '  </LogFileCleared>',
      '</UserData>',
    ].join('\r\n'),
  });
}

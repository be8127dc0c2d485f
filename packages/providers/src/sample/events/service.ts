import type { Host } from '../company/hosts';
import type { Moment } from '../moment';
import { eventData } from './event-data';
import type { LogonSession } from './logon';
import { subject, type SecurityLog } from './security-log';

/** A Windows service. */
export interface Service {
  readonly name: string;
  readonly file: string;
  /** 2 starts with the machine, 3 on demand. */
  readonly start: 2 | 3;
  readonly account: string;
}

const OWN_PROCESS = '0x10';

/** Writes event 4697. */
export function installService(
  log: SecurityLog,
  host: Host,
  at: Moment,
  { session, service }: { readonly session: LogonSession; readonly service: Service },
): void {
  const { account, logonId } = session;
  log.add(host, at, 4697, account, {
    ...subject(account, logonId),
    ServiceName: service.name,
    ServiceFileName: service.file,
    ServiceType: OWN_PROCESS,
    ServiceStartType: service.start,
    ServiceAccount: service.account,
    EventData: eventData({
      SubjectUserSid: account.sid,
      SubjectUserName: account.name,
      SubjectDomainName: account.domain,
      SubjectLogonId: logonId,
      ServiceName: service.name,
      ServiceFileName: service.file,
      ServiceType: OWN_PROCESS,
      ServiceStartType: String(service.start),
      ServiceAccount: service.account,
      ClientProcessStartKey: '0',
      ClientProcessId: '0',
      ParentProcessId: '0',
    }),
  });
}

import type { Host } from '../company/hosts';
import type { Moment } from '../moment';
import type { LogonSession } from './logon';
import { subject, type SecurityLog } from './security-log';

/** Writes event 5140: a session opens a share of the machine. */
export function openShare(
  log: SecurityLog,
  host: Host,
  at: Moment,
  what: {
    readonly session: LogonSession;
    readonly share: string;
    readonly ip: string;
    readonly port: number;
  },
): void {
  const { account, logonId } = what.session;
  log.add(host, at, 5140, account, {
    ...subject(account, logonId),
    ObjectType: 'File',
    IpAddress: what.ip,
    IpPort: String(what.port),
    ShareName: `\\\\*\\${what.share}`,
    ShareLocalPath: `\\??\\D:\\shares\\${what.share.replace('$', '')}`,
    AccessMask: '0x1',
  });
}

import type { Host } from '../company/hosts';
import { machine, NOBODY, SYSTEM, type Principal } from '../company/principals';
import type { Moment } from '../moment';
import { together, type Cells } from '../row';
import { subject, target, type SecurityLog } from './security-log';

/** A logon session: whose processes carry its identifier. */
export interface LogonSession {
  readonly logonId: string;
  readonly account: Principal;
  readonly elevation: 'full' | 'elevated' | 'limited';
}

/** How someone logs on. */
export interface Logon {
  readonly account: Principal;
  readonly logonId: string;
  /** 2 interactive, 3 network, 4 batch, 5 service, 7 unlock, 10 remote interactive. */
  readonly type: 2 | 3 | 4 | 5 | 7 | 10;
  readonly from?: { readonly ip: string; readonly workstation: string };
  readonly port?: number;
  readonly ntlm?: boolean;
  readonly elevated?: boolean;
}

const TYPE_NAMES = {
  2: '2 - Interactive',
  3: '3 - Network',
  4: '4 - Batch',
  5: '5 - Service',
  7: '7 - Unlock',
  10: '10 - RemoteInteractive',
} as const;

const ADMIN_PRIVILEGES = [
  'SeSecurityPrivilege',
  'SeBackupPrivilege',
  'SeRestorePrivilege',
  'SeTakeOwnershipPrivilege',
  'SeDebugPrivilege',
  'SeSystemEnvironmentPrivilege',
  'SeLoadDriverPrivilege',
  'SeImpersonatePrivilege',
].join('\r\n\t\t\t');

/** The session of a machine's own processes. */
export const systemSession = (host: Host): LogonSession => ({
  logonId: '0x3e7',
  account: machine(host),
  elevation: 'full',
});

const method = (logon: Logon): Cells => {
  if (logon.type === 3 && logon.ntlm)
    return { LogonProcessName: 'NtLmSsp ', AuthenticationPackageName: 'NTLM', LmPackageName: 'NTLM V2' };
  if (logon.type === 3) return { LogonProcessName: 'Kerberos', AuthenticationPackageName: 'Kerberos' };
  const LogonProcessName = logon.type === 4 || logon.type === 5 ? 'Advapi  ' : 'User32 ';
  return { LogonProcessName, AuthenticationPackageName: 'Negotiate' };
};

const origin = (host: Host, logon: Logon): Cells => ({
  WorkstationName: logon.from?.workstation ?? (logon.type === 3 || logon.type === 5 ? '-' : host.name),
  IpAddress: logon.from?.ip ?? (logon.type === 2 || logon.type === 7 ? '127.0.0.1' : '-'),
  IpPort: logon.from ? String(logon.port ?? 49_700) : '-',
});

const asker = (host: Host, logon: Logon): Cells =>
  logon.type === 3 ? subject(NOBODY, '0x0') : subject(machine(host), '0x3e7');

/** Writes event 4624 and gives the session. */
export function logOn(log: SecurityLog, host: Host, at: Moment, logon: Logon): LogonSession {
  log.add(
    host,
    at,
    4624,
    logon.account,
    together(asker(host, logon), target(logon.account), method(logon), origin(host, logon), {
      TargetUserSid: logon.account.sid,
      TargetLogonId: logon.logonId,
      TargetLinkedLogonId: '0x0',
      LogonType: logon.type,
      LogonTypeName: TYPE_NAMES[logon.type],
      ElevatedToken: logon.elevated ? '%%1842' : '%%1843',
      ProcessName: logon.type === 3 ? '-' : 'C:\\Windows\\System32\\svchost.exe',
      KeyLength: logon.ntlm ? 128 : 0,
    }),
  );
  const elevation = logon.elevated ? 'elevated' : 'limited';
  return { logonId: logon.logonId, account: logon.account, elevation };
}

/** Writes event 4672, which follows the logon of an administrator. */
export function grantPrivileges(log: SecurityLog, host: Host, at: Moment, session: LogonSession): void {
  log.add(
    host,
    at,
    4672,
    session.account,
    together(subject(session.account, session.logonId), {
      PrivilegeList: ADMIN_PRIVILEGES,
    }),
  );
}

/** Writes event 4634. */
export function logOff(
  log: SecurityLog,
  host: Host,
  at: Moment,
  session: LogonSession,
  type: Logon['type'],
): void {
  log.add(
    host,
    at,
    4634,
    session.account,
    together(target(session.account), {
      TargetUserSid: session.account.sid,
      TargetLogonId: session.logonId,
      LogonType: type,
      LogonTypeName: TYPE_NAMES[type],
    }),
  );
}

/** The logon of SYSTEM for a service: events 4624 and 4672. */
export function serviceLogon(log: SecurityLog, host: Host, at: Moment): void {
  logOn(log, host, at, { account: SYSTEM, logonId: '0x3e7', type: 5, elevated: true });
  grantPrivileges(log, host, at, { logonId: '0x3e7', account: SYSTEM, elevation: 'full' });
}

/** Writes event 4625: a wrong password, or an account that does not exist. */
export function failLogon(
  log: SecurityLog,
  host: Host,
  at: Moment,
  logon: Omit<Logon, 'logonId'> & { readonly unknown?: boolean },
): void {
  log.add(
    host,
    at,
    4625,
    logon.account,
    together(
      asker(host, { ...logon, logonId: '0x0' }),
      target(logon.account),
      method({ ...logon, logonId: '0x0' }),
      origin(host, { ...logon, logonId: '0x0' }),
      {
        TargetUserSid: 'S-1-0-0',
        LogonType: logon.type,
        LogonTypeName: TYPE_NAMES[logon.type],
        Status: '0xc000006d',
        SubStatus: logon.unknown ? '0xc0000064' : '0xc000006a',
        FailureReason: '%%2313',
      },
    ),
  );
}

/** Writes event 4648: one account uses another's credentials towards a server. */
export function useCredentials(
  log: SecurityLog,
  host: Host,
  at: Moment,
  use: { session: LogonSession; account: Principal; server: string; process: string },
): void {
  log.add(host, at, 4648, use.session.account, {
    ...subject(use.session.account, use.session.logonId),
    ...target(use.account),
    TargetServerName: use.server,
    TargetInfo: use.server,
    ProcessName: use.process,
    IpAddress: '-',
    IpPort: '-',
  });
}

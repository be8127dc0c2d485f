import type { Host } from '../company/hosts';
import type { Principal } from '../company/principals';
import type { Moment } from '../moment';
import type { Cells } from '../row';
import { eventData } from './event-data';
import type { LogonSession } from './logon';
import { subject, target, type SecurityLog } from './security-log';

/** What happens to an account. */
export type AccountChange = 4720 | 4722 | 4724 | 4725 | 4726 | 4738 | 4740 | 4767;

const DETAILS: Partial<Record<AccountChange, (who: Principal) => Record<string, string>>> = {
  4720: (who) => ({
    SamAccountName: who.name,
    DisplayName: '%%1793',
    UserPrincipalName: '-',
    PasswordLastSet: '%%1794',
    AccountExpires: '%%1794',
    PrimaryGroupId: '513',
    OldUacValue: '0x0',
    NewUacValue: '0x15',
    UserAccountControl: '\r\n\t\t%%2080\r\n\t\t%%2082\r\n\t\t%%2084',
  }),
  4738: (who) => ({
    SamAccountName: who.name,
    DisplayName: '-',
    OldUacValue: '0x15',
    NewUacValue: '0x210',
    UserAccountControl: '\r\n\t\t%%2048\r\n\t\t%%2050\r\n\t\t%%2089',
    PrimaryGroupId: '513',
  }),
};

/** Writes an event about an account; the session is of whoever changes it. */
export function changeAccount(
  log: SecurityLog,
  host: Host,
  at: Moment,
  what: { readonly id: AccountChange; readonly session: LogonSession; readonly account: Principal },
): void {
  const { id, session, account } = what;
  const details = DETAILS[id]?.(account) ?? {};
  const who = subject(session.account, session.logonId);
  const named = { TargetUserName: account.name, TargetDomainName: account.domain, TargetSid: account.sid };
  log.add(host, at, id, session.account, {
    ...who,
    ...target(account),
    TargetSid: account.sid,
    ...details,
    EventData: eventData({ ...named, ...texts(who), ...details }),
  });
}

/** Writes event 4728 (domain group), 4732 (added to a local group) or 4733 (removed from it). */
export function changeMembership(
  log: SecurityLog,
  host: Host,
  at: Moment,
  what: {
    readonly id: 4728 | 4732 | 4733;
    readonly session: LogonSession;
    readonly member: Principal;
    readonly group: Principal;
  },
): void {
  const { id, session, member, group } = what;
  const who = subject(session.account, session.logonId);
  const details = { MemberName: '-', MemberSid: member.sid };
  log.add(host, at, id, session.account, {
    ...who,
    ...target(group),
    TargetSid: group.sid,
    ...details,
    EventData: eventData({
      ...details,
      TargetUserName: group.name,
      TargetDomainName: group.domain,
      TargetSid: group.sid,
      ...texts(who),
    }),
  });
}

/** Groups whose members the sample changes. */
export const GROUPS = {
  administrators: { name: 'Administrators', domain: 'Builtin', sid: 'S-1-5-32-544', type: 'User' },
  remoteDesktop: { name: 'Remote Desktop Users', domain: 'Builtin', sid: 'S-1-5-32-555', type: 'User' },
} as const satisfies Record<string, Principal>;

const texts = (cells: Cells): Record<string, string> =>
  Object.fromEntries(
    Object.entries(cells)
      .filter(([name]) => name !== 'SubjectAccount')
      .map(([name, value]) => [name, String(value)]),
  );

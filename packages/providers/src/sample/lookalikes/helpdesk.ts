import { COMPANY, hostNamed } from '../company/hosts';
import { domainSid } from '../company/people';
import { local, SERVICES, type Principal } from '../company/principals';
import { changeAccount, changeMembership, GROUPS } from '../events/account-change';
import { clearLog } from '../events/log-cleared';
import { grantPrivileges, logOff, logOn, type LogonSession } from '../events/logon';
import { on, SPAN, type Moment } from '../moment';
import type { Stage } from '../story/stage';

const DESK = { ip: '10.20.15.21', workstation: 'IT-WS01' } as const;

/** People who start during the month. */
export const STARTERS = ['e.novak', 't.okoye', 'j.marsh'] as const;

const principal = (name: string, relative: number): Principal => ({
  name,
  domain: COMPANY.netbios,
  sid: domainSid(relative),
  type: 'User',
});

const visit = (stage: Stage, name: string, at: Moment, work: (session: LogonSession) => void): void => {
  const host = hostNamed(name);
  const account = SERVICES.adminNakamura;
  const logon = { account, logonId: stage.logon(host), type: 10, from: DESK, elevated: true } as const;
  const session = logOn(stage.log, host, at, logon);
  grantPrivileges(stage.log, host, at + SPAN.millisecond, session);
  work(session);
  logOff(stage.log, host, at + 12 * SPAN.minute, session, 10);
};

const newStarter = (stage: Stage, name: string, index: number): void => {
  const host = hostNamed('DC01');
  const at = on([7, 14, 21][index] as number, '08:20:00');
  visit(stage, 'DC01', at, (session) => {
    const account = principal(name, 1301 + index);
    const step = (number: number): Moment => at + number * 40 * SPAN.second;
    changeAccount(stage.log, host, step(1), { id: 4720, session, account });
    changeAccount(stage.log, host, step(2), { id: 4722, session, account });
    changeAccount(stage.log, host, step(3), { id: 4724, session, account });
    changeAccount(stage.log, host, step(4), { id: 4738, session, account });
    const group = principal('Larkmoor Staff', 1801);
    changeMembership(stage.log, host, step(5), { id: 4728, session, member: account, group });
  });
};

const loanAccount = (stage: Stage): void => {
  const host = hostNamed('SAL-WS03');
  const account = local(host, 'demo', 1003);
  const at = on(10, '13:05:00');
  visit(stage, host.name, at, (session) => {
    changeAccount(stage.log, host, at + 30 * SPAN.second, { id: 4720, session, account });
    changeAccount(stage.log, host, at + 31 * SPAN.second, { id: 4722, session, account });
    const membership = { session, member: account, group: GROUPS.administrators };
    changeMembership(stage.log, host, at + 50 * SPAN.second, { id: 4732, ...membership });
  });
  visit(stage, host.name, on(11, '17:10:00'), (session) => {
    const membership = { session, member: account, group: GROUPS.administrators };
    changeMembership(stage.log, host, on(11, '17:11:00'), { id: 4733, ...membership });
    changeAccount(stage.log, host, on(11, '17:12:00'), { id: 4726, session, account });
  });
};

const lockout = (stage: Stage): void => {
  const host = hostNamed('DC01');
  const account = principal('g.pugh', 1105);
  const system = { logonId: '0x3e7', account: SERVICES.adminNakamura, elevation: 'full' } as const;
  changeAccount(stage.log, host, on(22, '08:02:31'), { id: 4740, session: { ...system, account }, account });
  visit(stage, 'DC01', on(22, '08:09:00'), (session) =>
    changeAccount(stage.log, host, on(22, '08:10:12'), { id: 4767, session, account }),
  );
};

/** Look-alikes of the helpdesk: new starters, a local administrator for a demonstration, a lockout, a log cleared before imaging. */
export function helpdesk(stage: Stage): void {
  STARTERS.forEach((name, index) => newStarter(stage, name, index));
  loanAccount(stage);
  lockout(stage);
  visit(stage, 'BUILD01', on(25, '16:40:00'), (session) =>
    clearLog(stage.log, hostNamed('BUILD01'), on(25, '16:44:08'), session),
  );
}

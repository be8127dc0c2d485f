import { HOSTS, WINDOWS_HOSTS, type Host } from '../company/hosts';
import { machine, NOBODY, SERVICES, user, type Principal } from '../company/principals';
import { failLogon, logOff, logOn, serviceLogon, type Logon } from '../events/logon';
import { subject, target } from '../events/security-log';
import { SPAN } from '../moment';
import { together } from '../row';
import type { Deed, Scene } from './deed';

const DESKS = HOSTS.filter((host) => host.owner);

const desk = (scene: Scene): Host => scene.random.pick(DESKS);

const owner = (host: Host): Principal => (host.owner ? user(host.owner) : SERVICES.scan);

const network = (scene: Scene, account: Principal, from: Host): Logon => ({
  account,
  logonId: scene.ids.logon(scene.host),
  type: 3,
  from: { ip: from.ip, workstation: '-' },
  port: 49_152 + scene.random.below(16_000),
});

const soon = (scene: Scene): number => SPAN.second * (2 + scene.random.below(40));

const visit = (scene: Scene, account: Principal, from: Host): void => {
  const session = logOn(scene.log, scene.host, scene.at, network(scene, account, from));
  logOff(scene.log, scene.host, scene.at + soon(scene), session, 3);
};

/** A person's workstation talks to a server. */
export const USER_VISIT: Deed = {
  weight: 30,
  size: 2,
  write: (scene) => {
    const from = desk(scene);
    visit(scene, owner(from), from);
  },
};

/** A machine account talks to a server. */
export const MACHINE_VISIT: Deed = {
  weight: 24,
  size: 2,
  write: (scene) => {
    const from = scene.random.pick(WINDOWS_HOSTS);
    visit(scene, { ...machine(from), sid: `${from.sid}-1000` }, from);
  },
};

/** The vulnerability scanner looks at a machine. */
export const SCAN_VISIT: Deed = {
  weight: 2,
  size: 2,
  write: (scene) => visit(scene, SERVICES.scan, scene.random.pick(WINDOWS_HOSTS)),
};

/** SYSTEM logs on for a service. */
export const SERVICE_LOGON: Deed = {
  weight: 14,
  size: 2,
  write: (scene) => serviceLogon(scene.log, scene.host, scene.at),
};

/** Someone unlocks the workstation. */
export const UNLOCK: Deed = {
  weight: 8,
  size: 2,
  write: (scene) => {
    const account = scene.shell?.session.account ?? owner(scene.host);
    const logon: Logon = { account, logonId: scene.ids.logon(scene.host), type: 7 };
    const session = logOn(scene.log, scene.host, scene.at, logon);
    logOff(scene.log, scene.host, scene.at + SPAN.second, session, 7);
  },
};

/** Someone mistypes the password, then gets it right. */
export const TYPO: Deed = {
  weight: 2,
  size: 2,
  write: (scene) => {
    const account = scene.shell?.session.account ?? owner(scene.host);
    failLogon(scene.log, scene.host, scene.at, { account, type: 7 });
    const logon: Logon = { account, logonId: scene.ids.logon(scene.host), type: 7 };
    logOn(scene.log, scene.host, scene.at + soon(scene), logon);
  },
};

/** Someone opens a share of the file server. */
export const SHARE_VISIT: Deed = {
  weight: 60,
  size: 3,
  write: (scene) => {
    const from = desk(scene);
    const session = logOn(scene.log, scene.host, scene.at, network(scene, owner(from), from));
    const share = scene.random.pick(['projects', 'home', 'public', 'templates']);
    scene.log.add(
      scene.host,
      scene.at + SPAN.second,
      5140,
      session.account,
      together(subject(session.account, session.logonId), {
        ObjectType: 'File',
        IpAddress: from.ip,
        IpPort: String(49_152 + scene.random.below(16_000)),
        ShareName: `\\\\*\\${share}`,
        ShareLocalPath: `\\??\\D:\\shares\\${share}`,
        AccessMask: '0x1',
      }),
    );
    logOff(scene.log, scene.host, scene.at + soon(scene) + SPAN.second, session, 3);
  },
};

const TICKETS = [
  { weight: 2, id: 4768, service: 'krbtgt' },
  { weight: 5, id: 4769, service: 'FS01$' },
  { weight: 3, id: 4769, service: 'APP01$' },
  { weight: 1, id: 4776, service: 'MICROSOFT_AUTHENTICATION_PACKAGE_V1_0' },
] as const;

/** A domain controller gives a ticket or checks a password. */
export const TICKET: Deed = {
  weight: 60,
  size: 1,
  write: (scene) => {
    const from = desk(scene);
    const account = owner(from);
    const { id, service } = scene.random.weighted(TICKETS);
    scene.log.add(
      scene.host,
      scene.at,
      id,
      account,
      together(target(account), {
        TargetSid: id === 4768 ? account.sid : NOBODY.sid,
        ServiceName: service,
        IpAddress: id === 4776 ? '' : `::ffff:${from.ip}`,
        Workstation: id === 4776 ? from.name : '',
        Status: '0x0',
      }),
    );
  },
};

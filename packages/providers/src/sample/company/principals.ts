import { COMPANY, type Host } from './hosts';
import { domainSid, type Person } from './people';

/** An account as a Windows event names it. */
export interface Principal {
  readonly name: string;
  readonly domain: string;
  readonly sid: string;
  readonly type: 'User' | 'Machine';
}

/** A domain user. */
export const user = (person: Person): Principal => ({
  name: person.account,
  domain: COMPANY.netbios,
  sid: person.sid,
  type: 'User',
});

/** A machine's account, as which its system processes appear. */
export const machine = (host: Host): Principal => ({
  name: `${host.name.toUpperCase()}$`,
  domain: COMPANY.netbios,
  sid: 'S-1-5-18',
  type: 'Machine',
});

/** The SYSTEM account as the target of a service logon. */
export const SYSTEM: Principal = { name: 'SYSTEM', domain: 'NT AUTHORITY', sid: 'S-1-5-18', type: 'Machine' };

/** The subject of events that have none. */
export const NOBODY: Principal = { name: '-', domain: '-', sid: 'S-1-0-0', type: 'User' };

/** A domain service account or administrator's account that is not a person's. */
const service = (name: string, relative: number): Principal => ({
  name,
  domain: COMPANY.netbios,
  sid: domainSid(relative),
  type: 'User',
});

/** Service accounts, and the separate administrator accounts of the IT people. */
export const SERVICES = {
  backup: service('svc-backup', 1601),
  sql: service('svc-sql', 1602),
  fleet: service('svc-fleet', 1603),
  scan: service('svc-scan', 1604),
  build: service('svc-build', 1605),
  adminNakamura: service('adm-nakamura', 1651),
  adminWeiss: service('adm-weiss', 1652),
} as const;

/** A local account of one machine. */
export const local = (host: Host, name: string, relative: number): Principal => ({
  name,
  domain: host.name.toUpperCase(),
  sid: `${host.sid}-${relative}`,
  type: 'User',
});

/** The Account column: domain and name. */
export const accountText = (principal: Principal): string => `${principal.domain}\\${principal.name}`;

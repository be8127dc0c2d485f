import { COMPANY, type Host } from '../company/hosts';
import type { Person } from '../company/people';
import type { Principal } from '../company/principals';
import { dateTime } from '../moment';
import { hex } from './ids';
import { baseName, type Process } from './process';

/** An entity of an alert as the Entities column holds it. */
export type Entity = Readonly<Record<string, unknown>>;

/** Builds an alert's entities: each gets its `$id`, later mentions are `{ $ref }`. Identifiers start at 2, as in the product. */
export class EntityGraph {
  readonly entities: Entity[] = [];
  readonly #known = new Map<string, string>();

  /** Adds an entity once, by a key of its own; gives the reference to it. */
  add(key: string, make: () => Entity): Entity {
    const known = this.#known.get(key);
    if (known !== undefined) return { $ref: known };
    const parts = make();
    const id = String(this.entities.length + 2);
    this.#known.set(key, id);
    this.entities.push({ $id: id, ...parts });
    return { $ref: id };
  }

  /** A machine. */
  host(host: Host): Entity {
    const [, ...domain] = host.fqdn.split('.');
    return this.add(`host ${host.fqdn}`, () => ({
      HostName: host.name,
      DnsDomain: domain.join('.'),
      OSFamily: host.os,
      IsDomainJoined: host.os === 'Windows',
      Type: 'host',
    }));
  }

  /** A Windows account; `on` is the machine of a local one. */
  account(account: Principal, on?: Host): Entity {
    return this.add(`account ${account.domain}\\${account.name}`, () => ({
      Name: account.name,
      NTDomain: account.domain,
      Sid: account.sid,
      IsDomainJoined: account.domain === COMPANY.netbios,
      ...(on ? { Host: this.host(on) } : {}),
      Type: 'account',
    }));
  }

  /** A cloud account. */
  cloudAccount(person: Person): Entity {
    return this.add(`cloud ${person.upn}`, () => ({
      Name: person.account,
      UPNSuffix: COMPANY.mail,
      AadTenantId: COMPANY.tenantId,
      AadUserId: person.objectId,
      DisplayName: `${person.given} ${person.family}`,
      Type: 'account',
    }));
  }

  /** An address. */
  ip(address: string, place?: { readonly country: string; readonly city: string }): Entity {
    const location = place ? { Location: { CountryCode: place.country, City: place.city } } : {};
    return this.add(`ip ${address}`, () => ({ Address: address, ...location, Type: 'ip' }));
  }

  /** A file by its full path. */
  file(path: string, host: Host): Entity {
    const Directory = path.slice(0, path.length - baseName(path).length - 1);
    return this.add(`file ${path}`, () => ({
      Directory,
      Name: baseName(path),
      Host: this.host(host),
      Type: 'file',
    }));
  }

  /** A process, with its image file, account, machine and logon session. */
  process(process: Process, command: string, parent?: Entity): Entity {
    const { host, session } = process;
    return this.add(`process ${host.fqdn} ${process.pid}`, () => ({
      ProcessId: hex(process.pid),
      CommandLine: command,
      CreationTimeUtc: dateTime(process.started).toJSON(),
      ImageFile: this.file(process.path, host),
      Account: this.account(session.account),
      ...(parent ? { ParentProcess: parent } : {}),
      Host: this.host(host),
      LogonSession: this.logon(process),
      Type: 'process',
    }));
  }

  /** The logon session of a process. */
  logon({ host, session }: Process): Entity {
    return this.add(`logon ${host.fqdn} ${session.logonId}`, () => ({
      SessionId: session.logonId,
      Account: this.account(session.account),
      Host: this.host(host),
      Type: 'host-logon-session',
    }));
  }

  /** A web address. */
  url(address: string): Entity {
    return this.add(`url ${address}`, () => ({ Url: address, Type: 'url' }));
  }

  /** The Entities column, indented as the product sends it. */
  toCell(): string {
    return JSON.stringify(this.entities, null, 2).replaceAll('\n', '\r\n');
  }
}

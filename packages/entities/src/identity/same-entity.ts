import { sameAccount } from '../account/same-account';
import type { Account } from '../account/account';
import type { Entity } from '../entity';
import type { File } from '../file/file';
import { sameFile } from '../file/same-file';
import type { Host } from '../host/host';
import { sameHost } from '../host/same-host';
import type { IpAddress } from '../ip-address/ip-address';
import type { Process } from '../process/process';
import { sameProcess } from '../process/same-process';
import type { SecurityAlert } from '../security-alert/security-alert';
import { canonicalJson } from './canonical-json';
import { decide } from './decide';

/** Whether two entities are one thing: of one type, and the first identity that both have is equal. Unknown types: equal data. */
export const sameEntity = (a: Entity, b: Entity): boolean => {
  if (a.Type !== b.Type) return false;
  switch (a.Type) {
    case 'host':
      return sameHost(a as Host, b as Host);
    case 'account':
      return sameAccount(a as Account, b as Account);
    case 'ip':
      return decide((a as IpAddress).Address, (b as IpAddress).Address) ?? false;
    case 'process':
      return sameProcess(a as Process, b as Process);
    case 'file':
      return sameFile(a as File, b as File);
    case 'securityalert':
      return decide((a as SecurityAlert).SystemAlertId, (b as SecurityAlert).SystemAlertId) ?? false;
    default:
      return canonicalJson(a) === canonicalJson(b);
  }
};

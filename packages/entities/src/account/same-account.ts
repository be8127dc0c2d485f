import { sameHost } from '../host/same-host';
import { agree, decide } from '../identity/decide';
import type { Account } from './account';

/** Whether two accounts are one: by Sid, else AadUserId, else by name where domain, suffix and machine do not differ. */
export const sameAccount = (a: Account, b: Account): boolean =>
  decide(ownSid(a.Sid), ownSid(b.Sid)) ??
  decide(a.AadUserId, b.AadUserId) ??
  (decide(a.Name, b.Name) === true &&
    agree(a.NTDomain, b.NTDomain) &&
    agree(a.UPNSuffix, b.UPNSuffix) &&
    (!a.Host || !b.Host || sameHost(a.Host, b.Host)));

/** The identifier where it belongs to one account; well-known ones, such as S-1-5-18, every machine has. */
const ownSid = (sid: string | undefined): string | undefined =>
  sid !== undefined && /^S-1-(5-21|12-1)-/i.test(sid) ? sid : undefined;

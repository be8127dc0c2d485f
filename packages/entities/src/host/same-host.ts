import { agree, decide } from '../identity/decide';
import type { Host } from './host';

/** Whether two hosts are one: by AzureID, else AgentId, else by name where the domains do not differ. */
export const sameHost = (a: Host, b: Host): boolean =>
  decide(a.AzureID, b.AzureID) ??
  decide(a.AgentId, b.AgentId) ??
  (decide(a.HostName, b.HostName) === true &&
    agree(a.DnsDomain, b.DnsDomain) &&
    agree(a.NTDomain, b.NTDomain));

import type { Host } from '../host/host';

/** A user, service or machine account. Identity: Sid of a domain or machine, else AadUserId, else the name with its domain. */
export type Account = {
  readonly Type: 'account';
  /** The name without domain. */
  readonly Name?: string;
  readonly NTDomain?: string;
  /** What follows the `@` of a user principal name. */
  readonly UPNSuffix?: string;
  readonly Sid?: string;
  readonly AadTenantId?: string;
  readonly AadUserId?: string;
  readonly DisplayName?: string;
  readonly IsDomainJoined?: boolean;
  /** The machine that a local account belongs to. */
  readonly Host?: Host;
  readonly LogonId?: string;
};

import type { IpAddress } from '../ip-address/ip-address';

/** A family of operating systems. */
export type OsFamily = 'Windows' | 'Linux';

/** A computer. Identity: AzureID, else AgentId, else HostName with DnsDomain. */
export type Host = {
  readonly Type: 'host';
  /** The name without its domain. */
  readonly HostName?: string;
  readonly DnsDomain?: string;
  readonly NTDomain?: string;
  readonly NetBiosName?: string;
  /** The Azure resource's identifier. */
  readonly AzureID?: string;
  /** The agent's identifier, in heartbeats and events `SourceComputerId`. */
  readonly AgentId?: string;
  readonly OSFamily?: OsFamily;
  readonly OSName?: string;
  readonly OSVersion?: string;
  readonly Environment?: string;
  readonly IsDomainJoined?: boolean;
  readonly IpAddresses?: readonly IpAddress[];
};

import type { IpAddress } from '../ip-address/ip-address';

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
  /** `Windows`, `Linux`, or as the source says. */
  readonly OSFamily?: string;
  readonly OSName?: string;
  readonly OSVersion?: string;
  readonly Environment?: string;
  readonly IsDomainJoined?: boolean;
  readonly IpAddresses?: readonly IpAddress[];
};

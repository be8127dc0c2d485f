import type { HeartbeatGetHeartbeatForHostRow } from '@casebook/queries';
import { compact } from '../compact';
import { ipAddressFrom, ipAddressesFrom } from '../ip-address/ip-address-from';
import type { Host } from './host';
import { hostFromName } from './host-from-name';

/** A family of operating systems. */
export type OsFamily = 'Windows' | 'Linux';

/** The host that a heartbeat describes. */
export const hostFromHeartbeat = (row: HeartbeatGetHeartbeatForHostRow): Host => {
  const version = [row.OSMajorVersion, row.OSMinorVersion].filter((part) => part !== '').join('.');
  const own = Array.isArray(row.ComputerPrivateIPs) ? row.ComputerPrivateIPs.map(String) : [];
  const outer = ipAddressFrom(row.ComputerIP, {
    CountryName: row.RemoteIPCountry,
    Latitude: row.RemoteIPLatitude ?? undefined,
    Longitude: row.RemoteIPLongitude ?? undefined,
  });
  const inner = ipAddressesFrom(own).filter(({ Address }) => Address !== outer?.Address);
  return compact({
    ...hostFromName(row.Computer),
    AzureID: row.ComputerEnvironment === 'Azure' ? row.ResourceId : '',
    OSFamily: osFamily(row.OSType),
    OSName: row.OSName,
    OSVersion: version,
    Environment: row.ComputerEnvironment,
    IpAddresses: Object.freeze([...(outer ? [outer] : []), ...inner]),
  }) as Host;
};

/** The family that a heartbeat's OSType names; null where it names neither. */
export const osFamily = (osType: string): OsFamily | null => {
  const name = osType.trim().toLowerCase();
  return name === 'windows' ? 'Windows' : name === 'linux' ? 'Linux' : null;
};

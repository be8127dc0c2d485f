import {
  hostFromHeartbeat,
  hostFromName,
  ipAddressesFrom,
  type Host,
  type OsFamily,
} from '@casebook/entities';
import type { HostSummarySections } from './host-summary-result';
import type { Resolution } from './resolve/resolve-host';

/** The host as the sections tell it: heartbeat first, then network data, then the logs that know it. */
export const buildEntity = (
  { names, candidates }: Resolution,
  { heartbeat, azureNet }: HostSummarySections,
  os: OsFamily | null,
): Host => {
  if (candidates.length) return hostFromName(names.asked);
  const named = hostFromName(names.all[0] ?? names.asked);
  const [beat] = heartbeat.frame.rows();
  const told = beat ? hostFromHeartbeat(beat) : undefined;
  const nics = azureNet.frame.rows().flatMap((row) => [row.PrivateIPAddresses, row.PublicIPAddresses]);
  const known = told?.IpAddresses ?? [];
  const more = ipAddressesFrom(nics.join(' ')).filter(
    ({ Address }) => !known.some((other) => other.Address === Address),
  );
  const OSFamily = told?.OSFamily ?? os;
  const IpAddresses = [...known, ...more];
  return Object.freeze({
    ...told,
    ...named,
    ...(OSFamily ? { OSFamily } : {}),
    ...(IpAddresses.length ? { IpAddresses: Object.freeze(IpAddresses) } : {}),
  });
};

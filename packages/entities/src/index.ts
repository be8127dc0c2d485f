export type { Host, OsFamily } from './host/host';
export { hostFromName } from './host/host-from-name';
export { hostFromHeartbeat, osFamily } from './host/host-from-heartbeat';
export type { GeoLocation, IpAddress } from './ip-address/ip-address';
export { ipAddressFrom, ipAddressesFrom } from './ip-address/ip-address-from';

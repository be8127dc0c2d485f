export type { Entity, KnownEntity } from './entity';
export type { UnknownEntity } from './unknown-entity/unknown-entity';

export type { Account } from './account/account';
export { accountFrom } from './account/account-from';

export type { File } from './file/file';
export { fileFromPath, filePath } from './file/file-from-path';

export type { Host } from './host/host';
export { hostFromName } from './host/host-from-name';
export { hostFromHeartbeat, osFamily, type OsFamily } from './host/host-from-heartbeat';

export type { GeoLocation, IpAddress } from './ip-address/ip-address';
export { ipAddressFrom, ipAddressesFrom } from './ip-address/ip-address-from';

export type { Process } from './process/process';
export { processFromSecurityEvent } from './process/process-from-security-event';

export type { SecurityAlert } from './security-alert/security-alert';
export { securityAlertFromRow } from './security-alert/security-alert-from-row';
export { alertEntities } from './alert-entities/alert-entities';

export { displayName } from './identity/display-name';
export { mergeEntities, type Merged, type MergeConflict } from './identity/merge-entities';
export { sameEntity } from './identity/same-entity';

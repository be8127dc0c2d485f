import type { Account } from './account/account';
import type { File } from './file/file';
import type { Host } from './host/host';
import type { IpAddress } from './ip-address/ip-address';
import type { Process } from './process/process';
import type { SecurityAlert } from './security-alert/security-alert';
import type { UnknownEntity } from './unknown-entity/unknown-entity';

/** An entity whose type this package knows; `Type` tells which. */
export type KnownEntity = Host | Account | IpAddress | Process | File | SecurityAlert;

/** Anything that is investigated: plain frozen data. */
export type Entity = KnownEntity | UnknownEntity;

import type { Account } from '../account/account';
import type { File } from '../file/file';
import type { Host } from '../host/host';

/** A process. Identity: ProcessId and image on one host, started at one time. */
export type Process = {
  readonly Type: 'process';
  /** As the log writes it, such as `0x1580`. */
  readonly ProcessId?: string;
  readonly CommandLine?: string;
  /** ISO 8601. */
  readonly CreationTimeUtc?: string;
  readonly ElevationToken?: string;
  readonly ImageFile?: File;
  readonly Account?: Account;
  readonly Host?: Host;
  readonly ParentProcess?: Process;
  readonly LogonId?: string;
};

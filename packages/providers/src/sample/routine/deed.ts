import type { Host } from '../company/hosts';
import type { SystemProcesses } from '../events/boot';
import type { Ids } from '../events/ids';
import type { Process } from '../events/process';
import type { SecurityLog } from '../events/security-log';
import type { Moment } from '../moment';
import type { Random } from '../random';

/** Where and when something ordinary happens on a Windows machine. */
export interface Scene {
  readonly log: SecurityLog;
  readonly ids: Ids;
  readonly host: Host;
  readonly at: Moment;
  readonly random: Random;
  readonly system: SystemProcesses;
  /** The user's Explorer, where someone is logged on. */
  readonly shell?: Process;
}

/** Something ordinary: it writes exactly `size` rows, within a minute after the scene's moment. */
export interface Deed {
  readonly weight: number;
  readonly size: number;
  write(scene: Scene): void;
}

import { Ids } from './events/ids';
import { SecurityLog } from './events/security-log';
import { background, type Background } from './routine/routine';
import { framingHeartbeats, heartbeatRoutine } from './routine/heartbeat';
import { securityRoutine, type SystemAt } from './routine/security';
import type { SampleRow } from './row';
import { boots } from './story/boots';
import { intrusion } from './story/intrusion';

/** The rows that every sample has, whatever its seed and size: starts of machines, the intrusion, the look-alikes. */
export interface FixedRows {
  readonly tables: ReadonlyMap<string, readonly SampleRow[]>;
  readonly systemAt: SystemAt;
}

/** Writes the fixed rows. */
export function fixedRows(): FixedRows {
  const log = new SecurityLog();
  const ids = new Ids('story');
  const systemAt = boots(log, ids);
  const story = intrusion({ log, ids, systemAt });
  const tables = new Map<string, readonly SampleRow[]>([
    ['SecurityEvent', log.rows],
    ['Heartbeat', framingHeartbeats()],
    ['SecurityAlert', story.alerts],
  ]);
  return { tables, systemAt };
}

/** The ordinary backgrounds. */
export const backgrounds = (systemAt: SystemAt): readonly Background[] => [
  background(securityRoutine(systemAt)),
  background(heartbeatRoutine),
];

import { Ids } from './events/ids';
import { SecurityLog } from './events/security-log';
import { ordinaryAlerts } from './lookalikes/alerts';
import { backups } from './lookalikes/backups';
import { fleetkeeper } from './lookalikes/fleetkeeper';
import { helpdesk } from './lookalikes/helpdesk';
import { linuxUpkeep } from './lookalikes/linux-upkeep';
import { tasksAndServices } from './lookalikes/tasks-and-services';
import { traveller } from './lookalikes/traveller';
import { flowRoutine, interfaces } from './routine/flows';
import { framingHeartbeats, heartbeatRoutine, storyHeartbeats } from './routine/heartbeat';
import { background, type Background } from './routine/routine';
import { securityRoutine, type SystemAt } from './routine/security';
import { signInRoutine } from './routine/sign-ins';
import { syslogRoutine } from './routine/syslog';
import type { SampleRow } from './row';
import { boots } from './story/boots';
import { intrusion } from './story/intrusion';
import { Stage } from './story/stage';

/** The rows that every sample has, whatever its seed and size: starts of machines, the intrusion, the look-alikes. */
export interface FixedRows {
  readonly tables: ReadonlyMap<string, readonly SampleRow[]>;
  readonly systemAt: SystemAt;
}

const LOOKALIKES = [fleetkeeper, tasksAndServices, helpdesk, backups, traveller, ordinaryAlerts, linuxUpkeep];

/** Writes the fixed rows. */
export function fixedRows(): FixedRows {
  const log = new SecurityLog();
  const ids = new Ids('story');
  const stage = new Stage(log, ids, boots(log, ids));
  intrusion(stage);
  for (const lookalike of LOOKALIKES) lookalike(stage);
  const tables = new Map<string, readonly SampleRow[]>([
    ['SecurityEvent', log.rows],
    ['Heartbeat', [...framingHeartbeats(), ...storyHeartbeats()]],
    ['SecurityAlert', stage.alerts],
    ['SecurityIncident', stage.incidents],
    ['HuntingBookmark', stage.bookmarks],
    ['Syslog', stage.syslog],
    ['SigninLogs', stage.signIns],
    ['AzureNetworkAnalytics_CL', [...stage.flows, ...interfaces()]],
  ]);
  return { tables, systemAt: stage.systemAt };
}

/** The ordinary backgrounds. */
export const backgrounds = (systemAt: SystemAt): readonly Background[] => [
  background(securityRoutine(systemAt)),
  background(syslogRoutine),
  background(flowRoutine),
  background(signInRoutine),
  background(heartbeatRoutine),
];

import { hostNamed, WINDOWS_HOSTS, type Host } from '../company/hosts';
import { systemSession } from '../events/logon';
import { installService } from '../events/service';
import { taskEvent, type ScheduledTask } from '../events/task';
import { on, SPAN } from '../moment';
import type { Stage } from '../story/stage';

const INVENTORY: ScheduledTask = {
  name: '\\Fleetkeeper\\Weekly Inventory',
  author: 'Fleetkeeper',
  command: 'C:\\Program Files\\Fleetkeeper\\FleetAgent.exe',
  argument: 'inventory --weekly',
  daily: '11:00:00',
  runAs: 'NT AUTHORITY\\SYSTEM',
  highest: true,
};

const UPDATER: ScheduledTask = {
  name: '\\GoogleUpdateTaskMachineUA{7C1B}',
  author: 'Google',
  command: 'C:\\Program Files (x86)\\Google\\Update\\GoogleUpdate.exe',
  argument: '/ua /installsource scheduler',
  daily: '08:38:00',
  runAs: 'NT AUTHORITY\\SYSTEM',
};

const onEvery = (department: string): readonly Host[] =>
  WINDOWS_HOSTS.filter((host) => host.name.startsWith(department));

/** How many tasks and services administrators and updaters register. */
export const ORDINARY_TASKS = { created: 12, updated: 41, services: 4 } as const;

/** Look-alike: ordinary scheduled tasks (4698, 4702) of the management tool and an updater, and services of new software (4697). */
export function tasksAndServices(stage: Stage): void {
  const { log } = stage;
  [...onEvery('FIN-'), ...onEvery('IT-')].forEach((host, index) =>
    taskEvent(log, host, on(1, '10:30:00') + index * 9 * SPAN.second, {
      id: 4698,
      session: systemSession(host),
      task: INVENTORY,
    }),
  );
  [...onEvery('FIN-'), ...onEvery('ENG-'), ...onEvery('OPS-'), ...onEvery('SAL-')].forEach((host, index) =>
    taskEvent(log, host, on(9, '22:40:00') + index * 13 * SPAN.second, {
      id: 4702,
      session: systemSession(host),
      task: UPDATER,
    }),
  );
  for (const name of ['BACKUP01', 'FS01', 'SQL01', 'APP01']) {
    const host = hostNamed(name);
    const file = 'C:\\Program Files\\Northvault\\vaultagent.exe';
    const service = {
      name: 'Northvault Agent',
      file: `"${file}" --service`,
      start: 2,
      account: 'LocalSystem',
    } as const;
    installService(log, host, on(3, '20:15:00') + Number(host.ip.slice(-2)) * SPAN.second, {
      session: systemSession(host),
      service,
    });
  }
}

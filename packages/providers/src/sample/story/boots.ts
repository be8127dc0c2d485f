import { WINDOWS_HOSTS, type Host } from '../company/hosts';
import { boot, type SystemProcesses } from '../events/boot';
import type { Ids } from '../events/ids';
import type { SecurityLog } from '../events/security-log';
import { on, SPAN, type Moment } from '../moment';
import type { SystemAt } from '../routine/security';

interface Boot {
  readonly at: Moment;
  readonly system: SystemProcesses;
}

const patchNight = (host: Host): Moment =>
  host.role === 'workstation' ? on(9, '21:30:00') : on(13, '02:10:00');

const bootTimes = (host: Host, index: number): Moment[] => {
  const times = [on(1, '00:05:00') + index * 37 * SPAN.second, patchNight(host) + index * 83 * SPAN.second];
  return host.name === 'FIN-WS07' ? [...times, on(18, '14:02:11')] : times;
};

/**
 * Boots every Windows machine: on 1 September, on its patch night (workstations the 9th, servers the 13th), and patient zero
 * after it was rebuilt on the 18th. Ten rows a boot. Gives the system processes of any machine and moment.
 */
export function boots(log: SecurityLog, ids: Ids): SystemAt {
  const all = new Map<Host, readonly Boot[]>(
    WINDOWS_HOSTS.map((host, index) => [
      host,
      bootTimes(host, index).map((at) => ({ at: at + 2 * SPAN.minute, system: boot(log, ids, host, at) })),
    ]),
  );
  return (host, at) => {
    const found = all
      .get(host)
      ?.filter((one) => one.at <= at)
      .at(-1);
    if (!found) throw new Error(`machine off: ${host.name}`);
    return found.system;
  };
}

import type { Host } from '../company/hosts';
import { SPAN, type Moment } from '../moment';
import type { Ids } from './ids';
import { systemSession } from './logon';
import { startProcess, type Process } from './process';
import type { SecurityLog } from './security-log';

/** The processes that a machine's others descend from. */
export interface SystemProcesses {
  readonly services: Process;
  readonly winlogon: Process;
  readonly netsvcs: Process;
  readonly dcom: Process;
  readonly agent: Process;
}

const SYSTEM32 = 'C:\\Windows\\System32\\';

/** Boots a machine: ten rows of 4688, the first a child of System (process 4), which no event starts. */
export function boot(log: SecurityLog, ids: Ids, host: Host, at: Moment): SystemProcesses {
  let later = at;
  const kernel: Process = { host, pid: 4, path: 'System', session: systemSession(host), started: at };
  const start = (parent: Process, file: string, argument = ''): Process => {
    later += 180 * SPAN.millisecond;
    const path = file.includes('\\') ? file : `${SYSTEM32}${file}`;
    const command = argument ? `${path} ${argument}` : path;
    return startProcess(log, parent, later, { pid: ids.process(host), path, command });
  };
  const smss = start(kernel, 'smss.exe');
  start(smss, 'csrss.exe', 'ObjectDirectory=\\Windows SharedSection=1024,20480,768');
  const wininit = start(smss, 'wininit.exe');
  const winlogon = start(smss, 'winlogon.exe');
  const services = start(wininit, 'services.exe');
  start(wininit, 'lsass.exe');
  const dcom = start(services, 'svchost.exe', '-k DcomLaunch -p');
  const netsvcs = start(services, 'svchost.exe', '-k netsvcs -p');
  const health = start(services, 'C:\\Program Files\\Microsoft Monitoring Agent\\Agent\\HealthService.exe');
  const agent = start(
    health,
    'C:\\Program Files\\Microsoft Monitoring Agent\\Agent\\MonitoringHost.exe',
    '-Embedding',
  );
  return { services, winlogon, netsvcs, dcom, agent };
}

import { queries } from '@casebook/queries';
import type { HostSummarySections } from '../host-summary-result';
import type { HostRun } from '../run/host-run';
import { listSection, part } from '../run/list-section';
import { familyParts } from './family-parts';
import { hostParameters } from './host-parameters';

/** Lists the processes that were started on the host. */
export const processesSection = (run: HostRun): Promise<HostSummarySections['processes']> =>
  listSection(run, {
    title: 'Processes',
    things: 'process creations',
    hint:
      run.os === 'Linux'
        ? 'Syslog has them only where Sysmon for Linux writes them; the event summary counts the programs that log.'
        : undefined,
    parts: familyParts(run, {
      windows: part(queries.WindowsSecurity.list_host_processes, hostParameters(run, 'SecurityEvent')),
      linux: part(queries.LinuxSyslog.sysmon_process_events, hostParameters(run, 'Syslog')),
    }),
    facts: (frame) => ({
      Processes: frame.rowCount,
      Programs: new Set(frame.values('NewProcessName')).size,
      Accounts: new Set(frame.values('Account')).size,
    }),
  });

import { queries } from '@casebook/queries';
import type { HostSummarySections } from '../host-summary-result';
import type { HostRun } from '../run/host-run';
import { listSection, part } from '../run/list-section';
import { familyParts } from './family-parts';
import { hostParameters } from './host-parameters';

/** Lists changes of scheduled tasks and services; on Linux what cron did. */
export const scheduledTasksSection = (run: HostRun): Promise<HostSummarySections['scheduledTasks']> =>
  listSection(run, {
    title: 'Scheduled tasks and services',
    things: 'changes of scheduled tasks or services',
    parts: familyParts(run, {
      windows: part(queries.WindowsSecurity.schdld_tasks_and_services, hostParameters(run, 'SecurityEvent')),
      linux: part(queries.LinuxSyslog.cron_activity, hostParameters(run, 'Syslog')),
    }),
    chart: ({ columns }) => ({
      kind: 'timeline',
      title: 'Scheduled tasks and services',
      time: 'TimeGenerated',
      group: 'Action',
      hover: ['TimeGenerated', 'Account', 'Name', 'Command', 'User', 'CMD'].filter((wanted) =>
        columns.some(({ name }) => name === wanted),
      ),
    }),
  });

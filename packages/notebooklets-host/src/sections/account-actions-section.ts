import { queries } from '@casebook/queries';
import type { HostSummarySections } from '../host-summary-result';
import type { HostRun } from '../run/host-run';
import { listSection, part } from '../run/list-section';
import { familyParts } from './family-parts';
import { hostParameters } from './host-parameters';

/** Lists changes of accounts and groups. */
export const accountActionsSection = (run: HostRun): Promise<HostSummarySections['accountActions']> =>
  listSection(run, {
    title: 'Account actions',
    things: 'changes of accounts or groups',
    parts: familyParts(run, {
      windows: part(queries.WindowsSecurity.account_change_events, hostParameters(run, 'SecurityEvent')),
      linux: part(queries.LinuxSyslog.user_group_activity, hostParameters(run, 'Syslog')),
    }),
    chart: ({ columns }) => ({
      kind: 'timeline',
      title: 'Account actions',
      time: 'TimeGenerated',
      group: 'Action',
      hover: ['TimeGenerated', 'Account', 'TargetAccount', 'MemberName', 'User', 'Group'].filter((wanted) =>
        columns.some(({ name }) => name === wanted),
      ),
    }),
  });

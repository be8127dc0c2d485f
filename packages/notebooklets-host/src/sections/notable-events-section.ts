import { queries } from '@casebook/queries';
import type { HostSummarySections } from '../host-summary-result';
import type { HostRun } from '../run/host-run';
import { listSection, part } from '../run/list-section';
import { familyParts } from './family-parts';
import { hostParameters } from './host-parameters';

/** Lists events that are seldom or grave. */
export const notableEventsSection = (run: HostRun): Promise<HostSummarySections['notableEvents']> =>
  listSection(run, {
    title: 'Notable events',
    things: 'notable events',
    parts: familyParts(run, {
      windows: part(queries.WindowsSecurity.notable_events, hostParameters(run, 'SecurityEvent')),
      linux: part(queries.LinuxSyslog.notable_events, hostParameters(run, 'Syslog')),
    }),
    chart: ({ columns }) => {
      const has = (wanted: string): boolean => columns.some(({ name }) => name === wanted);
      return {
        kind: 'timeline',
        title: 'Notable events',
        time: 'TimeGenerated',
        group: has('EventID') ? 'EventID' : 'SeverityLevel',
        hover: ['TimeGenerated', 'Activity', 'Reason', 'Account', 'ProcessName', 'SyslogMessage'].filter(has),
      };
    },
  });

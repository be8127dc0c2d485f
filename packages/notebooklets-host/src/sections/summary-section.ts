import type { Frame } from '@casebook/core';
import { queries } from '@casebook/queries';
import type { HostSummarySections } from '../host-summary-result';
import type { HostRun } from '../run/host-run';
import { listSection, part } from '../run/list-section';
import { familyParts } from './family-parts';
import { hostParameters } from './host-parameters';

/** Counts the host's events by kind. */
export const summarySection = (run: HostRun): Promise<HostSummarySections['summary']> =>
  listSection(run, {
    title: 'Event summary',
    things: 'events',
    parts: familyParts(run, {
      windows: part(queries.WindowsSecurity.summarize_events, hostParameters(run, 'SecurityEvent')),
      linux: part(queries.LinuxSyslog.summarize_events, hostParameters(run, 'Syslog')),
    }),
    facts: (frame) => ({ Events: total(frame), Kinds: frame.rowCount }),
    chart: (frame) => ({
      kind: 'bar',
      title: 'Events by kind',
      category: category(frame),
      value: 'count_',
      top: 20,
    }),
  });

const total = (frame: Frame): number => frame.numbers('count_').reduce((sum, each) => sum + each, 0);

const category = (frame: Frame): string => {
  if (!frame.columns.some(({ name }) => name === 'EventID')) return 'ProcessName';
  return frame.values('Activity').every((text) => text !== '') ? 'Activity' : 'EventID';
};

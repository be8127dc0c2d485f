import type { Frame } from '@casebook/core';
import { queries, type SecurityAlertListRelatedAlertsRow } from '@casebook/queries';
import type { HostSummarySections } from '../host-summary-result';
import { alertConcerns } from '../resolve/alert-concerns';
import { shortName } from '../resolve/host-names';
import type { HostRun } from '../run/host-run';
import { listSection, part } from '../run/list-section';

/** Lists the alerts that name the host as a whole name; the query alone also finds `HOST-2` for `HOST`. */
export const alertsSection = (run: HostRun): Promise<HostSummarySections['alerts']> =>
  listSection(run, {
    title: 'Related alerts',
    things: 'alerts that name the host',
    parts: [part(queries.SecurityAlert.list_related_alerts, { host_name: shortName(run.names.asked) })],
    refine: (frame) => refine(frame, run),
    facts: (frame) => ({ Alerts: frame.rowCount, BySeverity: bySeverity(frame) }),
    chart: () => ({
      kind: 'timeline',
      title: 'Related alerts',
      time: 'TimeGenerated',
      group: 'AlertName',
      hover: ['TimeGenerated', 'AlertName', 'Severity', 'CompromisedEntity', 'Description'],
    }),
  });

const refine = (frame: Frame<SecurityAlertListRelatedAlertsRow>, { names }: HostRun) => {
  const kept = frame.where((row) => alertConcerns(row, names));
  return { frame: kept, facts: { OtherHosts: frame.rowCount - kept.rowCount } };
};

const bySeverity = (frame: Frame): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const severity of frame.values('Severity')) {
    const name = String(severity || 'Unknown');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

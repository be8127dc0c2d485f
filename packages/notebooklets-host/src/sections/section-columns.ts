import { Frame, type Section } from '@casebook/core';
import { queries } from '@casebook/queries';
import type { HostSummaryKey } from '../host-summary-options';

const DEFINITIONS = {
  summary: queries.WindowsSecurity.summarize_events,
  heartbeat: queries.Heartbeat.get_heartbeat_for_host,
  azureNet: queries.Network.get_ips_for_host,
  alerts: queries.SecurityAlert.list_related_alerts,
  bookmarks: queries.AzureSentinel.list_bookmarks_for_entity,
  scheduledTasks: queries.WindowsSecurity.schdld_tasks_and_services,
  accountActions: queries.WindowsSecurity.account_change_events,
  notableEvents: queries.WindowsSecurity.notable_events,
  processes: queries.WindowsSecurity.list_host_processes,
} as const;

/** A section whose frame has the columns that its query declares, also where nothing was asked or answered. */
export const withColumns = (key: HostSummaryKey, section: Section): Section => {
  if (section.frame.columns.length > 0 || key === 'azureApi' || key === 'processTi') return section;
  const { notices } = section.frame;
  return Object.freeze({ ...section, frame: Frame.fromRows(DEFINITIONS[key].columns, [], { notices }) });
};

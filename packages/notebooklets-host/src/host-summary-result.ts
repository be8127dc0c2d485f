import type { Result, Section } from '@casebook/core';
import type { Host } from '@casebook/entities';
import type {
  AzureSentinelListBookmarksForEntityRow,
  HeartbeatGetHeartbeatForHostRow,
  LinuxSyslogCronActivityRow,
  LinuxSyslogNotableEventsRow,
  LinuxSyslogSummarizeEventsRow,
  LinuxSyslogUserGroupActivityRow,
  NetworkGetIpsForHostRow,
  SecurityAlertListRelatedAlertsRow,
  WindowsSecurityAccountChangeEventsRow,
  WindowsSecurityListHostProcessesRow,
  WindowsSecurityNotableEventsRow,
  WindowsSecuritySchdldTasksAndServicesRow,
  WindowsSecuritySummarizeEventsRow,
} from '@casebook/queries';
import type { SeenHostRow } from './sections/host-section';

/** The sections of a host summary; where Windows and Linux differ, rows are of either kind. */
export type HostSummarySections = {
  /** Where the name was seen, or the candidates where it may mean several hosts. */
  readonly host: Section<SeenHostRow>;
  readonly summary: Section<WindowsSecuritySummarizeEventsRow | LinuxSyslogSummarizeEventsRow>;
  readonly heartbeat: Section<HeartbeatGetHeartbeatForHostRow>;
  readonly azureNet: Section<NetworkGetIpsForHostRow>;
  readonly alerts: Section<SecurityAlertListRelatedAlertsRow>;
  readonly bookmarks: Section<AzureSentinelListBookmarksForEntityRow>;
  readonly azureApi: Section;
  readonly scheduledTasks: Section<WindowsSecuritySchdldTasksAndServicesRow | LinuxSyslogCronActivityRow>;
  readonly accountActions: Section<WindowsSecurityAccountChangeEventsRow | LinuxSyslogUserGroupActivityRow>;
  readonly notableEvents: Section<WindowsSecurityNotableEventsRow | LinuxSyslogNotableEventsRow>;
  /** Process creations; those of Sysmon for Linux have the same columns and a few more. */
  readonly processes: Section<WindowsSecurityListHostProcessesRow>;
  readonly processTi: Section;
};

/** What {@link HostSummary} answers with: plain data that survives JSON. */
export interface HostSummaryResult extends Result<HostSummarySections> {
  /** The host, as far as heartbeat, network data and logs tell. */
  readonly entity: Host;
}

export { HostSummary } from './host-summary';
export type { HostSummaryInput, HostSummaryOption } from './host-summary-input';
export { HOST_SUMMARY_OPTIONS, type HostSummaryKey } from './host-summary-options';
export type { HostSummaryResult, HostSummarySections } from './host-summary-result';
export type { SeenHostRow } from './sections/host-section';

export { hostTimeSpan } from './host-time-span';

export { alertTimeline } from './stages/alert-timeline';
export { alertsByName, type AlertsByNameRow } from './stages/alerts-by-name';
export { rarePrograms, type ProgramRow } from './stages/rare-programs';
export { hostTimeline, type HostTimelineRow } from './stages/host-timeline';

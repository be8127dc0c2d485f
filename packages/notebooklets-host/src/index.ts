export { HostSummary } from './host-summary';
export type { HostSummaryInput, HostSummaryOption } from './host-summary-input';
export { HOST_SUMMARY_OPTIONS, type HostSummaryKey } from './host-summary-options';
export type { HostSummaryResult, HostSummarySections } from './host-summary-result';
export type { SeenHostRow } from './sections/host-section';

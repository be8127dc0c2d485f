export { HostSummary } from './host-summary';
export { hostTimeSpan } from './host-time-span';
export type { HostSummaryInput, HostSummaryOption } from './host-summary-input';
export { HOST_SUMMARY_OPTIONS, type HostSummaryKey } from './host-summary-options';
export type { HostSummaryResult, HostSummarySections } from './host-summary-result';
export type { SeenHostRow } from './sections/host-section';

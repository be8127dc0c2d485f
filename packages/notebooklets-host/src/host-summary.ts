import type { Notebooklet, NotebookletContext } from '@casebook/core';
import { readInput, type HostSummaryInput } from './host-summary-input';
import { HOST_SUMMARY_OPTIONS } from './host-summary-options';
import type { HostSummaryResult } from './host-summary-result';
import { runSections } from './run-sections';

/**
 * Everything the logs say about one host in a window: who it is, its alerts, bookmarks, scheduled tasks, account actions,
 * notable events, processes, and its events by kind. `run({ host, timeSpan, options }, { logs })`; each section ends in a
 * status of its own. Unknown options and a missing host are errors before any query; an abort is a `QueryAborted` error that
 * says which sections ran.
 */
export const HostSummary: Notebooklet<HostSummaryInput, HostSummaryResult> = Object.freeze({
  name: 'HostSummary',
  title: 'Host summary',
  entityType: 'host',
  options: HOST_SUMMARY_OPTIONS,
  run: async (input: HostSummaryInput, context: NotebookletContext): Promise<HostSummaryResult> =>
    runSections(readInput(input, context), context),
});

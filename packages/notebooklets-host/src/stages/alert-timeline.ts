import type { Chart } from '@casebook/core';
import type { HostSummaryResult } from '../host-summary-result';

/** The alerts of a host on a time axis, one lane a kind of alert. */
export const alertTimeline = ({ sections: { alerts } }: HostSummaryResult): Chart => ({
  frame: alerts.frame,
  intent: {
    kind: 'timeline',
    title: 'Related alerts',
    time: 'TimeGenerated',
    group: 'AlertName',
    hover: ['TimeGenerated', 'AlertName', 'Severity', 'CompromisedEntity', 'Description'],
  },
});

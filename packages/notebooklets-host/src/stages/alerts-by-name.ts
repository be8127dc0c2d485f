import { Frame, type ColumnInfo, type DateTime } from '@casebook/core';
import type { HostSummaryResult } from '../host-summary-result';

/** How often an alert was raised on the host. */
export type AlertsByNameRow = {
  readonly AlertName: string;
  /** The severities that it had, each once, with commas between. */
  readonly Severity: string;
  readonly Alerts: number | bigint | null;
  readonly First: DateTime | null;
  readonly Last: DateTime | null;
};

const COLUMNS: readonly ColumnInfo[] = [
  { name: 'AlertName', type: 'string' },
  { name: 'Severity', type: 'string' },
  { name: 'Alerts', type: 'long' },
  { name: 'First', type: 'datetime' },
  { name: 'Last', type: 'datetime' },
];

/** The alerts of a host by name, the most frequent first. */
export const alertsByName = ({ sections: { alerts } }: HostSummaryResult): Frame<AlertsByNameRow> => {
  const groups = new Map<string, ReturnType<typeof alerts.frame.rows>>();
  for (const row of alerts.frame.rows())
    groups.set(row.AlertName, [...(groups.get(row.AlertName) ?? []), row]);
  const rows = [...groups].map(([AlertName, group]) => {
    const times = group.flatMap((row) => row.TimeGenerated ?? []).sort((a, b) => (a < b ? -1 : 1));
    const Severity = [...new Set(group.map((row) => row.Severity))].join(', ');
    return { AlertName, Severity, Alerts: group.length, First: times[0] ?? null, Last: times.at(-1) ?? null };
  });
  rows.sort((a, b) => b.Alerts - a.Alerts || (a.AlertName < b.AlertName ? -1 : 1));
  return Frame.fromRows<AlertsByNameRow>(COLUMNS, rows, { notices: alerts.frame.notices });
};

import { Frame, type Chart, type ColumnInfo, type DateTime, type Row, type Section } from '@casebook/core';
import type { HostSummaryResult } from '../host-summary-result';

/** Something that happened on the host. */
export type HostTimelineRow = {
  readonly Time: DateTime | null;
  readonly Lane: string;
  readonly What: string;
  readonly Who: string;
};

const COLUMNS: readonly ColumnInfo[] = [
  { name: 'Time', type: 'datetime' },
  { name: 'Lane', type: 'string' },
  { name: 'What', type: 'string' },
  { name: 'Who', type: 'string' },
];

/** Alerts, account actions, tasks and services, notable events and bookmarks of a host on one time axis, a lane each. */
export const hostTimeline = ({ sections }: HostSummaryResult): Chart => {
  const rows = [
    ...lane(sections.alerts, ['AlertName'], ['CompromisedEntity']),
    ...lane(sections.accountActions, ['Action', 'TargetAccount', 'User', 'MemberName'], ['Account']),
    ...lane(sections.scheduledTasks, ['Action', 'Name', 'Command', 'CMD'], ['Account', 'User']),
    ...lane(sections.notableEvents, ['Reason', 'Activity', 'SyslogMessage'], ['Account', 'ProcessName']),
    ...lane(sections.bookmarks, ['BookmarkName'], ['CreatedBy']),
  ];
  rows.sort((a, b) => (a.Time && b.Time && a.Time.ticks !== b.Time.ticks ? (a.Time < b.Time ? -1 : 1) : 0));
  return {
    frame: Frame.fromRows(COLUMNS, rows),
    intent: {
      kind: 'timeline',
      title: 'What happened on the host',
      time: 'Time',
      group: 'Lane',
      hover: ['Time', 'What', 'Who'],
    },
  };
};

const lane = (section: Section, what: readonly string[], who: readonly string[]): HostTimelineRow[] =>
  (section.frame.rows() as Row[]).map((row) => ({
    Time: (row['TimeGenerated'] ?? null) as DateTime | null,
    Lane: section.title,
    What: texts(row, what).join(': '),
    Who: texts(row, who)[0] ?? '',
  }));

const texts = (row: Row, names: readonly string[]): string[] =>
  names.map((name) => String(row[name] ?? '')).filter((text) => text !== '');

import type { DateTime, Row, Section } from '@casebook/core';
import type { Host } from '@casebook/entities';
import type { CheckedInput } from './host-summary-input';
import type { HostSummarySections } from './host-summary-result';
import type { Resolution } from './resolve/resolve-host';

/** What was found, in a few sentences of fact; what could not be searched comes last. */
export const summarise = (
  input: CheckedInput,
  resolution: Resolution,
  sections: HostSummarySections,
  entity: Host,
): readonly string[] => {
  const { candidates } = resolution;
  const said = candidates.length
    ? [
        `${JSON.stringify(input.host)} may mean ${candidates.length} hosts: ${candidates.join(', ')}. None was chosen.`,
      ]
    : [
        sections.host.reason ?? whoItIs(resolution, entity),
        ...found(sections),
        ...absences(sections),
        ...troubles(sections),
      ];
  return Object.freeze(
    [...(input.defaulted ? [input.defaulted] : []), ...said].filter((text) => text !== ''),
  );
};

const SEVERITIES = ['High', 'Medium', 'Low', 'Informational'];

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

const whoItIs = ({ names, seen }: Resolution, entity: Host): string => {
  const name = names.all[0] ?? names.asked;
  const system = entity.OSName ?? entity.OSFamily ?? 'unknown system';
  const addresses = (entity.IpAddresses ?? []).map(({ Address }) => Address).join(', ');
  const tables = [...new Set(seen.map(({ table }) => table))].join(', ');
  return `${name} (${system}${addresses ? `, ${addresses}` : ''}) is in ${tables}.`;
};

const found = (sections: HostSummarySections): string[] => [
  alerts(sections.alerts),
  tally(sections.accountActions, 'account action'),
  named(
    sections.accountActions,
    'New accounts',
    ['Account created', 'User added'],
    ['TargetAccount', 'User'],
  ),
  tally(
    sections.scheduledTasks,
    'change of scheduled tasks or services',
    'changes of scheduled tasks or services',
  ),
  named(
    sections.scheduledTasks,
    'New tasks and services',
    ['Scheduled task created', 'Service installed'],
    ['Name'],
  ),
  named(sections.scheduledTasks, 'Commands of cron', ['Command run'], ['CMD']),
  tally(sections.notableEvents, 'notable event', undefined, 'Reason'),
  named(sections.notableEvents, 'The security log was cleared by', ['Security log cleared'], ['Account']),
  processes(sections),
  sections.bookmarks.rows ? `${plural(sections.bookmarks.rows, 'bookmark')} of earlier hunts.` : '',
];

const MOST_NAMES = 5;

/** Names what rows of certain kinds are about, each once, the first few. */
const named = (
  { rows, frame }: Section,
  title: string,
  kinds: readonly string[],
  columns: readonly string[],
): string => {
  if (!rows) return '';
  const meant = (frame.rows() as Row[]).filter((row) =>
    kinds.includes(String(row['Action'] ?? row['Reason'] ?? '')),
  );
  const names = [...new Set(meant.map((row) => columns.map((name) => row[name]).find(Boolean) ?? ''))].filter(
    Boolean,
  );
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return names.length ? `${title}: ${names.slice(0, MOST_NAMES).join('; ')}${more}.` : '';
};

const alerts = ({ rows, frame, facts }: Section): string => {
  if (!rows) return '';
  const counts = (facts?.['BySeverity'] ?? {}) as Readonly<Record<string, number>>;
  const names = [...SEVERITIES, ...Object.keys(counts).filter((name) => !SEVERITIES.includes(name))];
  const parts = names.filter((name) => Object.hasOwn(counts, name)).map((name) => `${counts[name]} ${name}`);
  const kinds = [...new Set(frame.values('AlertName').map(String))];
  const shown = kinds.slice(0, 3).join('; ');
  return `${plural(rows, 'alert')} (${parts.join(', ')}), ${span(frame)}: ${shown}${kinds.length > 3 ? ` and ${kinds.length - 3} more kinds` : ''}.`;
};

const span = (frame: Section['frame']): string => {
  const times = (frame.values('TimeGenerated') as (DateTime | null)[])
    .filter((time) => time !== null)
    .sort((a, b) => (a.ticks < b.ticks ? -1 : 1));
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last) return 'without times';
  return times.length === 1 ? `at ${first}` : `from ${first} to ${last}`;
};

const tally = (section: Section, one: string, many?: string, column = 'Action'): string => {
  if (!section.rows) return '';
  const by = section.frame.columns.some(({ name }) => name === column) ? column : 'SeverityLevel';
  const counts = new Map<string, number>();
  for (const value of section.frame.values(by)) {
    const name = String(value || 'other');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const kinds = [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${count} ${name}`);
  return `${plural(section.rows, one, many)}, ${span(section.frame)}: ${kinds.join(', ')}.`;
};

const processes = ({ processes: { rows, facts } }: HostSummarySections): string =>
  rows
    ? `${plural(rows, 'process', 'processes')} of ${plural(Number(facts?.['Programs']), 'program')} started, by ${plural(Number(facts?.['Accounts']), 'account')}.`
    : '';

/** Parts that no log can fill in this version. */
const LATER: readonly string[] = ['azureApi', 'processTi'];

const absences = (sections: HostSummarySections): string[] => {
  const titles = (wanted: Section['status']): string =>
    Object.entries(sections as Record<string, Section>)
      .filter(([key, { status }]) => status === wanted && key !== 'host' && !LATER.includes(key))
      .map(([, { title }]) => title)
      .join(', ');
  const [empty, unavailable] = [titles('empty'), titles('unavailable')];
  return [
    empty ? `Searched without finding anything: ${empty}.` : '',
    unavailable ? `Without data to search: ${unavailable}.` : '',
  ];
};

const troubles = (sections: HostSummarySections): string[] =>
  Object.values(sections as Record<string, Section>)
    .filter(({ status, frame }) => status === 'failed' || (status === 'ok' && frame.partial))
    .map(({ title, status, reason, frame }) =>
      status === 'failed'
        ? `${title} failed: ${reason}`
        : `${title} is partial: ${frame.notices
            .filter(({ partial }) => partial)
            .map(({ message }) => message)
            .join(' ')}`,
    );

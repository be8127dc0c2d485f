import type { Section } from '@casebook/core';
import { osFamily, type OsFamily } from '@casebook/entities';
import { HOST_SUMMARY_OPTIONS, type HostSummaryKey } from './host-summary-options';
import type { HostSummarySections } from './host-summary-result';
import type { Resolution } from './resolve/resolve-host';
import { rowCounter } from './run/count-rows';
import type { Asker, HostRun } from './run/host-run';
import { messageOf } from './run/list-section';
import { makeSection } from './run/section';
import { accountActionsSection } from './sections/account-actions-section';
import { alertsSection } from './sections/alerts-section';
import { azureNetSection } from './sections/azure-net-section';
import { bookmarksSection } from './sections/bookmarks-section';
import { heartbeatSection } from './sections/heartbeat-section';
import { azureApiSection, processTiSection } from './sections/later-sections';
import { notableEventsSection } from './sections/notable-events-section';
import { processesSection } from './sections/processes-section';
import { scheduledTasksSection } from './sections/scheduled-tasks-section';
import { withColumns } from './sections/section-columns';
import { summarySection } from './sections/summary-section';

/** Is told each section that ended. */
export type SectionDone = (key: string, title: string) => void;

/** Every section but `host`. */
export type OptionalSections = Omit<HostSummarySections, 'host'>;

type Makers = { readonly [K in HostSummaryKey]: (run: HostRun) => Promise<OptionalSections[K]> };

/** What needs no operating system starts at once. */
const MAKERS: Makers = {
  summary: summarySection,
  heartbeat: heartbeatSection,
  azureNet: azureNetSection,
  alerts: alertsSection,
  bookmarks: bookmarksSection,
  azureApi: azureApiSection,
  scheduledTasks: scheduledTasksSection,
  accountActions: accountActionsSection,
  notableEvents: notableEventsSection,
  processes: processesSection,
  processTi: processTiSection,
};

const BY_SYSTEM: readonly HostSummaryKey[] = [
  'summary',
  'scheduledTasks',
  'accountActions',
  'notableEvents',
  'processes',
];

/** What the sections are made from. */
export interface SectionWork {
  readonly asker: Asker;
  readonly resolution: Resolution;
  readonly chosen: ReadonlySet<HostSummaryKey>;
  readonly done: SectionDone;
}

/** The sections, and the family of the host's system; null where nothing told it. */
export interface MadeSections {
  readonly sections: OptionalSections;
  readonly os: OsFamily | null;
}

/** Makes every section but `host`, those that are independent at the same time; only an abort is an error. */
export const makeSections = async ({
  asker,
  resolution,
  chosen,
  done,
}: SectionWork): Promise<MadeSections> => {
  const { names, candidates } = resolution;
  const run: HostRun = { ...asker, names, os: null, countRows: rowCounter({ ...asker, names }) };
  const verified = systemSeen(resolution);
  const wants = (key: HostSummaryKey): boolean => chosen.has(key) && candidates.length === 0;
  const needsHeartbeat = candidates.length === 0 && (wants('heartbeat') || verified === null);
  const heartbeat = needsHeartbeat ? make(run, 'heartbeat') : undefined;
  const system = heartbeat && verified === null ? heartbeat.then(systemOf) : Promise.resolve(verified);
  const saysLater = candidates.length === 0 && isDefault(chosen);
  const sections = await Promise.all(
    HOST_SUMMARY_OPTIONS.map(async ({ key, title }) => {
      if (saysLater && key === 'processTi') return [key, await make(run, key)] as const;
      if (!wants(key)) return [key, skipped(title, resolution)] as const;
      const section =
        key === 'heartbeat' && heartbeat
          ? await heartbeat
          : await make(BY_SYSTEM.includes(key) ? { ...run, os: await system } : run, key);
      done(key, title);
      return [key, section] as const;
    }),
  );
  const shaped = sections.map(([key, section]) => [key, withColumns(key, section as Section)] as const);
  return { sections: Object.fromEntries(shaped) as unknown as OptionalSections, os: await system };
};

/** Whether nothing was added to the default sections or taken away: then the result also tells what comes later. */
const isDefault = (chosen: ReadonlySet<HostSummaryKey>): boolean =>
  HOST_SUMMARY_OPTIONS.every((option) => chosen.has(option.key) === option.isDefault);

const make = async <K extends HostSummaryKey>(
  run: HostRun,
  key: K,
): Promise<OptionalSections[K] | Section> => {
  try {
    return await MAKERS[key](run);
  } catch (error) {
    if (run.context.signal?.aborted) throw error;
    const title = HOST_SUMMARY_OPTIONS.find((option) => option.key === key)?.title ?? key;
    return makeSection('failed', { title, reason: messageOf(error) });
  }
};

const skipped = (title: string, { names, candidates }: Resolution): Section =>
  makeSection('skipped', {
    title,
    reason: candidates.length
      ? `${JSON.stringify(names.asked)} may mean several hosts; run again with one of them.`
      : 'Not asked for.',
  });

/** The system whose own log knows the host; null where both do, or neither. */
const systemSeen = ({ names: { byTable } }: Resolution): OsFamily | null => {
  const [windows, linux] = [byTable.has('SecurityEvent'), byTable.has('Syslog')];
  return windows === linux ? null : windows ? 'Windows' : 'Linux';
};

const systemOf = (heartbeat: Section): OsFamily | null => {
  const [row] = heartbeat.frame.rows();
  return typeof row?.['OSType'] === 'string' ? osFamily(row['OSType']) : null;
};

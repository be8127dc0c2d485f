import { COMPANY, hostNamed, type Host } from './company/hosts';
import { stableId } from './events/alert';
import { incidentName } from './events/incident';
import { ORDINARY_ALERTS, ORDINARY_INCIDENTS } from './lookalikes/alerts';
import { BACKUP_STORE } from './lookalikes/backups';
import { FLEET_RUNS, FLEET_SCRIPT } from './lookalikes/fleetkeeper';
import { STARTERS } from './lookalikes/helpdesk';
import { ORDINARY_TASKS } from './lookalikes/tasks-and-services';
import { MONTH_END, MONTH_START } from './moment';
import { CAST, HOSTILE } from './story/cast';
import { HOSTILE_COMMANDS } from './story/cover';
import { LEAKED_BYTES } from './story/exfiltration';
import { STAGER } from './story/foothold';
import { HOSTILE_USER } from './story/linux';
import { FAILED_TRIES, PLANTED_SERVICE } from './story/movement';
import { PLANTED_TASK, TASK_SCRIPT } from './story/persistence';
import { DECLINED_PUSHES } from './story/phish';
import { STORY_ALERTS, STORY_BOOKMARKS, STORY_INCIDENT } from './story/response';

/** A machine of the story. */
export interface StoryHost {
  readonly name: string;
  /** The Computer column. */
  readonly fqdn: string;
  readonly ip: string;
  readonly os: 'Windows' | 'Linux';
}

const told = ({ name, fqdn, ip, os }: Host): StoryHost => ({ name, fqdn, ip, os });

/** A step of the intrusion: when it began (ISO 8601, UTC), where, and the tables that tell it. */
export interface StoryChapter {
  readonly title: string;
  readonly time: string;
  readonly host: string;
  readonly tables: readonly string[];
}

const chapter = (title: string, time: string, host: string, ...tables: string[]): StoryChapter => ({
  title,
  time: `2026-09-${time}Z`,
  host,
  tables,
});

const CHAPTERS: readonly StoryChapter[] = [
  chapter('phished sign-in', '15T08:39:51.22', '', 'SigninLogs', 'SecurityAlert'),
  chapter('encoded PowerShell', '15T09:26:19.904', CAST.patientZero.fqdn, 'SecurityEvent', 'SecurityAlert'),
  chapter('scheduled task', '15T09:41:33.402', CAST.patientZero.fqdn, 'SecurityEvent', 'SecurityAlert'),
  chapter('local administrator', '15T10:02:11.472', CAST.patientZero.fqdn, 'SecurityEvent', 'SecurityAlert'),
  chapter('credential dump', '15T10:24:31.775', CAST.patientZero.fqdn, 'SecurityEvent', 'SecurityAlert'),
  chapter('lateral movement', '16T22:14:07.906', CAST.fileServer.fqdn, 'SecurityEvent', 'SecurityAlert'),
  chapter('Linux account', '17T01:10:06.771', CAST.webServer.fqdn, 'Syslog', 'SecurityAlert'),
  chapter(
    'exfiltration',
    '17T02:04:55.88',
    CAST.fileServer.fqdn,
    'SecurityEvent',
    'AzureNetworkAnalytics_CL',
    'SecurityAlert',
  ),
  chapter('logs cleared', '17T03:52:40.358', CAST.fileServer.fqdn, 'SecurityEvent', 'SecurityAlert'),
  chapter(
    'containment',
    '17T09:05:00',
    CAST.patientZero.fqdn,
    'SecurityIncident',
    'HuntingBookmark',
    'SecurityEvent',
    'Heartbeat',
  ),
];

/**
 * What every sample holds whatever its seed and size; STORY.md tells it as prose. Times are ISO 8601 in UTC, counts are of
 * rows and exact.
 */
export const SAMPLE_STORY = {
  company: { name: COMPANY.name, domain: COMPANY.domain, netbios: COMPANY.netbios },
  start: MONTH_START.toJSON(),
  end: MONTH_END.toJSON(),
  /** What to ask a host investigation for. */
  investigation: {
    host: CAST.patientZero.name,
    start: '2026-09-15T00:00:00Z',
    end: '2026-09-18T00:00:00Z',
  },
  hosts: {
    patientZero: told(CAST.patientZero),
    fileServer: told(CAST.fileServer),
    webServer: told(CAST.webServer),
    controller: told(CAST.controller),
  },
  /** A short name that two machines share but for case and domain. */
  ambiguous: { name: 'build01', fqdns: [hostNamed('BUILD01').fqdn, hostNamed('build01').fqdn] },
  /** Machines by system, and workstations, servers and controllers among those with Windows. */
  machines: { windows: 53, linux: 3, workstations: 45, servers: 6, controllers: 2 },
  accounts: {
    victim: CAST.victim.upn,
    victimAccount: `${COMPANY.netbios}\\${CAST.victim.account}`,
    planted: `${CAST.plantedAccount.domain}\\${CAST.plantedAccount.name}`,
    stolen: `${CAST.stolenAccount.domain}\\${CAST.stolenAccount.name}`,
    linux: 'sysupd',
  },
  hostile: HOSTILE,
  scripts: { stager: STAGER, task: TASK_SCRIPT },
  task: PLANTED_TASK.name,
  service: PLANTED_SERVICE.name,
  chapters: CHAPTERS,
  counts: {
    declinedPushes: DECLINED_PUSHES,
    failedTries: FAILED_TRIES,
    leakedBytes: LEAKED_BYTES,
    leakFlows: 8,
    controlFlows: 48,
    hostileSignIns: 14,
    /** Rows of patient zero in the month, by event id. */
    patientZero: { 1102: 1, 4648: 1, 4698: 2, 4702: 1, 4720: 1, 4722: 1, 4724: 1, 4732: 2, 4738: 1 },
    alerts: STORY_ALERTS.length,
    allAlerts: STORY_ALERTS.length + ORDINARY_ALERTS + 1,
    incidentRows: 3 + 2 * ORDINARY_INCIDENTS,
    bookmarks: STORY_BOOKMARKS.length,
    linuxNotable: 3,
    linuxProcesses: 8,
  },
  /** SystemAlertIds, in the order of the story. */
  alertIds: STORY_ALERTS.map(stableId),
  bookmarkIds: STORY_BOOKMARKS.map(stableId),
  incident: { number: STORY_INCIDENT, name: incidentName(STORY_INCIDENT) },
  /** When patient zero was off the network, between its last heartbeat and its next start. */
  silence: { from: '2026-09-17T09:05:00Z', to: '2026-09-18T14:02:11Z' },
  /** Values that try to act where they are shown; each is only text. */
  hostileValues: { commandLines: HOSTILE_COMMANDS, sshUser: HOSTILE_USER },
  lookalikes: {
    encodedCommands: FLEET_RUNS,
    encodedScript: FLEET_SCRIPT,
    starters: STARTERS,
    tasks: ORDINARY_TASKS,
    backupStore: BACKUP_STORE,
    backupNights: 30,
    traveller: 'f.hansen@larkmoor.example',
    travellerSignIns: 16,
    travellerCountry: 'PT',
  },
} as const;

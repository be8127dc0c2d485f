import { SERVICES, user } from '../company/principals';
import { changeAccount } from '../events/account-change';
import { bookmarkRow, type BookmarkDraft } from '../events/bookmark';
import { incidentRow, type IncidentDraft } from '../events/incident';
import { grantPrivileges, logOff, logOn } from '../events/logon';
import { dateTime, on, SPAN, type Moment } from '../moment';
import { CAST, HOSTILE } from './cast';
import type { Stage } from './stage';

/** The stable words of the intrusion's alerts, in the order of time. */
export const STORY_ALERTS = [
  'alert mfa fatigue',
  'alert unfamiliar sign-in',
  'alert encoded powershell',
  'alert scheduled task',
  'alert local administrator',
  'alert credential dump',
  'alert remote service',
  'alert linux account',
  'alert exfiltration',
  'alert log cleared FS01',
  'alert log cleared FIN-WS07',
] as const;

/** The stable words of the intrusion's bookmarks. */
export const STORY_BOOKMARKS = [
  'bookmark stager',
  'bookmark task',
  'bookmark supp0rt',
  'bookmark sysupd',
  'bookmark leak',
] as const;

/** The number of the intrusion's incident. */
export const STORY_INCIDENT = 1042;

const base = {
  number: STORY_INCIDENT,
  title: 'Multi-stage incident: phished sign-in, lateral movement and exfiltration',
  description: 'Alerts on p.lindqvist, FIN-WS07, FS01 and lnx-web01 share accounts and addresses.',
  severity: 'High',
  first: on(15, '08:41:07'),
  created: on(17, '03:46:10'),
  alerts: STORY_ALERTS,
  tactics: [
    'InitialAccess',
    'Execution',
    'Persistence',
    'CredentialAccess',
    'LateralMovement',
    'Exfiltration',
  ],
} as const;

const incidents = (): readonly IncidentDraft[] => {
  const last = on(17, '03:58:05');
  const taken = ['Taken. Starting with FIN-WS07, the first machine in the chain.'];
  const contained = [
    ...taken,
    'FIN-WS07 isolated, p.lindqvist disabled, svc-backup reset. lnx-web01: sysupd removed, cron job kept as evidence.',
  ];
  const { analyst: owner } = CAST;
  return [
    {
      ...base,
      status: 'New',
      last: on(17, '03:40:00'),
      changed: base.created,
      alerts: STORY_ALERTS.slice(0, 9),
    },
    { ...base, status: 'Active', owner, last, changed: on(17, '07:41:55'), comments: taken },
    {
      ...base,
      status: 'Active',
      owner,
      last,
      changed: on(17, '10:12:30'),
      comments: contained,
      bookmarks: STORY_BOOKMARKS,
      labels: ['contained'],
    },
  ];
};

const COMPUTER = CAST.patientZero.fqdn;

const keep = (
  moment: Moment,
  row: Readonly<Record<string, unknown>>,
): Pick<BookmarkDraft, 'by' | 'event' | 'row'> => ({
  by: CAST.analyst,
  event: moment,
  row: { TimeGenerated: dateTime(moment).toJSON(), ...row },
});

const BOOKMARKS: readonly BookmarkDraft[] = [
  {
    ...keep(on(15, '09:26:19.9040000'), {
      Computer: COMPUTER,
      EventID: 4688,
      Account: 'LARKMOOR\\p.lindqvist',
    }),
    key: 'bookmark stager',
    name: 'Encoded PowerShell from Excel',
    at: on(17, '08:05:11'),
    notes: 'Decodes to a download from updates.larkmoor-invoices.example. <b>Not</b> one of ours.',
    query: 'SecurityEvent | where EventID == 4688 | where CommandLine has "-EncodedCommand"',
    tags: ['INC-1042'],
  },
  {
    ...keep(on(15, '09:41:33.4020000'), {
      Computer: COMPUTER,
      EventID: 4698,
      Account: 'LARKMOOR\\p.lindqvist',
    }),
    key: 'bookmark task',
    name: 'Task that looks like OneDrive',
    at: on(17, '08:19:40'),
    notes: 'Runs at 22:05 every day, hidden.',
    query: 'SecurityEvent | where EventID == 4698',
    tags: ['INC-1042'],
  },
  {
    ...keep(on(15, '10:02:11.4720000'), {
      Computer: COMPUTER,
      EventID: 4720,
      TargetAccount: 'FIN-WS07\\supp0rt',
    }),
    key: 'bookmark supp0rt',
    name: 'Local administrator supp0rt',
    at: on(17, '08:33:02'),
    notes: 'The helpdesk did not create it.',
    query: 'SecurityEvent | where EventID in (4720, 4732) | where Computer startswith "FIN-WS07"',
  },
  {
    ...keep(on(17, '01:13:22.9410000'), { Computer: CAST.webServer.fqdn, ProcessName: 'useradd' }),
    key: 'bookmark sysupd',
    name: 'Account sysupd on the web server',
    at: on(17, '09:20:15'),
    notes: 'Created by root, minutes after a password logon of deploy from FS01.',
    query: 'Syslog | where ProcessName in ("useradd", "usermod")',
    tags: ['INC-1042'],
  },
  {
    ...keep(on(17, '02:05:00'), { Computer: CAST.fileServer.fqdn, DestinationIP: HOSTILE.dropIp }),
    key: 'bookmark leak',
    name: 'Four gigabytes to one address',
    at: on(17, '09:50:27'),
    notes: `All to ${HOSTILE.dropIp}; the nightly backup goes elsewhere.`,
    query: 'AzureNetworkAnalytics_CL | where SubType_s == "FlowLog" | where VM_s endswith "fs01"',
  },
];

const contain = (stage: Stage): void => {
  const { controller: host, victim } = CAST;
  const account = SERVICES.adminWeiss;
  const at = on(17, '09:07:14.2200000');
  const from = { ip: '10.20.15.22', workstation: 'IT-WS02' };
  const session = logOn(stage.log, host, at, {
    account,
    logonId: stage.logon(host),
    type: 3,
    from,
    elevated: true,
  });
  grantPrivileges(stage.log, host, at + SPAN.millisecond, session);
  const change = { session, account: user(victim) };
  changeAccount(stage.log, host, on(17, '09:08:02.1130000'), { ...change, id: 4725 });
  changeAccount(stage.log, host, on(17, '09:09:47.8120000'), {
    ...change,
    id: 4724,
    account: CAST.stolenAccount,
  });
  changeAccount(stage.log, host, on(17, '09:09:47.8190000'), {
    ...change,
    id: 4738,
    account: CAST.stolenAccount,
  });
  logOff(stage.log, host, on(17, '09:15:00.0010000'), session, 3);
};

/** Chapter 9, 17 September 07:41: incident, bookmarks, containment at 09:05; FIN-WS07 is silent until it was rebuilt on the 18th. */
export function response(stage: Stage): void {
  stage.incidents.push(...incidents().map(incidentRow));
  stage.bookmarks.push(...BOOKMARKS.map(bookmarkRow));
  contain(stage);
}

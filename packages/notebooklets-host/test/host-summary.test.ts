import { CasebookError, DateTime, TimeSpan, type Section } from '@casebook/core';
import { HostSummary } from '../src';
import { memoryLogs, type Hook, type Tables } from './support/memory-logs';

const timeSpan = new TimeSpan(DateTime.parse('2026-10-05'), DateTime.parse('2026-10-06'));
const at = (time: string) => `2026-10-05T${time}Z`;
const event = (EventID: number, Computer = 'WS-07.contoso.local', more = {}) => ({
  TimeGenerated: at('08:00:00'),
  EventID,
  Computer,
  ...more,
});

const windows: Tables = {
  SecurityEvent: [
    event(4688, 'WS-07.contoso.local', { NewProcessName: 'C:\\a.exe', Account: 'CONTOSO\\ann' }),
    event(4688, 'ws-07.contoso.local', { NewProcessName: 'C:\\b.exe', Account: 'CONTOSO\\ann' }),
    event(4720),
    event(4688, 'WS-071.contoso.local'),
    event(4688, 'MYWS-07.contoso.local'),
  ],
  SecurityAlert: [
    {
      TimeGenerated: at('08:30:00'),
      AlertName: 'Encoded PowerShell',
      Severity: 'High',
      Entities: '[{"$id":"1","HostName":"WS-07","DnsDomain":"contoso.local","Type":"host"}]',
    },
    { TimeGenerated: at('08:31:00'), AlertName: 'Other', Severity: 'Low', CompromisedEntity: 'WS-07-OLD' },
  ],
  Heartbeat: [
    {
      TimeGenerated: at('07:00:00'),
      Computer: 'WS-07.contoso.local',
      OSType: 'Windows',
      ComputerIP: '10.0.0.7',
    },
  ],
  HuntingBookmark: [],
};

const run = (tables: Tables, host = 'WS-07', options?: string[], before?: Hook) => {
  const { logs, asked } = memoryLogs(tables, before);
  return { asked, result: HostSummary.run({ host, timeSpan, options }, { logs }) };
};

const statuses = (sections: object) =>
  Object.fromEntries(
    Object.entries(sections as Record<string, Section>).map(([key, { status }]) => [key, status]),
  );

test('a host summary gives every section its status', async () => {
  const { sections } = await run(windows).result;
  expect(statuses(sections)).toEqual({
    host: 'ok',
    summary: 'ok',
    heartbeat: 'ok',
    azureNet: 'unavailable',
    alerts: 'ok',
    bookmarks: 'empty',
    azureApi: 'unavailable',
    scheduledTasks: 'empty',
    accountActions: 'ok',
    notableEvents: 'empty',
    processes: 'ok',
    processTi: 'unavailable',
  });
  expect(sections.azureNet.reason).toBe('AzureNetworkAnalytics_CL has no data here.');
});

test('a section without rows says what was searched', async () => {
  const { sections } = await run(windows).result;
  expect(sections.scheduledTasks.searched).toEqual([
    { table: 'SecurityEvent', rowsInSpan: 5, rowsOfEntity: 3 },
  ]);
  expect(sections.scheduledTasks.reason).toBe(
    'No changes of scheduled tasks or services; searched SecurityEvent (5 rows in the window, 3 of WS-07.contoso.local).',
  );
  expect(sections.bookmarks.searched).toEqual([{ table: 'HuntingBookmark', rowsInSpan: 0, rowsOfEntity: 0 }]);
});

test('a host is matched by its whole name in any case, with or without its domain', async () => {
  for (const host of ['WS-07', 'ws-07', 'ws-07.contoso.local', 'WS-07.CONTOSO.LOCAL.']) {
    const { sections, entity } = await run(windows, host).result;
    expect(sections.processes.frame.values('NewProcessName')).toEqual(['C:\\a.exe', 'C:\\b.exe']);
    expect(sections.alerts.frame.values('AlertName')).toEqual(['Encoded PowerShell']);
    expect(entity).toMatchObject({ HostName: 'WS-07', DnsDomain: 'contoso.local', OSFamily: 'Windows' });
  }
});

test('a name that may mean several hosts gives candidates and asks nothing more', async () => {
  const { result, asked } = run(
    {
      SecurityEvent: [
        event(4688, 'BUILD01.corp.local'),
        event(4688, 'build01.lab.local'),
        event(4688, 'BUILD010.corp.local'),
      ],
    },
    'BUILD01',
  );
  const { sections, summary, title } = await result;
  expect(sections.host.facts).toEqual({
    Asked: 'BUILD01',
    Candidates: ['BUILD01.corp.local', 'build01.lab.local'],
  });
  expect(sections.host.frame.values('Computer')).toEqual(['BUILD01.corp.local', 'build01.lab.local']);
  expect(sections.processes.reason).toBe('"BUILD01" may mean several hosts; run again with one of them.');
  expect(summary).toEqual([
    '"BUILD01" may mean 2 hosts: BUILD01.corp.local, build01.lab.local. None was chosen.',
  ]);
  expect(title).toBe('Host summary of BUILD01');
  expect(asked.map(({ name }) => name)).toEqual([
    'WindowsSecurity.list_hosts_named',
    'LinuxSyslog.list_hosts_named',
    'Heartbeat.list_hosts_named',
  ]);
});

test('a full name chooses among hosts of one name, and a bare mention proves nothing then', async () => {
  const alert = (AlertName: string, HostName: string, DnsDomain?: string) => ({
    TimeGenerated: at('09:00:00'),
    AlertName,
    CompromisedEntity: HostName,
    Entities: DnsDomain ? JSON.stringify([{ Type: 'host', HostName, DnsDomain }]) : '',
  });
  const { sections } = await run(
    {
      SecurityEvent: [event(4688, 'BUILD01.corp.local'), event(4688, 'build01.lab.local')],
      SecurityAlert: [
        alert('mine', 'build01', 'lab.local'),
        alert('not mine', 'BUILD01', 'corp.local'),
        alert('whose?', 'build01'),
        alert('by full name', 'BUILD01.LAB.local'),
      ],
      AzureNetworkAnalytics_CL: [],
    },
    'build01.lab.local',
  ).result;
  expect(sections.processes.frame.values('Computer')).toEqual(['build01.lab.local']);
  expect(sections.alerts.frame.values('AlertName')).toEqual(['mine', 'by full name']);
  expect(sections.alerts.facts).toMatchObject({ OtherHosts: 2 });
  expect(sections.azureNet).toMatchObject({
    status: 'unavailable',
    reason: 'Network data names machines without their domain, and several hosts are called build01.',
  });
});

test('one host under its bare and its full name is one host', async () => {
  const { sections, asked } = await (async () => {
    const started = run({ SecurityEvent: [event(4688, 'WS-07'), event(4688)] });
    return { ...(await started.result), asked: started.asked };
  })();
  expect(sections.host.facts).toEqual({ Asked: 'WS-07', Names: ['WS-07.contoso.local', 'WS-07'] });
  expect(sections.processes.rows).toBe(2);
  expect(asked.find(({ name }) => name === 'WindowsSecurity.list_host_processes')?.kql).toContain(
    'where Computer =~ "WS-07" or Computer in~ ("WS-07.contoso.local")',
  );
});

test('without events of its own the system comes from the heartbeat', async () => {
  const heartbeat = (OSType: string) => ({
    Heartbeat: [{ TimeGenerated: at('07:00:00'), Computer: 'WS-07', OSType }],
    SecurityEvent: [],
    Syslog: [],
  });
  for (const [os, family] of [
    ['Linux', 'LinuxSyslog'],
    ['Windows', 'WindowsSecurity'],
  ] as const) {
    const { result, asked } = run(heartbeat(os), 'WS-07', ['processes', 'notable_events']);
    const { entity, sections } = await result;
    expect(entity.OSFamily).toBe(os);
    expect(sections.heartbeat.status).toBe('skipped');
    expect(
      asked
        .map(({ name }) => name)
        .filter((name) => /process|notable/.test(name))
        .map((name) => name.split('.')[0]),
    ).toEqual([family, family]);
  }
});

test('a host of unknown system is asked for in both families', async () => {
  const { sections } = await run({
    SecurityEvent: [event(1102)],
    Syslog: [
      {
        TimeGenerated: at('09:00:00'),
        Computer: 'ws-07.contoso.local',
        SeverityLevel: 'crit',
        SyslogMessage: 'x',
      },
    ],
  }).result;
  const { frame } = sections.notableEvents;
  expect([frame.rowCount, frame.values('EventID'), frame.values('SyslogMessage')]).toEqual([
    2,
    [1102, null],
    ['', 'x'],
  ]);
  expect(sections.processes.searched).toEqual([
    { table: 'SecurityEvent', rowsInSpan: 1, rowsOfEntity: 1 },
    { table: 'Syslog', rowsInSpan: 1, rowsOfEntity: 1 },
  ]);
});

test('a host that no log knows is searched for under the name given', async () => {
  const { sections, summary } = await run(windows, 'WS-08').result;
  expect(sections.host).toMatchObject({
    status: 'empty',
    reason: 'No row of SecurityEvent, Heartbeat in the window is of WS-08; the name is used as it was given.',
  });
  expect(sections.processes.reason).toBe(
    'No process creations; searched SecurityEvent (5 rows in the window, 0 of WS-08).',
  );
  expect(summary[0]).toBe(sections.host.reason);
});

test('a host that is known outside the window only is said to be', async () => {
  const { logs } = memoryLogs(windows);
  const { sections } = await HostSummary.run({ host: 'WS-07', timeSpan: '2026-09-01' }, { logs });
  expect(sections.host.reason).toBe(
    'No row of SecurityEvent, Heartbeat in the window is of WS-07; the name is used as it was given. ' +
      'Outside the window the logs hold WS-07.contoso.local, from 2026-10-05T07:00:00Z to 2026-10-05T08:00:00Z.',
  );
});

test('a section that fails says why and loses no other', async () => {
  const { sections, summary } = await run(windows, 'WS-07', undefined, (name) => {
    if (name.endsWith('list_host_processes'))
      throw new CasebookError('QueryTimeout', 'query past its deadline', {
        help: 'Narrow the window.',
        query: 'SecurityEvent',
      });
  }).result;
  expect(sections.processes).toMatchObject({
    status: 'failed',
    reason: 'SecurityEvent: query past its deadline. Narrow the window.',
    query: 'SecurityEvent',
    rows: 0,
  });
  expect(statuses(sections)).toMatchObject({ summary: 'ok', alerts: 'ok', accountActions: 'ok' });
  expect(summary.at(-1)).toBe('Processes failed: SecurityEvent: query past its deadline. Narrow the window.');
});

test('where one of two families fails the other is there, marked partial', async () => {
  const { sections } = await run(
    { SecurityEvent: [event(1102)], Syslog: [{ TimeGenerated: at('09:00:00'), Computer: 'WS-07' }] },
    'WS-07',
    undefined,
    (name) => {
      if (name === 'LinuxSyslog.notable_events') throw new Error('broken');
    },
  ).result;
  expect([
    sections.notableEvents.status,
    sections.notableEvents.rows,
    sections.notableEvents.frame.partial,
  ]).toEqual(['ok', 1, true]);
});

test('an abort stops the rest and says which sections ran', async () => {
  const controller = new AbortController();
  const { logs } = memoryLogs(windows, async (name) => {
    if (!name.endsWith('list_host_processes')) return;
    await new Promise((go) => setTimeout(go, 20));
    controller.abort();
    await new Promise(() => undefined);
  });
  const result = HostSummary.run(
    { host: 'WS-07', timeSpan, options: ['alerts', 'processes'] },
    { logs, signal: controller.signal },
  );
  await expect(result).rejects.toMatchObject({
    code: 'QueryAborted',
    message: 'aborted host summary: WS-07',
    help: 'Sections that ran: host, alerts; that did not: processes.',
  });
});

test('independent sections are asked at the same time', async () => {
  const state = { open: 0, most: 0 };
  await run(windows, 'WS-07', undefined, async (name) => {
    if (name.endsWith('named')) return;
    state.open += 1;
    state.most = Math.max(state.most, state.open);
    await new Promise((go) => setTimeout(go, 5));
    state.open -= 1;
  }).result;
  expect(state.most).toBeGreaterThan(6);
});

test('without a window it is the last day by the clock of the workspace, and the result says so', async () => {
  const { logs } = memoryLogs(windows);
  const { summary, timeSpan: window, sections } = await HostSummary.run({ host: 'WS-07' }, { logs });
  const said =
    "No window was given: this is the last day by the workspace's clock, 2026-10-05T00:00:00Z to 2026-10-06T00:00:00Z (as given).";
  expect(String(window)).toBe('2026-10-05T00:00:00Z/2026-10-06T00:00:00Z');
  expect(summary[0]).toBe(said);
  expect(sections.host.frame.notices).toEqual([{ code: 'defaultTimeSpan', message: said, partial: false }]);
});

test('progress is told section by section', async () => {
  const told: string[] = [];
  const { logs } = memoryLogs(windows);
  await HostSummary.run(
    { host: 'WS-07', timeSpan: '2026-10-05', options: ['alerts', 'heartbeat'] },
    { logs, report: ({ message, done, total }) => told.push(`${done}/${total} ${message}`) },
  );
  expect([told[0], told.length, told[2]?.slice(0, 3)]).toEqual(['1/3 Host', 3, '3/3']);
});

test('the summary says what is worth attention', async () => {
  const { summary } = await run(windows).result;
  expect(summary).toEqual([
    'WS-07.contoso.local (Windows, 10.0.0.7) is in SecurityEvent, Heartbeat.',
    '1 alert (1 High), at 2026-10-05T08:30:00Z: Encoded PowerShell.',
    '1 account action, at 2026-10-05T08:00:00Z: 1 other.',
    '2 processes of 2 programs started, by 1 account.',
    'Searched without finding anything: Related bookmarks, Scheduled tasks and services, Notable events.',
    'Without data to search: Azure network.',
  ]);
});

test('a section without rows still has the columns of its query', async () => {
  const { logs } = memoryLogs({ SecurityEvent: [] });
  const { sections } = await HostSummary.run(
    { host: 'WS-07', timeSpan: '2026-10-05', options: ['alerts'] },
    { logs },
  );
  const names = Object.entries(sections).map(([key, { frame }]) => [key, frame.columns.length > 0]);
  expect(Object.fromEntries(names)).toEqual({
    host: true,
    summary: true,
    heartbeat: true,
    azureNet: true,
    alerts: true,
    bookmarks: true,
    azureApi: false,
    scheduledTasks: true,
    accountActions: true,
    notableEvents: true,
    processes: true,
    processTi: false,
  });
});

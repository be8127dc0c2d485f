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
    processTi: 'skipped',
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
  expect(sections.bookmarks.searched).toEqual([{ table: 'HuntingBookmark', rowsInSpan: 0 }]);
});

test('a host is matched by its whole name in any case, with or without its domain', async () => {
  for (const host of ['WS-07', 'ws-07', 'ws-07.contoso.local', 'WS-07.CONTOSO.LOCAL.']) {
    const { sections, entity } = await run(windows, host).result;
    expect(sections.processes.frame.values('NewProcessName')).toEqual(['C:\\a.exe', 'C:\\b.exe']);
    expect(sections.alerts.frame.values('AlertName')).toEqual(['Encoded PowerShell']);
    expect(entity).toMatchObject({ HostName: 'WS-07', DnsDomain: 'contoso.local', OSFamily: 'Windows' });
  }
});

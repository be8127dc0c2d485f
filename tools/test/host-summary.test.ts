import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readResult, type Frame, type Section } from '@casebook/core';
import { alertsByName, HostSummary, hostTimeline, type HostSummaryResult } from '@casebook/notebooklets-host';
import { openWorkspace, sample, SAMPLE_STORY, type Workspace } from '@casebook/providers';

const { investigation, hosts } = SAMPLE_STORY;
const timeSpan = { start: investigation.start, end: investigation.end };

let logs: Workspace;
beforeAll(async () => {
  logs = await openWorkspace(sample({ rows: 8_000 }));
}, 120_000);
afterAll(async () => logs?.close());

const counts = (frame: Frame, column: string): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const value of frame.values(column)) found[String(value)] = (found[String(value)] ?? 0) + 1;
  return found;
};

const statuses = (sections: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sections as Record<string, Section>).map(([key, { status, reason }]) => [
      key,
      status === 'failed' ? `failed: ${reason}` : status,
    ]),
  );

describe('the workstation on which the intrusion began', () => {
  let result: HostSummaryResult;
  beforeAll(async () => {
    result = await HostSummary.run({ host: investigation.host, timeSpan }, { logs });
  }, 120_000);

  test('every section finds its rows', () => {
    expect(statuses(result.sections)).toEqual({
      host: 'ok',
      summary: 'ok',
      heartbeat: 'ok',
      azureNet: 'ok',
      alerts: 'ok',
      bookmarks: 'ok',
      azureApi: 'unavailable',
      scheduledTasks: 'ok',
      accountActions: 'ok',
      notableEvents: 'ok',
      processes: 'ok',
      processTi: 'unavailable',
    });
  });

  test('the host is known by name, domain, system and address', () => {
    expect(result.entity).toMatchObject({
      HostName: hosts.patientZero.name,
      DnsDomain: SAMPLE_STORY.company.domain,
      OSFamily: 'Windows',
    });
    expect(result.entity.IpAddresses?.map(({ Address }) => Address)).toContain(hosts.patientZero.ip);
    expect(result.sections.azureNet.facts).toMatchObject({ PrivateIpAddresses: [hosts.patientZero.ip] });
  });

  test('the planted account is created and made an administrator', () => {
    const { frame } = result.sections.accountActions;
    expect(counts(frame, 'EventID')).toEqual({ 4720: 1, 4722: 1, 4724: 1, 4732: 2, 4738: 1 });
    expect(frame.rows().find((row) => 'EventID' in row && row.EventID === 4720)).toMatchObject({
      Action: 'Account created',
      TargetAccount: SAMPLE_STORY.accounts.planted,
    });
  });

  test('the planted task is listed with what it runs', () => {
    const task = result.sections.scheduledTasks.frame
      .rows()
      .find((row) => 'Name' in row && row.Name === SAMPLE_STORY.task);
    expect(task).toMatchObject({
      Action: 'Scheduled task created',
      Type: 'Scheduled Task',
      Account: 'LARKMOOR\\p.lindqvist',
    });
    expect(task && 'Command' in task ? task.Command : '').toMatch(/powershell/i);
  });

  test('the cleared log stands among the notable events', () => {
    const cleared = result.sections.notableEvents.frame
      .rows()
      .filter((row) => 'EventID' in row && row.EventID === 1102);
    expect(cleared).toMatchObject([{ Reason: 'Security log cleared' }]);
  });

  test('alerts are those of this host, on a timeline', () => {
    const { frame, chart } = result.sections.alerts;
    const ids = frame.values('SystemAlertId').map(String);
    expect(
      ids.filter((id) => (SAMPLE_STORY.alertIds as readonly string[]).includes(id)).length,
    ).toBeGreaterThan(3);
    expect(frame.values('AlertName')).toContain('Suspicious PowerShell command line');
    expect(chart).toMatchObject({ kind: 'timeline', time: 'TimeGenerated', group: 'AlertName' });
    expect(
      alertsByName(result)
        .numbers('Alerts')
        .reduce((sum, each) => sum + each, 0),
    ).toBe(frame.rowCount);
    expect(hostTimeline(result).frame.rowCount).toBeGreaterThan(frame.rowCount);
  });

  test('read back from JSON it is equal', () => {
    expect(readResult(JSON.stringify(result))).toEqual(result);
  });

  test('hostile command lines come back as they are', () => {
    const lines = result.sections.processes.frame.values('CommandLine');
    expect(lines).toEqual(expect.arrayContaining([...SAMPLE_STORY.hostileValues.commandLines]));
  });

  test('only rows of this host and of the window are there', () => {
    const { processes, accountActions } = result.sections;
    for (const frame of [processes.frame, accountActions.frame] as Frame[])
      expect(Object.keys(counts(frame, 'Computer'))).toEqual([hosts.patientZero.fqdn]);
    const times = processes.frame.values('TimeGenerated').map(String);
    expect(times.every((time) => time >= timeSpan.start && time < timeSpan.end)).toBe(true);
  });

  test('the summary counts the events by kind', async () => {
    const { frame, facts } = result.sections.summary;
    const asked = await logs.query(
      `SecurityEvent | where Computer == "${hosts.patientZero.fqdn}" and TimeGenerated >= datetime(${timeSpan.start}) and TimeGenerated < datetime(${timeSpan.end}) | count`,
    );
    const total = frame.numbers('count_').reduce((sum, each) => sum + each, 0);
    expect([total, facts?.['Events']]).toEqual([asked.numbers('Count')[0], total]);
  });
});

test('a name that two machines share gives both and chooses none', async () => {
  const { sections } = await HostSummary.run(
    { host: SAMPLE_STORY.ambiguous.name, timeSpan: '2026-09-01/2026-10-01' },
    { logs },
  );
  expect(sections.host.facts?.['Candidates']).toEqual([...SAMPLE_STORY.ambiguous.fqdns].sort());
  expect(new Set(Object.values(statuses(sections)))).toEqual(new Set(['ok', 'skipped']));
}, 60_000);

test('a Linux host is asked for in its own log', async () => {
  const { sections, entity } = await HostSummary.run(
    { host: hosts.webServer.name, timeSpan: '2026-09-17T01:00:00Z/2026-09-17T02:00:00Z' },
    { logs },
  );
  expect(entity.OSFamily).toBe('Linux');
  expect(statuses(sections)).toMatchObject({
    summary: 'ok',
    scheduledTasks: 'ok',
    accountActions: 'ok',
    notableEvents: 'ok',
    processes: 'ok',
  });
  expect(sections.notableEvents.rows).toBe(SAMPLE_STORY.counts.linuxNotable);
  expect(sections.processes.rows).toBe(SAMPLE_STORY.counts.linuxProcesses);
  const added = sections.accountActions.frame.rows().filter(({ Action }) => Action === 'User added');
  expect(added).toMatchObject([{ User: SAMPLE_STORY.accounts.linux }]);
}, 60_000);

test('a host that is not there has sections that say what was searched', async () => {
  const { sections } = await HostSummary.run({ host: 'FIN-WS0', timeSpan }, { logs });
  expect(statuses(sections)).toMatchObject({
    host: 'empty',
    processes: 'empty',
    alerts: 'empty',
    bookmarks: 'empty',
  });
  expect(sections.processes.searched).toMatchObject([
    { table: 'SecurityEvent', rowsOfEntity: 0 },
    { table: 'Syslog', rowsOfEntity: 0 },
  ]);
  expect(sections.processes.searched?.[0]?.rowsInSpan).toBeGreaterThan(100);
}, 60_000);

test('a hostile name is a name like any other', async () => {
  for (const host of ['x" | union SecurityAlert //', "St. John's", '\\\n\u0000', '{host_name}']) {
    const { sections } = await HostSummary.run({ host, timeSpan }, { logs });
    expect([
      host,
      Object.entries(statuses(sections)).filter(([, status]) => /ok|failed/.test(status)),
    ]).toEqual([host, []]);
  }
}, 120_000);

test('tables that a folder lacks make sections unavailable, not failed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'casebook-host-'));
  await writeFile(
    join(folder, 'SecurityEvent.csv'),
    'TimeGenerated,EventID,Computer,NewProcessName\n2026-10-05T08:00:00Z,4688,WS-07,C:\\a.exe\n',
  );
  const few = await openWorkspace(folder, { cache: false });
  const { sections, summary } = await HostSummary.run({ host: 'ws-07' }, { logs: few });
  await few.close();
  await rm(folder, { recursive: true });
  expect(statuses(sections)).toEqual({
    host: 'ok',
    summary: 'ok',
    heartbeat: 'unavailable',
    azureNet: 'unavailable',
    alerts: 'unavailable',
    bookmarks: 'unavailable',
    azureApi: 'unavailable',
    scheduledTasks: 'empty',
    accountActions: 'empty',
    notableEvents: 'empty',
    processes: 'ok',
    processTi: 'unavailable',
  });
  expect(sections.alerts.reason).toContain('SecurityAlert');
  expect(summary[0]).toContain('the last day by the workspace');
}, 60_000);

test('an empty folder, which has no time, still gives a result', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'casebook-host-'));
  const nothing = await openWorkspace(folder, { cache: false });
  const result = await HostSummary.run({ host: 'ws-07', timeSpan: '2026-10-05' }, { logs: nothing });
  await nothing.close();
  await rm(folder, { recursive: true });
  expect(new Set(Object.values(statuses(result.sections)))).toEqual(new Set(['unavailable']));
  expect(result.clock).toBeUndefined();
  expect(readResult(JSON.stringify(result))).toEqual(result);
}, 60_000);

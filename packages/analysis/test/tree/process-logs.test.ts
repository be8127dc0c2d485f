import { buildProcessTree } from '@casebook/analysis';
import { Frame, type CasebookError, type ColumnInfo, type KqlType } from '@casebook/core';

const columns = (types: Readonly<Record<string, KqlType>>): ColumnInfo[] =>
  Object.entries(types).map(([name, type]) => ({ name, type }));

const DEFENDER = columns({
  DeviceName: 'string',
  FileName: 'string',
  FolderPath: 'string',
  ProcessId: 'long',
  ProcessCreationTime: 'datetime',
  LogonId: 'long',
  InitiatingProcessFileName: 'string',
  InitiatingProcessFolderPath: 'string',
  InitiatingProcessId: 'long',
  InitiatingProcessCreationTime: 'datetime',
  InitiatingProcessLogonId: 'long',
  InitiatingProcessParentFileName: 'string',
  InitiatingProcessParentId: 'long',
  InitiatingProcessParentCreationTime: 'datetime',
});

/** A process 20 that process 10 started, which process 4 started. */
const started = (more: object): Frame =>
  Frame.fromRows(DEFENDER, [
    {
      DeviceName: 'd',
      FileName: 'A.exe',
      FolderPath: 'C:\\x\\A.exe',
      ProcessId: 20,
      ProcessCreationTime: '2026-09-01T10:00:02Z',
      LogonId: 7,
      InitiatingProcessFileName: 'b.exe',
      InitiatingProcessFolderPath: 'c:\\x\\b.exe',
      InitiatingProcessId: 10,
      InitiatingProcessCreationTime: '2026-09-01T10:00:01Z',
      InitiatingProcessLogonId: 5,
      InitiatingProcessParentFileName: '\\Device\\c.exe',
      InitiatingProcessParentId: 4,
      InitiatingProcessParentCreationTime: '2026-09-01T10:00:00Z',
      ...more,
    },
  ]);

const cells = (frame: Frame, ...names: string[]): unknown[] =>
  frame.rows().map((row) => names.map((name) => row[name]));

it('names the processes of Defender by their files, and shows their paths', () => {
  const tree = buildProcessTree(started({}));
  expect(cells(tree.toFrame(), 'proc_key', 'EffectiveLogonId', 'Inferred')).toEqual([
    ['c.exe|4|2026-09-01 10:00:00.000000', '', true],
    ['b.exe|10|2026-09-01 10:00:01.000000', '5', true],
    ['a.exe|20|2026-09-01 10:00:02.000000', '7', false],
  ]);
  expect(
    tree
      .toText()
      .split('\n')
      .filter((line) => line.includes('PID')),
  ).toEqual([
    '   [lev 0] 2026-09-01T10:00:00Z c.exe  PID: 4  SubjSess: ?  TargSess: 0x0',
    '     [lev 1] 2026-09-01T10:00:01Z c:\\x\\b.exe  PID: 10  SubjSess: ?  TargSess: 5',
    '       [lev 2] 2026-09-01T10:00:02Z C:\\x\\A.exe  PID: 20  SubjSess: 5  TargSess: 7',
  ]);
});

it('does not believe in a parent that started after its child', () => {
  const tree = buildProcessTree(
    started({
      InitiatingProcessCreationTime: '2026-09-01T10:00:09Z',
      InitiatingProcessParentCreationTime: null,
      InitiatingProcessParentId: null,
    }),
  );
  expect(cells(tree.toFrame(), 'FileName', 'ProcessCreationTime', 'Inferred')).toEqual([
    ['b.exe', null, true],
    ['A.exe', tree.toFrame().values('ProcessCreationTime')[1], false],
  ]);
});

it('takes two names of one id and moment for one process, and for two where the original is asked for', () => {
  const smss = started({}).union(
    started({
      FileName: 'x.exe',
      ProcessId: 10,
      ProcessCreationTime: '2026-09-01T10:00:01Z',
      InitiatingProcessFileName: 'other.exe',
      InitiatingProcessId: 4,
      InitiatingProcessCreationTime: '2026-09-01T10:00:00Z',
      InitiatingProcessParentId: null,
    }),
  );
  expect(buildProcessTree(smss).summary()).toMatchObject({ Processes: 3, RootProcesses: 1 });
  expect(buildProcessTree(smss, { compatibility: 'msticpy' }).summary()).toMatchObject({
    Processes: 5,
    RootProcesses: 2,
  });
});

const SYSMON = [
  {
    UtcTime: '2026-09-01 10:00:01.5',
    EventID: 1,
    ProcessId: '20',
    Image: 'A',
    ParentProcessId: '10',
    ParentImage: 'b',
  },
  {
    UtcTime: '2026-09-01 10:00:00',
    EventID: 1,
    ProcessId: '10',
    Image: 'B',
    ParentProcessId: '4',
    ParentImage: '',
  },
  { UtcTime: 'never', EventID: 1, ProcessId: '11', Image: 'B', ParentProcessId: '4', ParentImage: '' },
  { UtcTime: '', EventID: 3, ProcessId: '11', Image: 'B', ParentProcessId: '', ParentImage: '' },
];

it('reads times that are texts', () => {
  const frame = buildProcessTree(Frame.fromObjects(SYSMON)).toFrame();
  expect(cells(frame, 'proc_key', 'parent_key')).toEqual([
    ['unknown|4|1970-01-01 00:00:00.000000', ''],
    ['b|10|2026-09-01 10:00:00.000000', 'unknown|4|1970-01-01 00:00:00.000000'],
    ['a|20|2026-09-01 10:00:01.500000', 'b|10|2026-09-01 10:00:00.000000'],
  ]);
  expect(frame.notices.map(({ message }) => message)).toEqual([
    '1 rows are left out: they are no process starts.',
    '1 rows are left out: they have no time.',
  ]);
});

it('gives the names of the original in small letters where it is asked to', () => {
  const tree = buildProcessTree(Frame.fromObjects(SYSMON), { compatibility: 'msticpy' });
  expect(cells(tree.toFrame(), 'new_process_lc', 'parent_proc_lc', 'UtcTime').map(String)).toEqual([
    'unknown,,1970-01-01T00:00:00Z',
    'b,unknown,2026-09-01T10:00:00Z',
    'a,b,2026-09-01T10:00:01.5Z',
  ]);
});

it('takes the schema that has rows for it', () => {
  const all = SYSMON.map((row) => ({
    ...row,
    TimeCreated: row.UtcTime,
    NewProcessId: '',
    NewProcessName: '',
  }));
  const more = all.map((row) => ({ ...row, SubjectLogonId: '', TargetLogonId: '', Account: '' }));
  expect(buildProcessTree(Frame.fromObjects(more)).summary().Processes).toBe(3);
});

it.each<[string, object, string]>([
  [
    'of no time',
    { UtcTime: 'x' },
    'Give a column of type datetime, or of texts such as 2026-10-05T08:30:00Z.',
  ],
  ['of numbers', { UtcTime: 1 }, 'Give a column of type datetime or string.'],
])('refuses a column of time %s', (_, time, help) => {
  const build = (): unknown => buildProcessTree(Frame.fromObjects([{ ...SYSMON[0], ...time }]));
  expect(errorOf(build)).toMatchObject({ code: 'TypeMismatch', help });
});

it('says which column is nearest where one is missing', () => {
  const { Image, ...rest } = SYSMON[0] as (typeof SYSMON)[number];
  const build = (): unknown => buildProcessTree(Frame.fromObjects([{ ...rest, Imag: Image }]));
  expect(errorOf(build)).toMatchObject({
    code: 'UnknownColumn',
    message: 'no process columns: sysmon lacks processName (Image)',
    help: expect.stringContaining('Did you mean Imag? ') as string,
  });
});

const errorOf = (work: () => unknown): CasebookError | undefined => {
  try {
    work();
  } catch (error) {
    return error as CasebookError;
  }
  return undefined;
};

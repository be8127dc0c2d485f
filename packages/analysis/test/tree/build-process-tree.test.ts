import fc from 'fast-check';
import { Frame, type ColumnInfo, type KqlType } from '@casebook/core';
import { buildProcessTree, buildProcessTreeAsync, PROCESS_SCHEMAS } from '@casebook/analysis';

const columns = (types: Readonly<Record<string, KqlType>>): ColumnInfo[] =>
  Object.entries(types).map(([name, type]) => ({ name, type }));

const WINDOWS = columns({
  TimeGenerated: 'datetime',
  EventID: 'int',
  Computer: 'string',
  Account: 'string',
  SubjectLogonId: 'string',
  TargetLogonId: 'string',
  NewProcessId: 'string',
  NewProcessName: 'string',
  ProcessId: 'string',
  ParentProcessName: 'string',
  CommandLine: 'string',
});

type Start = readonly [
  time: string,
  id: string,
  name: string,
  parentId: string,
  parentName: string,
  rest?: object,
];

const windows = (starts: readonly Start[]): Frame =>
  Frame.fromRows(
    WINDOWS,
    starts.map(([time, NewProcessId, NewProcessName, ProcessId, ParentProcessName, rest]) => ({
      TimeGenerated: `2026-09-01T10:${time}Z`,
      EventID: 4688,
      Computer: 'h1',
      SubjectLogonId: '0x1',
      TargetLogonId: '0x0',
      NewProcessId,
      NewProcessName,
      ProcessId,
      ParentProcessName,
      ...rest,
    })),
  );

/** Each process with its parent, by command or name and id; a star marks an inferred one. */
const links = (frame: Frame): Record<string, string> => {
  const rows = frame.rows();
  const label = (row: (typeof rows)[number] | undefined): string =>
    row ? `${String(row['CommandLine'] || row['NewProcessName'])}${row['Inferred'] ? '*' : ''}` : '';
  const byKey = new Map(rows.map((row) => [row['proc_key'], row]));
  return Object.fromEntries(rows.map((row) => [label(row), label(byKey.get(row['parent_key'] as string))]));
};

it('finds the parent by host, id, name and time, whatever the order of the rows', () => {
  const tree = buildProcessTree(
    windows([
      ['00:03', '0x30', 'c.exe', '0x20', 'B.EXE'],
      ['00:02', '0x20', 'b.exe', '0x10', 'a.exe'],
      ['00:01', '0x10', 'a.exe', '0x4', 'root.exe'],
    ]),
  );
  expect(links(tree.toFrame())).toEqual({
    'root.exe*': '',
    'a.exe': 'root.exe*',
    'b.exe': 'a.exe',
    'c.exe': 'b.exe',
  });
  expect(tree.summary()).toEqual({
    Processes: 4,
    RootProcesses: 1,
    LeafProcesses: 1,
    BranchProcesses: 2,
    IsolatedProcesses: 0,
    InferredProcesses: 1,
    LargestTreeDepth: 4,
  });
});

it('takes the latest process of a reused id, and none that started after its child', () => {
  const tree = buildProcessTree(
    windows([
      ['00:01', '0x10', 'a.exe', '0x4', 'root', { CommandLine: 'first' }],
      ['00:02', '0x20', 'b.exe', '0x10', 'a.exe', { CommandLine: 'of first' }],
      ['00:03', '0x10', 'a.exe', '0x4', 'root', { CommandLine: 'second' }],
      ['00:04', '0x21', 'b.exe', '0x10', 'a.exe', { CommandLine: 'of second' }],
      ['00:00', '0x22', 'b.exe', '0x10', 'a.exe', { CommandLine: 'too early' }],
    ]),
  );
  expect(links(tree.toFrame())).toMatchObject({
    'of first': 'first',
    'of second': 'second',
    'too early': 'a.exe*',
  });
});

it('keeps hosts apart', () => {
  const tree = buildProcessTree(
    windows([
      ['00:01', '0x10', 'a.exe', '', '', { CommandLine: 'on h1' }],
      ['00:02', '0x10', 'a.exe', '', '', { CommandLine: 'on h2', Computer: 'h2' }],
      ['00:03', '0x20', 'b.exe', '0x10', 'a.exe', { CommandLine: 'child on H1', Computer: 'H1' }],
    ]),
  );
  expect(links(tree.toFrame())).toEqual({ 'on h1': '', 'on h2': '', 'child on H1': 'on h1' });
});

it('lets the logon session break ties only', () => {
  const twins: readonly Start[] = [
    ['00:01', '0x10', 'a.exe', '', '', { CommandLine: 'mine', SubjectLogonId: '0x7' }],
    ['00:01', '0x10', 'a.exe', '', '', { CommandLine: 'other', SubjectLogonId: '0x8' }],
  ];
  const child = [
    '00:02',
    '0x20',
    'b.exe',
    '0x10',
    'a.exe',
    { CommandLine: 'child', SubjectLogonId: '0x7' },
  ] as const;
  expect(links(buildProcessTree(windows([...twins, child])).toFrame())['child']).toBe('mine');
  const stranger = [
    '00:02',
    '0x20',
    'b.exe',
    '0x10',
    'a.exe',
    { CommandLine: 'child', SubjectLogonId: '0x9' },
  ] as const;
  expect(links(buildProcessTree(windows([twins[0] as Start, stranger])).toFrame())['child']).toBe('mine');
});

it('makes no circle of processes of one moment', () => {
  const tree = buildProcessTree(
    windows([
      ['00:01', '0x10', 'a', '0x20', 'b'],
      ['00:01', '0x20', 'b', '0x10', 'a'],
      ['00:01', '0x30', 'c', '0x30', 'c'],
    ]),
  );
  expect(tree.summary()).toMatchObject({ Processes: 5, RootProcesses: 2, InferredProcesses: 2 });
});

it('says what it leaves out', () => {
  const frame = windows([
    ['00:01', '0x10', 'a', '', ''],
    ['00:01', '0x10', 'a', '', ''],
    ['00:02', '0x11', 'a', '', '', { EventID: 4624 }],
    ['00:02', '0x12', 'a', '', '', { TimeGenerated: null }],
  ]);
  expect(
    buildProcessTree(frame)
      .toFrame()
      .notices.map(({ message }) => message),
  ).toEqual([
    '1 rows are left out: they are no process starts.',
    '1 rows are left out: they have no time.',
    '1 rows are left out: they repeat another row.',
  ]);
});

it('answers no processes with an empty frame of the same columns', () => {
  const tree = buildProcessTree(windows([]));
  expect([tree.toFrame().rowCount, tree.toFrame().columns.length, tree.summary().Processes]).toEqual([
    0,
    WINDOWS.length + 11,
    0,
  ]);
});

it('reads Defender by the start of the parent, and infers two generations', () => {
  const defender = columns({
    Timestamp: 'datetime',
    DeviceName: 'string',
    ActionType: 'string',
    FileName: 'string',
    ProcessId: 'long',
    ProcessCommandLine: 'string',
    ProcessCreationTime: 'datetime',
    InitiatingProcessFileName: 'string',
    InitiatingProcessId: 'long',
    InitiatingProcessCreationTime: 'datetime',
    InitiatingProcessCommandLine: 'string',
    InitiatingProcessParentFileName: 'string',
    InitiatingProcessParentId: 'long',
    InitiatingProcessParentCreationTime: 'datetime',
  });
  const row = (id: number, start: string, parent: number, parentStart: string): object => ({
    Timestamp: `2026-09-01T11:00:00Z`,
    DeviceName: 'd',
    ActionType: 'ProcessCreated',
    FileName: `p${id}.exe`,
    ProcessId: id,
    ProcessCommandLine: `run ${id}`,
    ProcessCreationTime: `2026-09-01T10:${start}Z`,
    InitiatingProcessFileName: `p${parent}.exe`,
    InitiatingProcessId: parent,
    InitiatingProcessCreationTime: `2026-09-01T10:${parentStart}Z`,
    InitiatingProcessCommandLine: `run ${parent}`,
    InitiatingProcessParentFileName: 'p1.exe',
    InitiatingProcessParentId: 1,
    InitiatingProcessParentCreationTime: '2026-09-01T09:00:00Z',
  });
  const frame = Frame.fromRows(defender, [
    row(5, '00:05', 4, '00:04'),
    row(4, '00:04', 3, '00:01'),
    row(6, '00:09', 4, '00:08'),
  ] as never);
  const tree = buildProcessTree(frame);
  expect(
    tree
      .toFrame()
      .rows()
      .map((each) => [each['FileName'], each['ProcessCommandLine'], each['Inferred'], each['Depth']]),
  ).toEqual([
    ['p1.exe', '', true, 0],
    ['p3.exe', 'run 3', true, 1],
    ['p4.exe', 'run 4', false, 2],
    ['p5.exe', 'run 5', false, 3],
    ['p4.exe', 'run 4', true, 1],
    ['p6.exe', 'run 6', false, 2],
  ]);
});

it('reads auditd by numbers, without the names of parents', () => {
  const auditd = columns({
    TimeGenerated: 'datetime',
    EventType: 'string',
    exe: 'string',
    pid: 'long',
    ppid: 'long',
    cmdline: 'string',
    ses: 'long',
  });
  const frame = Frame.fromRows(auditd, [
    {
      TimeGenerated: '2026-09-01T10:00:01Z',
      EventType: 'SYSCALL_EXECVE',
      exe: '/bin/sh',
      pid: 10,
      ppid: 1,
      cmdline: 'sh',
    },
    {
      TimeGenerated: '2026-09-01T10:00:02Z',
      EventType: 'SYSCALL_EXECVE',
      exe: '/bin/id',
      pid: 11,
      ppid: 10,
      cmdline: 'id',
    },
  ]);
  const tree = buildProcessTree(frame);
  expect(
    tree
      .toFrame()
      .rows()
      .map((row) => [row['exe'], row['pid'], row['Depth'], row['Inferred']]),
  ).toEqual([
    ['', 1, 0, true],
    ['/bin/sh', 10, 1, false],
    ['/bin/id', 11, 2, false],
  ]);
});

it('takes a schema of the caller', () => {
  const frame = Frame.fromObjects([
    { when: new Date('2026-09-01T10:00:00Z'), me: '1', image: 'a', mother: '' },
    { when: new Date('2026-09-01T10:00:01Z'), me: '2', image: 'b', mother: '1' },
  ]);
  const mine = {
    name: 'mine',
    time: ['when'],
    processId: ['me'],
    processName: ['image'],
    parentId: ['mother'],
  };
  expect(
    buildProcessTree(frame, { schemas: [...PROCESS_SCHEMAS, mine] })
      .toFrame()
      .values('Depth'),
  ).toEqual([0, 1]);
  expect(() => buildProcessTree(frame)).toThrow('no process columns: windows lacks');
  expect(() => buildProcessTree(frame, { schema: 'min' })).toThrow('unknown process schema: min');
});

describe('a tree is walked by the keys of its processes', () => {
  const tree = buildProcessTree(
    windows([
      ['00:01', '0x10', 'a', '', ''],
      ['00:02', '0x20', 'b', '0x10', 'a', { CommandLine: 'do "b"' }],
      ['00:03', '0x30', 'c', '0x20', 'b'],
      ['00:04', '0x21', 'd', '0x10', 'a'],
      ['00:05', '0x40', 'e', '0x30', 'c', { CommandLine: 'line\nbreak\u202e' }],
    ]),
  );
  const key = (name: string): string =>
    tree.toFrame().where('NewProcessName', '==', name).values('proc_key')[0] as string;
  const names = (frame: Frame): string => frame.values('NewProcessName').join('');

  it('up, down and sideways', () => {
    expect({
      roots: names(tree.roots()),
      rootOf: names(tree.rootOf(key('e'))),
      parent: names(tree.parentOf(key('c'))),
      ofRoot: names(tree.parentOf(key('a'))),
      children: names(tree.childrenOf(key('a'))),
      ancestors: names(tree.ancestorsOf(key('e'))),
      two: names(tree.ancestorsOf(key('e'), { levels: 2, includeSource: false })),
      descendants: names(tree.descendantsOf(key('b'))),
      one: names(tree.descendantsOf(key('b'), { levels: 1, includeSource: false })),
      siblings: names(tree.siblingsOf(key('b'), { includeSource: false })),
      whole: names(tree.subtreeOf(key('d'))),
      depth: tree.depthOf(key('e')),
    }).toEqual({
      roots: 'a',
      rootOf: 'a',
      parent: 'b',
      ofRoot: '',
      children: 'abd',
      ancestors: 'abce',
      two: 'bc',
      descendants: 'bce',
      one: 'c',
      siblings: 'd',
      whole: 'abced',
      depth: 3,
    });
    expect(() => tree.parentOf('nobody')).toThrow('unknown process: "nobody"');
  });

  it('in text, from a source outward, with what would break a line made visible', () => {
    expect(tree.toText({ source: key('c') })).toBe(
      [
        '   [ancestor:lev2] 2026-09-01T10:00:01Z a  PID: 0x10  SubjSess: 0x1  TargSess: 0x0',
        "   (Cmdline: '')  Account: ?",
        '     [parent:lev1] 2026-09-01T10:00:02Z b  PID: 0x20  SubjSess: 0x1  TargSess: 0x0',
        '     (Cmdline: \'do "b"\')  Account: ?',
        '    >> [source:lev0] 2026-09-01T10:00:03Z c  PID: 0x30  SubjSess: 0x1  TargSess: 0x0',
        "       (Cmdline: '')  Account: ?",
        '         [child:lev1] 2026-09-01T10:00:05Z e  PID: 0x40  SubjSess: 0x1  TargSess: 0x0',
        "         (Cmdline: 'line\\u000abreak\\u202e')  Account: ?",
      ].join('\n'),
    );
    expect(tree.toText({ limit: 1 }).split('\n').at(-1)).toBe('… 4 more processes');
  });
});

it('links as a naive search of all pairs does', () => {
  const start = fc.record({
    id: fc.integer({ min: 1, max: 6 }),
    name: fc.constantFrom('a', 'b'),
    parent: fc.integer({ min: 0, max: 6 }),
    parentName: fc.constantFrom('a', 'b', ''),
    host: fc.constantFrom('h1', 'h2'),
  });
  fc.assert(
    fc.property(fc.array(start, { maxLength: 40 }), (starts) => {
      const frame = windows(
        starts.map(({ id, name, parent, parentName, host }, at) => [
          `${String(Math.trunc(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
          `0x${id}`,
          name,
          parent === 0 ? '' : `0x${parent}`,
          parentName,
          { Computer: host, CommandLine: `#${at}` },
        ]),
      );
      const expected = Object.fromEntries(
        starts.map((child, at) => {
          const mothers = [...starts.keys()].filter((before) => {
            const other = starts[before] as (typeof starts)[number];
            const named = child.parentName === '' || other.name === child.parentName;
            return before < at && other.id === child.parent && other.host === child.host && named;
          });
          const found = mothers.at(-1) ?? -1;
          return [`#${at}`, found < 0 ? '' : `#${found}`];
        }),
      );
      const actual = Object.entries(links(buildProcessTree(frame).toFrame())).filter(([label]) =>
        label.startsWith('#'),
      );
      expect(
        Object.fromEntries(actual.map(([label, parent]) => [label, parent.startsWith('#') ? parent : ''])),
      ).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

it('holds a chain of 20,000 processes without filling the memory or the stack', () => {
  const chain = Frame.fromRows(
    WINDOWS,
    Array.from({ length: 20_000 }, (_, at) => ({
      TimeGenerated: new Date(Date.UTC(2026, 8, 1) + at),
      EventID: 4688,
      Computer: 'h',
      NewProcessId: `0x${at + 1}`,
      NewProcessName: 'a',
      ProcessId: at === 0 ? '' : `0x${at}`,
      ParentProcessName: 'a',
    })),
  );
  const tree = buildProcessTree(chain);
  expect(tree.summary()).toMatchObject({ RootProcesses: 1, LargestTreeDepth: 20_000 });
  expect(tree.toFrame().values('path').at(-1)).toBe('…/19998/19999');
});

it('gives the same in slices', async () => {
  const frame = windows([['00:01', '0x10', 'a', '0x1', 'b']]);
  expect((await buildProcessTreeAsync(frame)).toFrame().toTable()).toEqual(
    buildProcessTree(frame).toFrame().toTable(),
  );
});

import { Frame } from '@casebook/core';
import { auditdEvents, auditRecord, buildProcessTree } from '@casebook/analysis';
import fc from 'fast-check';

const log = (lines: readonly string[], more: Readonly<Record<string, string>> = {}): Frame =>
  Frame.fromRows(
    [
      { name: 'RawData', type: 'string' },
      ...Object.keys(more).map((name) => ({ name, type: 'string' as const })),
    ],
    lines.map((RawData) => ({ RawData, ...more })),
  );

const LINES = [
  'type=SYSCALL msg=audit(1582600000.123:45): arch=c000003e syscall=59 success=yes exit=0 a0=55 a1=56 a2=57 a3=8 items=2 ppid=100 pid=200 auid=1000 uid=0 gid=0 euid=0 egid=0 tty=pts0 ses=3 comm="sh" exe="/usr/bin/dash" key="exec"',
  'type=EXECVE msg=audit(1582600000.123:45): argc=3 a0="sh" a1="-c" a2=6563686F202268656C6C6F20E282AC22',
  'type=SYSCALL msg=audit(1582600000.123:46): arch=c000003e syscall=59 success=yes exit=0 ppid=200 pid=201 auid=4294967295 uid=33 ses=4294967295 comm="id" exe="/usr/bin/id" key=(null)',
  'type=CWD msg=audit(1582600000.123:45): cwd=2F746D702F612062',
  'type=PATH msg=audit(1582600000.123:45): item=0 name="/bin/sh" inode=1 nametype=NORMAL',
  'type=PATH msg=audit(1582600000.123:45): item=1 name=2F6120 inode=2 nametype=NORMAL',
  'type=PROCTITLE msg=audit(1582600000.123:45): proctitle=7368002D6300782079',
  'type=EXECVE msg=audit(1582600000.123:46): argc=1 a0="id"',
  'type=USER_CMD msg=audit(1582600001.5:47): pid=300 uid=1000 auid=1000 ses=3 msg=\'cwd="/home/bob" cmd=636174202F6574632F736861646F77 exe="/usr/bin/sudo" terminal=pts/0 res=success\'',
  'no audit record',
  '',
];

it('joins the records of one event, each event apart though of one millisecond', () => {
  const frame = auditdEvents(log(LINES));
  const names = [
    'EventId',
    'EventType',
    'pid',
    'ppid',
    'auid',
    'ses',
    'acct',
    'exe',
    'cwd',
    'cmdline',
    'proctitle',
    'cmd',
    'res',
  ] as const;
  expect(frame.project(...names).toTable().rows).toEqual([
    [
      '1582600000.123:45',
      'SYSCALL_EXECVE',
      200,
      100,
      1000,
      3,
      '1000',
      '/usr/bin/dash',
      '/tmp/a b',
      'sh -c echo "hello €"',
      'sh -c x y',
      '',
      '',
    ],
    ['1582600000.123:46', 'SYSCALL_EXECVE', 201, 200, -1, -1, '33', '/usr/bin/id', '', 'id', '', '', ''],
    [
      '1582600001.5:47',
      'USER_CMD',
      300,
      null,
      1000,
      3,
      '1000',
      '/usr/bin/sudo',
      '/home/bob',
      '',
      '',
      'cat /etc/shadow',
      'success',
    ],
  ]);
  expect(frame.rows()[0]).toMatchObject({
    argv: ['sh', '-c', 'echo "hello €"'],
    paths: ['/bin/sh', '/a '],
    RecordTypes: ['SYSCALL', 'EXECVE', 'CWD', 'PATH', 'PROCTITLE'],
    success: 'yes',
    tty: 'pts0',
  });
  expect(String(frame.values('TimeGenerated')[0])).toBe('2020-02-25T03:06:40.123Z');
  expect(frame.notices.map(({ message }) => message)).toEqual([
    '2 rows are left out: each is no audit record.',
  ]);
});

it('gives what a process tree is built from', () => {
  const tree = buildProcessTree(auditdEvents(log(LINES, { Computer: 'lx' })));
  expect(tree.summary()).toMatchObject({ Processes: 3, InferredProcesses: 1, LargestTreeDepth: 3 });
  expect(auditdEvents(log(LINES), { eventType: 'SYSCALL_EXECVE' }).rowCount).toBe(2);
});

it('puts long arguments together and says what is cut', () => {
  const frame = auditdEvents(
    log([
      'type=SYSCALL msg=audit(1.0:1): pid=1',
      'type=EXECVE msg=audit(1.0:1): argc=12 a0="x" a1_len=6 a1[0]=616263 a1[1]=646566',
      'type=EXECVE msg=audit(1.0:1): a10="k" a2="c"',
    ]),
  );
  expect(frame.values('argv')).toEqual([['x', 'abcdef', 'c', 'k']]);
  expect(frame.notices).toEqual([
    { code: 'information', message: 'Commands with arguments that are not there: 1.', partial: true },
  ]);
});

it('reads resolved fields, nodes and lists of AUOMS', () => {
  const enriched =
    'node=lx9 type=SYSCALL msg=audit(1.5:1): pid=7 auid=1000 exe="/bin/ls"\x1dARCH=x86_64 SYSCALL=execve AUID="bob" UID="root"';
  expect(auditdEvents(log([enriched])).rows()[0]).toMatchObject({
    Computer: 'lx9',
    acct: 'bob',
    exe: '/bin/ls',
  });
  const auoms = Frame.fromRows(
    [
      { name: 'mssg_id', type: 'string' },
      { name: 'AuditdMessage', type: 'dynamic' },
    ],
    [
      {
        mssg_id: '1.5:1',
        AuditdMessage: [
          { SYSCALL: ['pid=7', 'ppid=6', 'exe="/bin/ls"'] },
          { EXECVE: ['argc=2', 'a0="ls"', 'a1=2F612062'] },
        ],
      },
      { mssg_id: '', AuditdMessage: [{ SYSCALL: ['pid=7'] }] },
    ],
  );
  expect(auditdEvents(auoms).rows()).toMatchObject([
    { EventType: 'SYSCALL_EXECVE', cmdline: 'ls /a b', pid: 7 },
  ]);
});

it('answers nothing with nothing', () => {
  expect(auditdEvents(log([])).columns).toEqual(auditdEvents(log(LINES)).columns);
  expect(() => auditdEvents(Frame.fromObjects([{ RawDat: 'x' }]))).toThrow('no column of the audit records');
});

it('gets back every argument as it was, whatever it holds', () => {
  const hex = (text: string): string => Buffer.from(text).toString('hex').toUpperCase();
  const argument = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(fc.array(argument, { minLength: 1, maxLength: 12 }), (argv) => {
      const fields = argv.map((text, at) => `a${at}=${hex(text)}`).join(' ');
      const frame = auditdEvents(
        log([
          'type=SYSCALL msg=audit(1.0:1): pid=1',
          `type=EXECVE msg=audit(1.0:1): argc=${argv.length} ${fields}`,
        ]),
      );
      expect(frame.values('argv')).toEqual([argv]);
    }),
  );
});

it.each(['a=', '"', "msg='", '=', ' ', 'a0="', 'a=b '])('reads a megabyte of %j in linear time', (piece) => {
  const started = performance.now();
  auditRecord(`type=EXECVE msg=audit(1.0:1): ${piece.repeat(2 ** 20 / piece.length)}`);
  expect(performance.now() - started).toBeLessThan(2000);
});

import { CasebookError, Frame, type Cell, type ColumnInfo, type KqlType } from '@casebook/core';
import * as analysis from '@casebook/analysis';

/** An analysis, the columns that it must have, a row of them, and how it is called. */
interface Case {
  readonly columns: Readonly<Record<string, KqlType>>;
  readonly row: Readonly<Record<string, unknown>>;
  readonly run: (frame: Frame) => Frame;
}

const TIME = '2026-09-01T03:00:00Z';
const PROCESS = {
  columns: {
    TimeGenerated: 'datetime',
    Computer: 'string',
    Account: 'string',
    NewProcessName: 'string',
    CommandLine: 'string',
    SubjectLogonId: 'string',
    NewProcessId: 'string',
    ProcessId: 'string',
    EventID: 'int',
  },
  row: {
    TimeGenerated: TIME,
    Computer: 'A',
    Account: 'a',
    NewProcessName: 'C:\\cmd.exe',
    CommandLine: 'cmd /c whoami',
    SubjectLogonId: '0x1',
    NewProcessId: '0x10',
    ProcessId: '0x4',
    EventID: 4688,
  },
} as const;
const only = (names: readonly (keyof typeof PROCESS.columns)[]): Pick<Case, 'columns' | 'row'> => ({
  columns: Object.fromEntries(names.map((name) => [name, PROCESS.columns[name]])),
  row: Object.fromEntries(names.map((name) => [name, PROCESS.row[name]])),
});
const LOGON = {
  columns: { TimeGenerated: 'datetime', TargetAccount: 'string', EventID: 'int' },
  row: { TimeGenerated: TIME, TargetAccount: 'a', EventID: 4624 },
} as const;
const SYSLOG = {
  columns: { TimeGenerated: 'datetime', SyslogMessage: 'string' },
  row: {
    TimeGenerated: TIME,
    SyslogMessage: 'pam_unix(sshd:session): session opened for user root by (uid=0)',
  },
} as const;
const SUDO = {
  columns: SYSLOG.columns,
  row: { ...SYSLOG.row, SyslogMessage: 'ana : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/sh' },
} as const;
const SEEN = {
  columns: { TimeGenerated: 'datetime', Computer: 'string', Value: 'string' },
  row: { TimeGenerated: TIME, Computer: 'A', Value: 'x' },
} as const;

const CASES: Readonly<Record<string, Case>> = {
  decomposeSeries: {
    columns: { TimeGenerated: 'datetime', Bytes: 'real' },
    row: { TimeGenerated: TIME, Bytes: 1 },
    run: (frame) =>
      analysis.decomposeSeries(frame, {
        timeColumn: 'TimeGenerated',
        valueColumn: 'Bytes',
        compatibility: frame.rowCount === 1 ? 'msticpy' : undefined,
      }),
  },
  clusterEvents: {
    columns: { TimeGenerated: 'datetime', Tokens: 'long', Score: 'real' },
    row: { TimeGenerated: TIME, Tokens: 1, Score: 2 },
    run: (frame) => analysis.clusterEvents(frame, { columns: ['Tokens', 'Score'] }),
  },
  processFeatures: {
    ...only(['NewProcessName', 'CommandLine', 'SubjectLogonId']),
    run: (frame) => analysis.processFeatures(frame),
  },
  scoreSessions: {
    columns: { session: 'dynamic' },
    row: { session: ['a', 'b'] },
    run: (frame) => analysis.scoreSessions(frame, { column: 'session' }),
  },
  buildSessions: {
    columns: { TimeGenerated: 'datetime', User: 'string', Command: 'string' },
    row: { TimeGenerated: TIME, User: 'a', Command: 'x' },
    run: (frame) =>
      analysis.buildSessions(frame, {
        keys: ['User'],
        timeColumn: 'TimeGenerated',
        eventColumn: 'Command',
        maxSeparation: '2m',
        maxLength: '20m',
      }),
  },
  buildProcessTree: {
    ...only(['TimeGenerated', 'NewProcessName', 'NewProcessId', 'ProcessId']),
    run: (frame) => analysis.buildProcessTree(frame).toFrame(),
  },
  extractIocs: {
    ...only(['CommandLine']),
    run: (frame) => analysis.extractIocs(frame, { columns: ['CommandLine'] }),
  },
  decodeBase64: {
    ...only(['CommandLine']),
    run: (frame) => analysis.decodeBase64(frame, { column: 'CommandLine' }),
  },
  readLogons: { ...LOGON, run: (frame) => analysis.readLogons(frame) },
  summarizeLogons: {
    ...LOGON,
    run: (frame) => analysis.summarizeLogons(frame, { by: ['account', 'hour', 'hourOfDay'] }),
  },
  logonMatrix: { ...LOGON, run: (frame) => analysis.logonMatrix(frame) },
  mixedLogons: { ...LOGON, run: (frame) => analysis.mixedLogons(frame) },
  failedThenSuccess: { ...LOGON, run: (frame) => analysis.failedThenSuccess(frame) },
  processRarity: {
    ...only(['Account', 'NewProcessName', 'CommandLine', 'SubjectLogonId']),
    run: (frame) => analysis.processRarity(frame),
  },
  logonSessionRarity: {
    ...only(['Account', 'NewProcessName', 'CommandLine', 'SubjectLogonId']),
    run: (frame) => analysis.logonSessionRarity(frame),
  },
  auditdEvents: {
    columns: { AuditdMessage: 'string' },
    row: { AuditdMessage: 'type=EXECVE msg=audit(1600000000.123:7): argc=1 a0="id"' },
    run: (frame) => analysis.auditdEvents(frame),
  },
  prevalence: {
    ...SEEN,
    run: (frame) => analysis.prevalence(frame, frame, { valueColumns: ['Value'] }),
  },
  rareValues: { ...SEEN, run: (frame) => analysis.rareValues(frame, { columns: ['Value'] }) },
  firstSeen: {
    ...SEEN,
    run: (frame) =>
      analysis.firstSeen(frame, { columns: ['Value'], by: ['Computer'], since: '2026-08-01T00:00:00Z' }),
  },
  outlierCountries: {
    columns: { TimeGenerated: 'datetime', Account: 'string', Country: 'string' },
    row: { TimeGenerated: TIME, Account: 'a', Country: 'DE' },
    run: (frame) => analysis.outlierCountries(frame, { minSignIns: 1, maxShare: 1 }),
  },
  beacons: { ...SEEN, run: (frame) => analysis.beacons(frame, { by: ['Value', 'Computer'] }) },
  syslogSessions: { ...SYSLOG, run: (frame) => analysis.syslogSessions(frame) },
  sudoCommands: { ...SUDO, run: (frame) => analysis.sudoCommands(frame) },
  sudoSessions: { ...SUDO, run: (frame) => analysis.sudoSessions(frame) },
};

/** Functions of texts and numbers; classes; and the other form of a case. */
const OTHERS = [
  'FrequencyTable',
  'auditRecord',
  'decodeBase64Text',
  'findIndicators',
  'fisherGTest',
  'parsePath',
  'periodogram',
  'refang',
  'shannonEntropy',
  'syslogLogon',
  'windowsArguments',
  'windowsLogonType',
];

/** Columns that an analysis takes where they are there, and does without. */
const OPTIONAL: Readonly<Record<string, readonly string[]>> = { rareValues: ['Computer'], beacons: [] };

const infos = (columns: Case['columns']): readonly ColumnInfo[] =>
  Object.entries(columns).map(([name, type]) => ({ name, type }));
const names = Object.keys(CASES);

test('every exported function of frames is here', () => {
  const functions = Object.entries(analysis).flatMap(([name, value]) =>
    typeof value === 'function' && !name.endsWith('Async') ? [name] : [],
  );
  expect(functions.sort()).toEqual([...names, ...OTHERS].sort());
});

test.each(names)('%s answers an empty frame with an empty frame of the same columns', (name) => {
  const { columns, row, run } = CASES[name] as Case;
  const empty = run(Frame.fromRows(infos(columns), []));
  expect(empty.rowCount).toBe(0);
  if (name !== 'decomposeSeries')
    expect(empty.columns).toEqual(run(Frame.fromRows(infos(columns), [row])).columns);
});

const MISSING = names.flatMap((name) =>
  Object.keys((CASES[name] as Case).columns)
    .filter((column) => !OPTIONAL[name]?.includes(column))
    .map((column) => [name, column] as const),
);

test.each(MISSING)('%s without %s names it, and the nearest that is there', (name, missing) => {
  const { columns, row, run } = CASES[name] as Case;
  const near = `${missing.slice(0, -1)}_`;
  const renamed = infos(columns).map((one) => (one.name === missing ? { ...one, name: near } : one));
  const cells = { ...row, [near]: row[missing] };
  delete (cells as Record<string, unknown>)[missing];
  const error = failure(() => run(Frame.fromRows(renamed, [cells])));
  expect(error).toMatchObject({ code: 'UnknownColumn' });
  expect(`${error?.message} ${error?.help}`).toContain(missing);
  expect(error?.help).toContain(near);
  if (name !== 'buildProcessTree') expect(error?.help).toContain(`Did you mean ${near}`);
});

const failure = (work: () => unknown): CasebookError | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof CasebookError) return error;
    throw error;
  }
};

const HOSTILE = [
  '__proto__',
  'constructor',
  '</script><script>alert(1)</script>',
  "=cmd|' /C calc'!A0",
  '\u0000\u001b[2J\ud800',
  'type=EXECVE msg=audit(',
  ' '.repeat(5_000) + '"',
  'ana : TTY= ; COMMAND=',
  'pam_unix(:session): session opened for user ',
];
const hostileCell = (type: KqlType, at: number): Cell => {
  if (at % 4 === 3 && type !== 'dynamic') return null;
  const text = HOSTILE[at % HOSTILE.length] as string;
  const moment = `2026-09-0${1 + (at % 9)}T00:00:00Z`;
  const cells: Readonly<Record<string, unknown>> = {
    string: text,
    datetime: moment,
    real: [NaN, Infinity, -0, 1e308][at % 4],
    int: at,
    long: at,
    dynamic: [text, text],
  };
  return cells[type] as Cell;
};

test.each(names)('%s takes nulls and hostile texts, or refuses them by name', (name) => {
  const { columns, run } = CASES[name] as Case;
  const before = Object.getOwnPropertyNames(Object.prototype);
  const rows = Array.from({ length: 36 }, (_, at) =>
    Object.fromEntries(
      Object.entries(columns).map(([column, type], place) => [column, hostileCell(type, at * 7 + place)]),
    ),
  );
  const error = failure(() => run(Frame.fromRows(infos(columns), rows)));
  if (error) expect(error.code).toBe('InvalidValue');
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});

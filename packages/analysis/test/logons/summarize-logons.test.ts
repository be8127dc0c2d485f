import { Frame } from '@casebook/core';
import {
  failedThenSuccess,
  logonMatrix,
  mixedLogons,
  readLogons,
  summarizeLogons,
  windowsLogonType,
} from '@casebook/analysis';

type Event = readonly [time: string | null, id: number, account: string, type: number, address: string];

const windows = (events: readonly Event[]): Frame =>
  Frame.fromRows(
    [
      { name: 'TimeGenerated', type: 'datetime' },
      { name: 'EventID', type: 'int' },
      { name: 'Computer', type: 'string' },
      { name: 'Account', type: 'string' },
      { name: 'LogonType', type: 'int' },
      { name: 'IpAddress', type: 'string' },
    ],
    events.map(([time, EventID, Account, LogonType, IpAddress]) => ({
      TimeGenerated: time && `2026-09-01T${time}Z`,
      EventID,
      Computer: 'ws1',
      Account,
      LogonType,
      IpAddress,
    })),
  );

const EVENTS = windows([
  ['10:00:00', 4625, 'corp\\ann', 3, '10.0.0.5'],
  ['10:00:10', 4625, 'corp\\ann', 3, '10.0.0.6'],
  ['10:00:20', 4624, 'CORP\\ann', 3, '10.0.0.6'],
  ['11:30:00', 4624, 'corp\\ann', 10, '10.0.0.7'],
  ['11:40:00', 4625, 'corp\\bob', 3, '-'],
  ['11:41:00', 4624, 'SYSTEM', 5, '-'],
  ['11:42:00', 4624, 'SYSTEM', 5, '-'],
  ['11:43:00', 4634, 'SYSTEM', 5, '-'],
  [null, 4624, '', 3, ''],
]);

const cells = (frame: Frame): readonly (readonly unknown[])[] => frame.toTable().rows;

it('reads Windows logons, with names of types', () => {
  const read = readLogons(EVENTS).project('Account', 'LogonTypeName', 'LogonResult', 'SourceIP');
  expect(cells(read).slice(2, 8)).toEqual([
    ['CORP\\ann', '3 - Network', 'Success', '10.0.0.6'],
    ['corp\\ann', '10 - RemoteInteractive', 'Success', '10.0.0.7'],
    ['corp\\bob', '3 - Network', 'Failure', ''],
    ['SYSTEM', '5 - Service', 'Success', ''],
    ['SYSTEM', '5 - Service', 'Success', ''],
    ['SYSTEM', '5 - Service', 'Unknown', ''],
  ]);
  expect(readLogons(readLogons(EVENTS)).toTable()).toEqual(readLogons(EVENTS).toTable());
});

it('counts by result and hour, and says what it leaves out', () => {
  const frame = summarizeLogons(EVENTS, { by: ['result', 'hour', 'hourOfDay'] });
  expect(frame.columns.map(({ name }) => name)).toEqual([
    'LogonResult',
    'Hour',
    'HourOfDay',
    'Count',
    'FirstSeen',
    'LastSeen',
  ]);
  expect(cells(frame)).toEqual([
    ['Success', '2026-09-01T11:00:00Z', 11, 3, '2026-09-01T11:30:00Z', '2026-09-01T11:42:00Z'],
    ['Failure', '2026-09-01T10:00:00Z', 10, 2, '2026-09-01T10:00:00Z', '2026-09-01T10:00:10Z'],
    ['Failure', '2026-09-01T11:00:00Z', 11, 1, '2026-09-01T11:40:00Z', '2026-09-01T11:40:00Z'],
    ['Success', null, null, 1, null, null],
    ['Success', '2026-09-01T10:00:00Z', 10, 1, '2026-09-01T10:00:20Z', '2026-09-01T10:00:20Z'],
  ]);
  expect(frame.notices.map(({ message }) => message)).toEqual([
    '1 row is left out: it is neither a successful nor a failed logon.',
  ]);
});

it('sets accounts against types', () => {
  expect(cells(logonMatrix(EVENTS))).toEqual([
    ['corp\\ann', '3 - Network', 0, 2, 1],
    ['corp\\bob', '3 - Network', 0, 1, 1],
    ['CORP\\ann', '3 - Network', 1, 0, 0],
    ['corp\\ann', '10 - RemoteInteractive', 1, 0, 0],
    ['SYSTEM', '5 - Service', 2, 0, 0],
  ]);
});

it('finds successes after failures, without regard to the case of names', () => {
  const frame = failedThenSuccess(EVENTS);
  expect(
    frame
      .rows()
      .map((row) => ({ ...row, SuccessTime: String(row['SuccessTime']), FirstFailure: '', LastFailure: '' })),
  ).toEqual([
    {
      Account: 'CORP\\ann',
      Computer: 'ws1',
      LogonTypeName: '3 - Network',
      SourceIP: '10.0.0.6',
      SuccessTime: '2026-09-01T10:00:20Z',
      FirstFailure: '',
      LastFailure: '',
      Failures: 2,
      FailureSources: ['10.0.0.5', '10.0.0.6'],
      SameSource: true,
    },
  ]);
  expect(failedThenSuccess(EVENTS, { window: '5s' }).rowCount).toBe(0);
  expect(failedThenSuccess(EVENTS, { minFailures: 3 }).rowCount).toBe(0);
  expect(() => failedThenSuccess(EVENTS, { minFailures: 0 })).toThrow('invalid minFailures: 0');
});

it('gives all logons of accounts that both failed and succeeded', () => {
  expect(mixedLogons(EVENTS).values('Account')).toEqual(['corp\\ann', 'corp\\ann', 'corp\\ann']);
});

it('reads sign-ins, syslog and events of Defender', () => {
  const signins = Frame.fromObjects([
    {
      TimeGenerated: new Date(0),
      UserPrincipalName: 'a@b',
      ResultType: '0',
      IPAddress: '1.1.1.1',
      AppDisplayName: 'Portal',
    },
    {
      TimeGenerated: new Date(0),
      UserPrincipalName: 'a@b',
      ResultType: '50126',
      IPAddress: '1.1.1.1',
      AppDisplayName: 'Portal',
    },
    {
      TimeGenerated: new Date(0),
      UserPrincipalName: 'a@b',
      ResultType: '',
      IPAddress: '1.1.1.1',
      AppDisplayName: 'Portal',
    },
  ]);
  expect(cells(summarizeLogons(signins).projectAway('FirstSeen', 'LastSeen'))).toEqual([
    ['a@b', 'Portal', 'Failure', '1.1.1.1', 1],
    ['a@b', 'Portal', 'Success', '1.1.1.1', 1],
  ]);
  const syslog = Frame.fromObjects([
    {
      TimeGenerated: new Date(0),
      Computer: 'lx',
      ProcessName: 'sshd',
      SyslogMessage: 'Failed password for root from 10.0.0.1 port 2 ssh2',
    },
  ]);
  expect(
    cells(summarizeLogons(syslog, { by: ['host', 'account', 'type', 'result', 'source'] }))[0]?.slice(0, 6),
  ).toEqual(['lx', 'root', 'sshd', 'Failure', '10.0.0.1', 1]);
  const defender = Frame.fromObjects([
    {
      Timestamp: new Date(0),
      AccountName: 'ann',
      ActionType: 'LogonFailed',
      LogonType: 'Network',
      RemoteIP: '10.0.0.1',
    },
  ]);
  expect(cells(summarizeLogons(defender))[0]?.slice(0, 5)).toEqual([
    'ann',
    'Network',
    'Failure',
    '10.0.0.1',
    1,
  ]);
});

it('answers no logons with none, of the same columns', () => {
  const none = EVENTS.take(0);
  for (const analysis of [readLogons, summarizeLogons, logonMatrix, failedThenSuccess, mixedLogons]) {
    expect(analysis(none).rowCount).toBe(0);
    expect(analysis(none).columns).toEqual(analysis(EVENTS).columns);
  }
});

it('refuses a frame that holds no logons', () => {
  const other = Frame.fromObjects([{ TimeGenerated: new Date(0), Accoun: 'x' }]);
  expect(() => readLogons(other)).toThrow('no columns of logons');
  expect(() => readLogons(other, { schema: 'windos' })).toThrow('unknown logon schema: windos');
});

it.each([
  [2, '2 - Interactive'],
  ['10', '10 - RemoteInteractive'],
  ['5 - Service', '5 - Service'],
  [99, '99'],
  ['', ''],
])('names the logon type %j', (type, name) => {
  expect(windowsLogonType(type)).toBe(name);
});

import { Frame } from '@casebook/core';
import { logonSessionRarity, processRarity } from '@casebook/analysis';

const start = (Account: string, SubjectLogonId: string, NewProcessName: string, CommandLine: string) => ({
  Account,
  SubjectLogonId,
  NewProcessName,
  CommandLine,
});

const STARTS = Frame.fromObjects([
  start('SYSTEM', '0x3e7', 'C:\\Windows\\a.exe', 'a.exe -x'),
  start('SYSTEM', '0x3e7', 'C:\\Windows\\a.exe', 'a.exe -y'),
  start('ann', '0x1', 'C:\\Windows\\a.exe', 'a.exe -x'),
  start('ann', '0x1', 'C:\\Users\\ann\\b.exe', 'b.exe -a -b -c /d /e'),
]);

it('says how rare each start is, and each session on average', () => {
  expect(processRarity(STARTS).project('ClusterId', 'ClusterSize', 'Rarity').toTable().rows).toEqual([
    [0, 2, 0.5],
    [0, 2, 0.5],
    [-1, 1, 1],
    [-1, 1, 1],
  ]);
  expect(logonSessionRarity(STARTS).rows()).toEqual([
    { Account: 'ann', SubjectLogonId: '0x1', MeanRarity: 1, MaxRarity: 1, ProcessCount: 2, Unclustered: 2 },
    {
      Account: 'SYSTEM',
      SubjectLogonId: '0x3e7',
      MeanRarity: 0.5,
      MaxRarity: 0.5,
      ProcessCount: 2,
      Unclustered: 0,
    },
  ]);
});

it('reads auditd and parts hosts', () => {
  const audit = Frame.fromObjects(
    ['h1', 'h2'].map((Computer) => ({ Computer, uid: 0, ses: 7, exe: '/bin/ls', cmdline: 'ls -l' })),
  );
  expect(logonSessionRarity(audit).project('uid', 'ses', 'Computer', 'MeanRarity').toTable().rows).toEqual([
    [0, 7, 'h1', 0.5],
    [0, 7, 'h2', 0.5],
  ]);
});

it('answers nothing with nothing, and names what is missing', () => {
  expect(logonSessionRarity(STARTS.take(0)).columns).toEqual(logonSessionRarity(STARTS).columns);
  expect(logonSessionRarity(STARTS.take(0)).rowCount).toBe(0);
  expect(() => logonSessionRarity(STARTS.projectAway('CommandLine'))).toThrow(
    'no column of the command line',
  );
});

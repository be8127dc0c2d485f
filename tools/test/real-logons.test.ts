import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  failedThenSuccess,
  logonMatrix,
  logonSessionRarity,
  processRarity,
  summarizeLogons,
} from '@casebook/analysis';
import { Frame, type ColumnInfo } from '@casebook/core';

const found = ['../../..', '../../../..']
  .map((up) => join(__dirname, up, 'shared/data/real'))
  .find((path) => existsSync(path));

if (!found) process.stdout.write('skipped: real logons, for ../shared is not there\n');

const inRealData = found ? describe : describe.skip;

const text = (path: string): string => readFileSync(join(found ?? '', path), 'utf8');

const TIMED: readonly ColumnInfo[] = [{ name: 'TimeGenerated', type: 'datetime' }];

const lines = (path: string, columns: readonly ColumnInfo[]): Frame =>
  Frame.fromRows(
    columns,
    text(path)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  );

const csv = (path: string, names: readonly string[]): Frame =>
  Frame.fromCsv(text(path), [...TIMED, ...names.map((name) => ({ name, type: 'string' as const }))]);

inRealData('logons of real hosts', () => {
  it('finds the three patterns of the incident, the look-alike account among them', () => {
    const logons = csv('incident/host_logons.csv', [
      'Computer',
      'Account',
      'EventID',
      'LogonType',
      'IpAddress',
    ]);
    expect(
      summarizeLogons(logons, { by: ['account', 'type'] })
        .projectAway('FirstSeen', 'LastSeen')
        .toTable().rows,
    ).toEqual([
      ['NT AUTHORITY\\SYSTEM', '5 - Service', 11],
      ['MSTICAlertsWin1\\MSTICAdmin', '4 - Batch', 2],
      ['MSTICAlertsWin1\\adm1nistrator', '3 - Network', 1],
    ]);
    expect(failedThenSuccess(logons).rowCount).toBe(0);
  });

  it('counts 164 logons of a host by type', () => {
    const logons = lines('host_logons.ndjson', [
      ...TIMED,
      { name: 'Account', type: 'string' },
      { name: 'EventID', type: 'int' },
      { name: 'LogonType', type: 'int' },
      { name: 'IpAddress', type: 'string' },
    ]);
    expect(
      summarizeLogons(logons, { by: ['type', 'result'] })
        .project('LogonTypeName', 'LogonResult', 'Count')
        .toTable().rows,
    ).toEqual([
      ['5 - Service', 'Success', 126],
      ['3 - Network', 'Success', 13],
      ['2 - Interactive', 'Success', 12],
      ['4 - Batch', 'Success', 9],
      ['0 - System', 'Success', 2],
      ['10 - RemoteInteractive', 'Success', 2],
    ]);
    expect(logonMatrix(logons).rowCount).toBe(13);
  });

  it('counts sign-ins', () => {
    const signins = lines('aad_signins.ndjson', [
      ...TIMED,
      { name: 'UserPrincipalName', type: 'string' },
      { name: 'ResultType', type: 'int' },
      { name: 'IPAddress', type: 'string' },
      { name: 'AppDisplayName', type: 'string' },
    ]);
    expect(
      summarizeLogons(signins, { by: ['result'] })
        .project('LogonResult', 'Count')
        .toTable().rows,
    ).toEqual([
      ['Success', 84],
      ['Failure', 2],
    ]);
  });

  it('rates sessions by their processes as MSTICNB does', () => {
    const starts = csv('incident/processes_on_host.csv', [
      'Account',
      'SubjectLogonId',
      'NewProcessName',
      'CommandLine',
    ]);
    const rated = processRarity(starts);
    expect(rated.where({ ClusterId: -1 }).rowCount).toBe(92);
    expect(Math.max(...rated.numbers('ClusterId'))).toBe(29);
    const [first, second] = logonSessionRarity(starts).rows();
    expect(first).toMatchObject({ SubjectLogonId: '0xfaac27', MaxRarity: 1, ProcessCount: 160 });
    expect(first?.['MeanRarity']).toBeCloseTo(0.61875, 12);
    expect(second).toMatchObject({ SubjectLogonId: '0x3e7', MaxRarity: 1, ProcessCount: 203 });
    expect(second?.['MeanRarity']).toBeCloseTo(0.11330049261083744, 12);
  });
});

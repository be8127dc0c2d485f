import { Frame } from '@casebook/core';
import { processFeatures } from '@casebook/analysis';

const frame = (rows: readonly (readonly [path: string, command: string, session: string])[]): Frame =>
  Frame.fromRows(
    ['NewProcessName', 'CommandLine', 'SubjectLogonId'].map((name) => ({ name, type: 'string' }) as const),
    rows.map(([NewProcessName, CommandLine, SubjectLogonId]) => ({
      NewProcessName,
      CommandLine,
      SubjectLogonId,
    })),
  );

const features = (given: Frame): readonly unknown[] =>
  processFeatures(given).projectAway('NewProcessName', 'CommandLine', 'SubjectLogonId').toTable().rows;

it('describes paths, command lines and sessions in numbers', () => {
  expect(
    features(
      frame([
        ['C:\\a.exe', 'a -b "c d"', '0x3e7'],
        ['', '', '0x1'],
      ]),
    ),
  ).toEqual([
    ['a.exe', 682, Math.log10(682), 3_321_020_901, 10, 1, 6, 603, 1_411_389_398, true],
    ['', 0, 0, 0, 0, 0, 0, 0, 0, false],
  ]);
});

it('parts Linux paths at their own separator', () => {
  expect(processFeatures(frame([['/usr/bin/id', 'id', '-1']])).values('processName')).toEqual(['id']);
});

it('counts characters beyond the first plane once', () => {
  expect(processFeatures(frame([['😀', '😀😀', '1']])).values('commandlineLen')).toEqual([2]);
});

import { Frame } from '@casebook/core';
import { firstSeen, outlierCountries, rareValues } from '@casebook/analysis';

const cells = (frame: Frame): readonly (readonly unknown[])[] => frame.toTable().rows;

const runs = (rows: readonly (readonly [day: number | null, host: string, name: string])[]): Frame =>
  Frame.fromRows(
    [
      { name: 'TimeGenerated', type: 'datetime' },
      { name: 'Computer', type: 'string' },
      { name: 'Process', type: 'string' },
    ],
    rows.map(([day, Computer, Process]) => ({
      TimeGenerated: day && `2026-09-${String(day).padStart(2, '0')}T00:00:00Z`,
      Computer,
      Process,
    })),
  );

const RUNS = runs([
  [1, 'a', 'svchost'],
  [2, 'b', 'svchost'],
  [3, 'b', 'odd'],
  [4, 'a', 'svchost'],
  [5, 'a', 'twice'],
  [9, 'a', 'twice'],
  [10, 'c', 'svchost'],
  [11, 'b', 'twice'],
  [11, 'a', 'new'],
  [12, 'a', ''],
  [null, 'a', 'odd'],
]);

const day = (number: number): string => `2026-09-${String(number).padStart(2, '0')}T00:00:00Z`;

it('counts values, the rarest first', () => {
  const frame = rareValues(RUNS, { columns: ['Process'] });
  expect(cells(frame)).toEqual([
    ['new', 1, 0.1, 1, day(11), day(11)],
    ['odd', 2, 0.2, 2, day(3), day(3)],
    ['twice', 3, 0.3, 2, day(5), day(11)],
    ['svchost', 4, 0.4, 3, day(1), day(10)],
  ]);
  expect(frame.notices.map(({ message }) => message)).toEqual([
    '1 row is left out: it has nothing in Process.',
  ]);
  expect(rareValues(RUNS, { columns: ['Process'], maxHosts: 2, maxCount: 2 }).values('Process')).toEqual([
    'new',
    'odd',
  ]);
  expect(rareValues(RUNS.projectAway('Computer'), { columns: ['Process'] }).values('Hosts')).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

it('finds what a window saw first, for anyone or for each, and says where it knows too little', () => {
  expect(cells(firstSeen(RUNS, { columns: ['Process'], since: day(10) }))).toEqual([
    ['new', day(11), 1, '9.00:00:00', false],
  ]);
  expect(cells(firstSeen(RUNS, { columns: ['Process'], by: ['Computer'], since: day(10) }))).toEqual([
    ['a', 'new', day(11), 1, '9.00:00:00', false],
    ['b', 'twice', day(11), 1, '8.00:00:00', false],
    ['c', 'svchost', day(10), 1, '00:00:00', true],
  ]);
  expect(firstSeen(RUNS, { columns: ['Process'], since: day(5), until: day(6) }).values('ColdStart')).toEqual(
    [true],
  );
  expect(
    firstSeen(RUNS, { columns: ['Process'], since: day(5), until: day(6), minBaseline: '4d' }).values(
      'ColdStart',
    ),
  ).toEqual([false]);
});

const signIns = (counts: readonly (readonly [account: string, country: string, count: number])[]): Frame =>
  Frame.fromRows(
    [
      { name: 'TimeGenerated', type: 'datetime' },
      { name: 'UserPrincipalName', type: 'string' },
      { name: 'Location', type: 'string' },
    ],
    counts.flatMap(([UserPrincipalName, Location, count]) =>
      Array.from({ length: count }, () => ({ TimeGenerated: day(1), UserPrincipalName, Location })),
    ),
  );

it('finds countries that are unusual for an account', () => {
  const frame = outlierCountries(
    signIns([
      ['ann', 'BE', 19],
      ['ann', 'RU', 1],
      ['bob', 'RU', 40],
      ['bob', 'BE', 4],
      ['eve', 'KP', 1],
      ['eve', '', 1],
    ]),
  );
  expect(cells(frame).map((row) => row.slice(0, 6))).toEqual([
    ['ann', 'RU', 1, 0.05, 20, 1],
    ['bob', 'BE', 4, 4 / 44, 44, 1],
  ]);
  expect(frame.notices.map(({ message }) => message)).toEqual([
    '1 row is left out: it has nothing in UserPrincipalName or Location.',
    '1 row is left out: it is of an account with fewer than 10 sign-ins.',
  ]);
});

it('answers nothing with nothing, and refuses what it cannot do', () => {
  const none = RUNS.take(0);
  expect(rareValues(none, { columns: ['Process'] }).columns).toEqual(
    rareValues(RUNS, { columns: ['Process'] }).columns,
  );
  expect(rareValues(none, { columns: ['Process'] }).rowCount).toBe(0);
  const since = day(5);
  expect(firstSeen(none, { columns: ['Process'], since }).columns).toEqual(
    firstSeen(RUNS, { columns: ['Process'], since }).columns,
  );
  expect(outlierCountries(signIns([])).rowCount).toBe(0);
  expect(() => rareValues(none, { columns: [] })).toThrow('missing columns to count values of');
  expect(() => rareValues(none, { columns: ['Proces'] })).toThrow('unknown column: "Proces"');
  expect(() => firstSeen(none, { columns: [], since })).toThrow('missing columns of new values');
  expect(() => firstSeen(none, { columns: ['Process'], since: 'now' })).toThrow('invalid datetime: now');
  expect(() => outlierCountries(none)).toThrow('no column of the account');
  expect(() => outlierCountries(signIns([]), { maxShare: 0 })).toThrow('invalid maxShare: 0');
});

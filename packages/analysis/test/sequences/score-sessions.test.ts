import { Frame } from '@casebook/core';
import { scoreSessions, scoreSessionsAsync } from '@casebook/analysis';

const sessions = (list: readonly unknown[]): Frame =>
  Frame.fromRows(
    [{ name: 'session', type: 'dynamic' }],
    list.map((session) => ({ session })),
  );

const LETTERS = sessions([['A', 'B'], ['A', 'B', 'C'], ['A'], ['D', 'E', 'F', 'G']]);
const OPTIONS = { column: 'session', windowLength: 3 };

it('finds the least likely window of each session', () => {
  const scored = scoreSessions(LETTERS, OPTIONS);
  expect(scored.values('rarest_window3_likelihood')).toEqual([
    0.013986013986013988,
    0.00404040404040404,
    NaN,
    0.004222222222222223,
  ]);
  expect(scored.values('rarest_window3')).toEqual([['A', 'B'], ['B', 'C'], [], ['E', 'F', 'G']]);
});

it('says why: how likely each command is where it stands, and its parameters', () => {
  const [why] = scoreSessions(LETTERS, OPTIONS).values('rarest_window3_why');
  expect(why).toEqual([
    { command: 'A', transition: 4 / 13, parameters: 1 },
    { command: 'B', transition: 3 / 12, parameters: 1 },
    { command: '(end of session)', transition: 2 / 11, parameters: 1 },
  ]);
});

it('weighs parameters and the values of parameters that take few', () => {
  const usual = { name: 'Set', params: { Force: 'true', Id: 'a' } };
  const list = [
    ...Array.from({ length: 30 }, () => [usual]),
    [{ name: 'Set', params: { Force: 'false', Id: 'b' } }],
    [{ name: 'Set', params: { Force: 'true' } }],
  ];
  const likelihoods = scoreSessions(sessions(list), { ...OPTIONS, windowLength: 2 }).values(
    'rarest_window2_likelihood',
  ) as number[];
  const [common, oddValue, oddSet] = [likelihoods[0], likelihoods[30], likelihoods[31]] as [
    number,
    number,
    number,
  ];
  expect(common).toBeGreaterThan(oddValue);
  expect(common).toBeGreaterThan(oddSet);
});

it("knows the original's columns", () => {
  expect(scoreSessions(LETTERS, { ...OPTIONS, compatibility: 'msticpy' }).columns).toEqual([
    { name: 'session', type: 'dynamic' },
    { name: 'rarest_window3_likelihood', type: 'real' },
    { name: 'rarest_window3', type: 'dynamic' },
  ]);
});

it('takes the geometric mean, and leaves the ends of a session out, where it is asked to', () => {
  const plain = scoreSessions(LETTERS, { ...OPTIONS, startEndTokens: false });
  const mean = scoreSessions(LETTERS, { ...OPTIONS, startEndTokens: false, geometricMean: true });
  expect(plain.values('rarest_window3')).toEqual([[], ['A', 'B', 'C'], [], ['D', 'E', 'F']]);
  expect((mean.values('rarest_window3_likelihood') as number[])[1]).toBeCloseTo(
    (plain.values('rarest_window3_likelihood') as number[])[1]! ** (1 / 3),
    12,
  );
});

it('takes windows of one command, the end of a session among them', () => {
  const scored = scoreSessions(LETTERS, { column: 'session', windowLength: 1 });
  expect(scored.values('rarest_window1_likelihood')).toEqual([13 / 180, 13 / 180, 13 / 180, 13 / 180]);
  expect(scored.values('rarest_window1')).toEqual([[], [], [], []]);
  const plain = scoreSessions(LETTERS, { column: 'session', windowLength: 1, startEndTokens: false });
  expect(plain.values('rarest_window1_likelihood')).toEqual([20 / 180, 19 / 180, 21 / 180, 19 / 180]);
  expect(plain.values('rarest_window1')).toEqual([['B'], ['C'], ['A'], ['D']]);
});

it('tells the likelihood of every window where it is asked to', () => {
  const scored = scoreSessions(LETTERS, { ...OPTIONS, windowLength: 2, everyWindow: true });
  const all = scored.values('window2_likelihoods') as readonly (readonly number[])[];
  expect(all.map(({ length }) => length)).toEqual([2, 3, 1, 4]);
  expect(all.map((one) => Math.min(...one))).toEqual(scored.values('rarest_window2_likelihood'));
});

const MIXED = [
  ...Array.from({ length: 15 }, () => [
    { name: 'b', params: ['q'] },
    { name: 'a', params: { p: '1' } },
  ]),
  ...Array.from({ length: 10 }, () => [
    { name: 'a', params: { p: '1' } },
    { name: 'a', params: { p: '1' } },
  ]),
  ...Array.from({ length: 2 }, () => [{ name: 'a', params: { p: '2', q: '' } }]),
];
const told = (list: readonly unknown[], compatibility?: 'msticpy'): readonly unknown[] => {
  const scored = scoreSessions(sessions(list), { column: 'session', windowLength: 2, compatibility });
  const likelihoods = scored.values('rarest_window2_likelihood');
  return [0, 15, 25].map((row) => likelihoods[row]);
};

it('takes parameters with values beside parameters without', () => {
  const turned = MIXED.map((session) => (session.length === 2 ? [...session].reverse() : session));
  const golden = [0.11448764631147959, 0.09435513837276852, 0.07259406994660461];
  expect(told(turned)).toEqual(golden);
  expect(told(turned, 'msticpy')).toEqual(golden);
});

it('lets the first command decide whether values count, as the original does, where it is asked to', () => {
  const golden = [0.2041692230237761, 0.0945705326295002, 0.10894212156990961];
  expect(told(MIXED, 'msticpy')).toEqual(golden);
  expect(told(MIXED)).not.toEqual(golden);
});

it('keeps values apart that are written alike, but for true and 1', () => {
  const valued = (value: unknown): unknown => [{ name: 'Set', params: { Force: value } }];
  const list = [...Array.from({ length: 40 }, () => valued('1')), valued(1), valued(true)];
  const options = { column: 'session', windowLength: 1, startEndTokens: false };
  const scored = scoreSessions(sessions(list), options);
  const likelihoods = scored.values('rarest_window1_likelihood') as number[];
  expect(likelihoods[40]).toBeLessThan(likelihoods[0] as number);
  expect(likelihoods[41]).toBe(likelihoods[40]);
});

it('takes a command with more parameters than its likelihood has digits for', () => {
  const params = Array.from({ length: 5_000 }, (_, at) => `p${at}`);
  const scored = scoreSessions(sessions([[{ name: 'Set', params }]]), { ...OPTIONS, windowLength: 2 });
  expect(scored.values('rarest_window2_likelihood')).toEqual([0]);
});

it('keeps commands apart that are named like its own marks or like members of objects', () => {
  const odd = sessions([['start', 'end'], ['__proto__', 'unknown'], ['constructor']]);
  const likelihoods = scoreSessions(odd, { column: 'session', windowLength: 2 }).values(
    'rarest_window2_likelihood',
  );
  expect(likelihoods.every((value) => typeof value === 'number' && value > 0 && value < 1)).toBe(true);
});

it('takes an empty session as one that is too short', () => {
  const scored = scoreSessions(sessions([['A', 'B'], [], null]), OPTIONS);
  expect(scored.values('rarest_window3_likelihood').slice(1)).toEqual([NaN, NaN]);
});

it.each([
  [[[1]], 'unreadable session in row 0: 1'],
  [['A'], 'unreadable session in row 0: "A"'],
  [[['A'], [{ name: 'A', params: [] }]], 'mixed sessions in session: names, params'],
])('refuses %j', (list, message) => {
  expect(() => scoreSessions(sessions(list), OPTIONS)).toThrow(message);
});

it('gives the same in slices', async () => {
  expect((await scoreSessionsAsync(LETTERS, OPTIONS)).toTable()).toEqual(
    scoreSessions(LETTERS, OPTIONS).toTable(),
  );
});

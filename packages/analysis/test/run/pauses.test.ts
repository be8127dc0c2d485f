import { Frame, type Progress } from '@casebook/core';
import { clusterEventsAsync, scoreSessionsAsync, type AsyncOptions } from '@casebook/analysis';

jest.setTimeout(60_000);

/** Every look at the clock finds that a slice of 50 ms is over, so that each place where work may pause is a pause. */
beforeEach(() => {
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => (now += 60));
});
afterEach(() => jest.restoreAllMocks());

const ROWS = 10_000;
const random = (seed: number): (() => number) => {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
};

const points = (columns: readonly string[]): Frame => {
  const next = random(7);
  const numbers = (): Float64Array => Float64Array.from({ length: ROWS }, next);
  return new Frame([
    { name: 'TimeGenerated', data: { type: 'datetime', values: new BigInt64Array(ROWS) } },
    ...columns.map((name) => ({ name, data: { type: 'real' as const, values: numbers() } })),
  ]);
};

const sessions = (count: number, length: number): Frame => {
  const next = random(3);
  const session = (): string[] => Array.from({ length }, () => `c${Math.floor(next() * 9)}`);
  return Frame.fromColumns([{ name: 'session', type: 'dynamic' }], {
    session: Array.from({ length: count }, session),
  });
};

const clusters =
  (columns: readonly string[], eps: number, minSamples: number) =>
  (options: AsyncOptions): Promise<Frame> =>
    clusterEventsAsync(points(columns), { columns, eps, minSamples, ...options });
const scores =
  (count: number, length: number) =>
  (options: AsyncOptions): Promise<Frame> =>
    scoreSessionsAsync(sessions(count, length), { column: 'session', ...options });

const ANALYSES: readonly (readonly [string, (options: AsyncOptions) => Promise<Frame>])[] = [
  ['noise of three columns', clusters(['a', 'b', 'c'], 1e-4, 2)],
  ['noise of five columns', clusters(['a', 'b', 'c', 'd', 'e'], 1e-4, 2)],
  ['full cells', clusters(['a', 'b'], 0.01, 5)],
  ['cells that are not full', clusters(['a', 'b', 'c'], 0.05, 300)],
  ['many sessions', scores(2_000, 5)],
  ['one long session', scores(1, ROWS)],
];

it.each(ANALYSES)('pauses after few rows at most: %s', async (_, analysis) => {
  const told: Progress[] = [];
  let turns = 0;
  const others = setInterval(() => (turns += 1), 0);
  await analysis({ progress: (progress) => told.push(progress) });
  clearInterval(others);
  const passes = 3;
  expect(told.length).toBeGreaterThan(passes * Math.floor(ROWS / 4096));
  expect(turns).toBeGreaterThan(0);
});

it.each(ANALYSES)('ends at the first pause after it is aborted: %s', async (_, analysis) => {
  const controller = new AbortController();
  let told = 0;
  const progress = (): void => {
    told += 1;
    if (told === 5) controller.abort('enough');
  };
  await expect(analysis({ progress, signal: controller.signal })).rejects.toMatchObject({
    code: 'QueryAborted',
    cause: 'enough',
  });
  expect(told).toBe(5);
});

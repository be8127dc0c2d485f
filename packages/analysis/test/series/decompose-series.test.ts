import { DateTime, Frame } from '@casebook/core';
import { decomposeSeries } from '@casebook/analysis';

const HOUR = 36_000_000_000n;
const START = DateTime.parse('2026-09-01T00:00:00Z').ticks;
const OPTIONS = { timeColumn: 'TimeGenerated', valueColumn: 'Bytes' };

const hours = (values: readonly (number | null)[], skip = -1): Frame =>
  Frame.fromRows(
    [
      { name: 'TimeGenerated', type: 'datetime' },
      { name: 'Bytes', type: 'real' },
    ],
    values.map((Bytes, at) => ({
      TimeGenerated: new DateTime(START + BigInt(at + (skip >= 0 && at >= skip ? 1 : 0)) * HOUR),
      Bytes,
    })),
  );

const days = (count: number): number[] =>
  Array.from({ length: 24 * count }, (_, at) => 100 + 10 * (at % 24) + ((at * 7919) % 13));

const marked = (frame: Frame): readonly (readonly unknown[])[] =>
  frame
    .where('anomalies', '!=', 0)
    .rows()
    .map((row) => [String(row['TimeGenerated']), row['anomalies']]);

it('marks what is high as 1 and what is low as -1', () => {
  const values = days(7);
  values[50] = 2_000;
  values[100] = -1_500;
  expect(marked(decomposeSeries(hours(values), OPTIONS))).toEqual([
    ['2026-09-03T02:00:00Z', 1],
    ['2026-09-05T04:00:00Z', -1],
  ]);
});

it('marks as the original does where it is asked to: whole numbers, and no dips', () => {
  const values = days(7).map((value) => value + 0.7);
  values[50] = 2_000;
  values[100] = -1_500;
  const frame = decomposeSeries(hours(values), { ...OPTIONS, compatibility: 'msticpy' });
  expect(frame.columns.map(({ name, type }) => `${name}:${type}`)).toEqual([
    'TimeGenerated:datetime',
    'Bytes:long',
    'residual:long',
    'trend:long',
    'seasonal:long',
    'weights:long',
    'baseline:long',
    'score:real',
    'anomalies:long',
  ]);
  expect(marked(frame).filter(([time]) => time === '2026-09-05T04:00:00Z')).toEqual([]);
});

it('sorts by time and keeps the exact values', () => {
  const values = days(3);
  const rows: readonly Record<string, unknown>[] = [...hours(values).rows()].reverse();
  const reversed = Frame.fromRows(hours(values).columns, rows);
  const frame = decomposeSeries(reversed, OPTIONS);
  expect(frame.values('Bytes')).toEqual(values);
  expect(frame.numbers('baseline')).toEqual(
    frame.numbers('trend').map((trend, row) => trend + (frame.numbers('seasonal')[row] as number)),
  );
});

it('takes a wider trend, odd and over the period', () => {
  const wide = decomposeSeries(hours(days(7)), { ...OPTIONS, trend: 73 });
  expect(wide.numbers('trend')).not.toEqual(decomposeSeries(hours(days(7)), OPTIONS).numbers('trend'));
  for (const trend of [72, 23, 25.5])
    expect(() => decomposeSeries(hours(days(7)), { ...OPTIONS, trend })).toThrow(`invalid trend: ${trend}`);
});

it('takes less than two seasons only as the original does', () => {
  const short = hours(days(2).slice(0, 30));
  expect(() => decomposeSeries(short, OPTIONS)).toThrow('short series: 30 points of a period of 24');
  expect(decomposeSeries(short, { ...OPTIONS, compatibility: 'msticpy' }).rowCount).toBe(30);
});

it('scores a flat series 0', () => {
  const frame = decomposeSeries(hours(new Array<number>(72).fill(0.1)), OPTIONS);
  expect(new Set(frame.values('score'))).toEqual(new Set([0]));
});

it('answers an empty frame with an empty frame of the same columns', () => {
  const frame = decomposeSeries(hours([]), OPTIONS);
  expect([frame.rowCount, frame.columns.map(({ name }) => name)]).toEqual([
    0,
    ['TimeGenerated', 'Bytes', 'residual', 'trend', 'seasonal', 'weights', 'baseline', 'score', 'anomalies'],
  ]);
});

it.each([
  ['gap after 2026-09-01T09:00:00Z: 02:00:00 instead of 01:00:00', hours(days(3), 10)],
  ['missing value of Bytes at 2026-09-01T01:00:00Z', hours([1, null, 3])],
  ['short series: 47 points of a period of 24', hours(days(2).slice(1))],
  ['two values at 2026-09-01T00:00:00Z', hours([1, 2]).union(hours([3]))],
])('says where a series is not regular: %s', (message, frame) => {
  expect(() => decomposeSeries(frame, OPTIONS)).toThrow(message);
});

it('names the nearest column for one that is not there', () => {
  expect(() => decomposeSeries(hours([]), { ...OPTIONS, valueColumn: 'bytse' })).toThrow(
    expect.objectContaining({
      message: 'unknown column: "bytse"',
      help: 'Did you mean Bytes? Columns: TimeGenerated, Bytes.',
    }),
  );
});

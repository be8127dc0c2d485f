import { DateTime, Duration, TimeSpan } from '@casebook/core';

const now = DateTime.parse('2026-10-05T12:00:00Z');
const read = (text: string): string => TimeSpan.parse(text, now).toString();

test.each([
  ['2026-10-01/2026-10-02', '2026-10-01T00:00:00Z/2026-10-02T00:00:00Z'],
  ['2026-10-01T06:00/P1D', '2026-10-01T06:00:00Z/2026-10-02T06:00:00Z'],
  ['PT2H/2026-10-01', '2026-09-30T22:00:00Z/2026-10-01T00:00:00Z'],
  ['2h', '2026-10-05T10:00:00Z/2026-10-05T12:00:00Z'],
  ['-2h', '2026-10-05T10:00:00Z/2026-10-05T12:00:00Z'],
  ['P1D', '2026-10-04T12:00:00Z/2026-10-05T12:00:00Z'],
  ['7.12:00', '2026-09-28T00:00:00Z/2026-10-05T12:00:00Z'],
  ['ago(1d) .. now()', '2026-10-04T12:00:00Z/2026-10-05T12:00:00Z'],
  ['datetime(2026-10-01) .. now', '2026-10-01T00:00:00Z/2026-10-05T12:00:00Z'],
  ['2026-10-01', '2026-10-01T00:00:00Z/2026-10-02T00:00:00Z'],
  ['2026-10-01T00:00:00+02:00/1h', '2026-09-30T22:00:00Z/2026-09-30T23:00:00Z'],
])('%s is a time span', (text, interval) => {
  expect(read(text)).toBe(interval);
  expect(TimeSpan.parse(interval)).toEqual(TimeSpan.parse(text, now));
});

test.each([
  '',
  'yesterday',
  '2026-10-02/2026-10-01',
  'a/b/c',
  'P1D/P1D',
  '2026-10-01T00:00',
  '0001-01-01T00:00/ago(9d)/',
  '99999999d',
])('%j is no time span', (text) =>
  expect(() => read(text)).toThrow(expect.objectContaining({ code: 'InvalidTimeSpan' })),
);

test('a relative time span without a clock is an error that says so', () => {
  expect(() => TimeSpan.parse('2h')).toThrow('relative time span without a clock');
});

test('a time span takes two of start, end and period', () => {
  const start = new Date('2026-10-05T00:00:00Z');
  const spans = [
    TimeSpan.from({ start, end: '2026-10-05T12:00:00Z' }),
    TimeSpan.from({ start, period: '12h' }),
    TimeSpan.from({ end: now, period: Duration.parse('12h') }),
    TimeSpan.from({ start }, now),
    TimeSpan.from({ period: '12h' }, now),
  ];
  expect(new Set(spans.map(String))).toEqual(new Set(['2026-10-05T00:00:00Z/2026-10-05T12:00:00Z']));
  expect(() => TimeSpan.from({ start, end: now, period: '1h' })).toThrow('start, end and period');
  expect(() => TimeSpan.from({ end: now })).toThrow('without a start');
  expect(() => TimeSpan.from({ end: now, period: '-1h' })).toThrow('negative period');
});

test('a time span holds its start and not its end', () => {
  const day = TimeSpan.parse('2026-10-01');
  expect(['2026-10-01', '2026-10-01T23:59:59.9999999Z', '2026-10-02'].map((at) => day.contains(at))).toEqual([
    true,
    true,
    false,
  ]);
});

test('a time span splits into bins of which the last is shorter', () => {
  const bins = TimeSpan.parse('2026-10-01T00:00/PT2H30M').splitBy('1h').map(String);
  expect(bins).toEqual([
    '2026-10-01T00:00:00Z/2026-10-01T01:00:00Z',
    '2026-10-01T01:00:00Z/2026-10-01T02:00:00Z',
    '2026-10-01T02:00:00Z/2026-10-01T02:30:00Z',
  ]);
  expect(TimeSpan.parse('2026-10-01T00:00/PT0H').splitBy('1h')).toEqual([]);
  expect(() => TimeSpan.parse('2026-10-01').splitBy('1tick')).toThrow('invalid bin');
  expect(() => TimeSpan.parse('2026-10-01').splitBy('0h')).toThrow('invalid bin');
});

test('a time span survives JSON and is equal by value', () => {
  const span = TimeSpan.parse('2026-10-01T00:00:00.0000001/PT1H');
  const back = TimeSpan.from(JSON.parse(JSON.stringify(span)) as { start: string; end: string });
  expect(back).toEqual(span);
  expect(back.equals(span)).toBe(true);
  expect(back.equals(TimeSpan.parse('2026-10-01'))).toBe(false);
});

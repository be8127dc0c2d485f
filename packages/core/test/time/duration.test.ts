import { Duration } from '@casebook/core';

const read = (text: string): string => Duration.parse(text).toString();

test('a duration reads KQL literals', () => {
  expect(
    ['1d', '2.5h', '30m', '100ms', '1tick', '5microseconds', '-2h', '0.5days', '7.12:00', '3 seconds'].map(
      read,
    ),
  ).toEqual([
    '1.00:00:00',
    '02:30:00',
    '00:30:00',
    '00:00:00.1000000',
    '00:00:00.0000001',
    '00:00:00.0000050',
    '-02:00:00',
    '12:00:00',
    '7.12:00:00',
    '00:00:03',
  ]);
});

test('a duration reads ISO 8601', () => {
  expect(['P1D', 'PT2H', 'P1DT2H3M4.0000005S', 'P2W', '-PT1M', 'PT0.5H'].map(read)).toEqual([
    '1.00:00:00',
    '02:00:00',
    '1.02:03:04.0000005',
    '14.00:00:00',
    '-00:01:00',
    '00:30:00',
  ]);
});

test.each([
  '',
  'P',
  'PT',
  'P1DT',
  '1x',
  'abc',
  '1.5ticks',
  '25:00',
  '1:2',
  'PT1..5S',
  '99999999999d',
  '1 d 2 h',
])('a duration refuses %j', (text) => expect(() => Duration.parse(text)).toThrow('invalid timespan'));

test('a duration of months says that months have no fixed length', () => {
  expect(() => Duration.parse('P1M')).toThrow(
    expect.objectContaining({ help: expect.stringContaining('P30D') }),
  );
});

test('a duration holds the ends of 64 bits and no more', () => {
  expect(read(String(new Duration(-(2n ** 63n))))).toBe('-10675199.02:48:05.4775808');
  expect(() => new Duration(2n ** 63n)).toThrow('invalid timespan');
});

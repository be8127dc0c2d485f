import { DateTime, Duration } from '@casebook/core';

test('a datetime keeps the seventh digit and the ends of the calendar', () => {
  const texts = ['0001-01-01T00:00:00Z', '2026-10-05T08:30:00.1234567Z', '9999-12-31T23:59:59.9999999Z'];
  expect(texts.map((text) => DateTime.parse(text).toString())).toEqual(texts);
});

test('a datetime reads an offset and refuses a day that does not exist', () => {
  expect(DateTime.parse('2026-10-05 08:30:00+02:00').toString()).toBe('2026-10-05T06:30:00Z');
  expect(() => DateTime.parse('2026-02-30')).toThrow('invalid datetime: 2026-02-30');
});

test('a datetime turns into a date that keeps its milliseconds', () => {
  expect(DateTime.parse('1969-12-31T23:59:59.9999999Z').toDate().toISOString()).toBe(
    '1969-12-31T23:59:59.999Z',
  );
});

test('datetimes and durations are ordered by <', () => {
  expect(DateTime.parse('2026-01-01') < DateTime.parse('2026-01-02')).toBe(true);
  expect(Duration.parse('-1.00:00:00') < Duration.parse('00:00:00.0000001')).toBe(true);
});

test('a duration writes days, clock and ticks', () => {
  const texts = ['00:00:00', '7.12:00:00', '-00:00:01.0000001'];
  expect(texts.map((text) => Duration.parse(text).toString())).toEqual(texts);
});

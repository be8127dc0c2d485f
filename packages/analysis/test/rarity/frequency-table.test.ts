import { DateTime, UNIX_EPOCH_TICKS } from '@casebook/core';
import { FrequencyTable } from '@casebook/analysis';
import fc from 'fast-check';

const at = (second: number): DateTime => new DateTime(UNIX_EPOCH_TICKS + BigInt(second) * 10_000_000n);

it('counts what occurred within the time to live, the oldest moment out, now in', () => {
  const table = new FrequencyTable({ timeToLive: '10s' });
  for (const second of [100, 105, 110]) table.add('x', at(second));
  expect(table.count('x', at(110))).toBe(2);
  expect(table.count('x', at(114))).toBe(2);
  expect(table.count('x', at(115))).toBe(1);
  expect(table.count('y', at(115))).toBe(0);
  table.add('x', at(120));
  expect([table.count('x', at(119)), table.count('x', at(120)), table.size]).toEqual([0, 1, 1]);
});

it('holds no more than it may, and says what it dropped', () => {
  const table = new FrequencyTable({ timeToLive: '1d', maxOccurrences: 100 });
  for (let second = 0; second < 1000; second += 1) table.add(`value ${second % 3}`, at(second));
  expect([table.size, table.dropped]).toEqual([100, 900]);
  expect([0, 1, 2].map((value) => table.count(`value ${value}`, at(1000)))).toEqual([34, 33, 33]);
});

it('refuses a time to live and a limit that hold nothing', () => {
  expect(() => new FrequencyTable({ timeToLive: '0s' })).toThrow('invalid timeToLive: 0s');
  expect(() => new FrequencyTable({ timeToLive: '1s', maxOccurrences: 0 })).toThrow(
    'invalid maxOccurrences: 0',
  );
});

it('counts as a list of all occurrences does, in any order of time', () => {
  const occurrence = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 60 }));
  fc.assert(
    fc.property(fc.array(occurrence, { maxLength: 200 }), (list) => {
      const table = new FrequencyTable({ timeToLive: '20s' });
      for (const [value, second] of list) table.add(value, at(second));
      const now = Math.max(0, ...list.map(([, second]) => second));
      for (const wanted of ['a', 'b', 'c']) {
        const naive = list.filter(([value, second]) => value === wanted && second > now - 20).length;
        expect(table.count(wanted, at(now))).toBe(naive);
      }
    }),
  );
});

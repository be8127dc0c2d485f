import { DateTime, fixedClock } from '@casebook/core';

test('a fixed clock stands still and says where its moment comes from', () => {
  const clock = fixedClock(DateTime.parse('2026-10-05'), 'one tick after the newest row');
  expect([clock.now().equals(DateTime.parse('2026-10-05')), clock.now(), clock.origin]).toEqual([
    true,
    DateTime.parse('2026-10-05'),
    'one tick after the newest row',
  ]);
});

import { Frame } from '@casebook/core';
import { buildSessions } from '@casebook/analysis';

const events = (rows: readonly (readonly [time: string | null, user: string, command: string])[]): Frame =>
  Frame.fromRows(
    [
      { name: 't', type: 'datetime' },
      { name: 'user', type: 'string' },
      { name: 'cmd', type: 'string' },
    ],
    rows.map(([t, user, cmd]) => ({ t: t && `2026-09-01T${t}:00Z`, user, cmd })),
  );
const OPTIONS = { keys: ['user'], timeColumn: 't', eventColumn: 'cmd', maxSeparation: '2m', maxLength: '5m' };

it('starts a session where the user changes, the pause is long or the session would be', () => {
  const frame = buildSessions(
    events([
      ['10:02', 'b', 'B2'],
      ['10:00', 'b', 'B1'],
      ['10:00', 'a', 'A1'],
      ['10:02', 'a', 'A2'],
      ['10:04', 'a', 'A3'],
      ['10:06', 'a', 'A4'],
      ['10:09', 'a', 'A5'],
    ]),
    OPTIONS,
  );
  expect(frame.columns.map(({ name }) => name)).toEqual([
    'user',
    't_min',
    't_max',
    'cmd_list',
    'duration',
    'number_events',
  ]);
  expect(frame.toTable().rows.map((row) => [row[0], row[3], String(row[4]), row[5]])).toEqual([
    ['a', ['A1', 'A2', 'A3'], '00:04:00', 3],
    ['a', ['A4'], '00:00:00', 1],
    ['a', ['A5'], '00:00:00', 1],
    ['b', ['B1', 'B2'], '00:02:00', 2],
  ]);
});

it('answers no events with no sessions', () => {
  expect(buildSessions(events([]), OPTIONS).rowCount).toBe(0);
});

it('refuses an event without a time', () => {
  expect(() => buildSessions(events([[null, 'a', 'A']]), OPTIONS)).toThrow('event without a time');
});

import { DateTime } from '@casebook/core';
import { explain } from '../../src';

const NOW = DateTime.parse('2026-01-02T00:00:00Z');

test('tells SQL, columns read, and bounds that reach the scan', () => {
  const found = explain(
    'SecurityEvent | where TimeGenerated > ago(1d) | extend h = parse_url(Account) | summarize n = count() by Computer',
    NOW,
  );
  expect(found.reads).toEqual([
    {
      table: 'SecurityEvent',
      columns: ['TimeGenerated', 'Computer'].sort((a, b) => (a < b ? -1 : 1)),
      bounds: ['TimeGenerated > 2026-01-01T00:00:00Z'],
    },
  ]);
  expect(found.sql.split('\n').slice(0, 4)).toEqual([
    'SELECT "Computer", "n"',
    'FROM (',
    '  SELECT "Computer", count(*) AS "n"',
    '  FROM (',
  ]);
  expect([found.notices, found.isDiscovery]).toEqual([[], false]);
});

test('tells the question for columns that depend on data', () => {
  const found = explain('SecurityEvent | project d = parse_json(Account) | evaluate bag_unpack(d)', NOW);
  expect([found.isDiscovery, found.reads[0]?.columns]).toEqual([true, ['Account']]);
});

test('refuses what compile refuses', () => {
  expect(() => explain('SecurityEvent | facet by Computer', NOW)).toThrow(
    expect.objectContaining({ code: 'KqlUnsupported' }),
  );
});

test('a text in a string stays as it is', () => {
  expect(explain("print a = ' (SELECT  FROM )  '", NOW).sql).toContain("' (SELECT  FROM )  '");
});

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { DateTime, type Clock } from '@casebook/core';
import { compile, type Schema } from '../src';

const clock: Clock = { now: () => DateTime.parse('2026-01-10T00:00:00Z'), origin: 'fixed' };
const table = (name: string): Schema['tables'][number] => ({
  name,
  relation: `${name}_data`,
  timeColumn: 'TimeGenerated',
  columns: [
    {
      name: 'TimeGenerated',
      type: 'datetime',
      physical: 'TimeGenerated',
      native: { physical: 'raw', type: 'TIMESTAMP' },
    },
    { name: 'A', type: 'string', physical: 'A' },
    { name: 'B', type: 'long', physical: 'B' },
    { name: 'D', type: 'dynamic', physical: 'D' },
  ],
});
const schema: Schema = { tables: [table('T'), table('U')] };

/** The native bounds of every scan, in the order of the text, as if each included its moment: `T>=09T00 …`. */
const bounds = (kql: string): string => {
  const compiled = compile(kql, schema, clock);
  const { sql } = compiled.kind === 'statement' ? compiled : compiled.discover;
  const scans = [...sql.matchAll(/FROM "([TU])_data"(?: WHERE ([^)]*))?/g)];
  return scans
    .map(([, name = '', conditions = '']) => {
      const found = [...conditions.matchAll(/"raw" ([<>]=?) TIMESTAMP '2026-01-(\d\d) (\d\d)/g)];
      return name + found.map(([, operator, day, hour]) => `${operator?.[0]}=${day}T${hour}`).join('');
    })
    .join(' ');
};

describe('time filters reach the scans', () => {
  it.each([
    ['T | where TimeGenerated > ago(1d)', 'T>=09T00'],
    ['T | where ago(1d) <= TimeGenerated', 'T>=09T00'],
    ['T | where TimeGenerated == datetime(2026-01-03)', 'T>=03T00<=03T00'],
    ['T | where B > 1 and (TimeGenerated >= ago(1d) and TimeGenerated < now())', 'T<=10T00>=09T00'],
    ['T | where TimeGenerated between (ago(2d) .. 1d)', 'T>=08T00<=09T00'],
    ['T | where TimeGenerated > startofday(ago(30h))', 'T>=08T00'],
    ['T | where TimeGenerated > datetime_add("day", -1, now())', 'T>=09T00'],
    ['let lookback = 2d; T | where TimeGenerated > ago(lookback)', 'T>=08T00'],
    [
      'let end = now(); let start = end - 3d; T | where TimeGenerated between (start .. end)',
      'T>=07T00<=10T00',
    ],
    ['T | where bin(TimeGenerated, 1h) >= ago(1d)', 'T>=09T00'],
    ['T | where bin(TimeGenerated, 1h) <= ago(1d)', 'T'],
    ['T | where startofday(TimeGenerated) == ago(1d)', 'T>=09T00'],
    ['T | where not(TimeGenerated > ago(1d))', 'T'],
    ['T | where TimeGenerated > ago(1d) or B == 1', 'T'],
  ])('%s', (kql, expected) => expect(bounds(kql)).toBe(expected));

  it.each([
    ['T | extend X = TimeGenerated | project-rename Y = X | where Y > ago(1d)', 'T>=09T00'],
    ['T | project TimeGenerated = TimeGenerated + 1h | where TimeGenerated > ago(1d)', 'T'],
    ['T | serialize R = row_number() | where TimeGenerated > ago(1d)', 'T'],
    ['T | take 5 | where TimeGenerated > ago(1d)', 'T'],
    ['T | distinct TimeGenerated, A | where TimeGenerated > ago(1d)', 'T>=09T00'],
    ['T | summarize count() by TimeGenerated | where TimeGenerated > ago(1d)', 'T>=09T00'],
    ['T | summarize TimeGenerated = max(TimeGenerated) | where TimeGenerated > ago(1d)', 'T'],
    ['T | mv-expand D | where TimeGenerated > ago(1d)', 'T>=09T00'],
    ['union T, U | where TimeGenerated > ago(1d)', 'T>=09T00 U>=09T00'],
    [
      'union (T | where TimeGenerated > ago(2h)), U | where TimeGenerated < ago(1h)',
      'T<=09T23>=09T22 U<=09T23',
    ],
    ['let f = (d: datetime) { T | where TimeGenerated > d }; f(ago(1d))', 'T>=09T00'],
    ['let f = (t: (TimeGenerated: datetime)) { t | where TimeGenerated > ago(1d) }; f(T)', 'T>=09T00'],
    ['let f = () { T }; f() | where TimeGenerated > ago(1d)', 'T>=09T00'],
    ['T | as K | where TimeGenerated > ago(1d)', 'T>=09T00'],
  ])('%s', (kql, expected) => expect(bounds(kql)).toBe(expected));

  it.each([
    ['inner', 'T>=09T00 U'],
    ['innerunique', 'T>=09T00 U'],
    ['leftouter', 'T>=09T00 U'],
    ['rightouter', 'T U'],
    ['fullouter', 'T U'],
    ['leftsemi', 'T>=09T00 U'],
    ['leftanti', 'T>=09T00 U'],
    ['rightsemi', 'U>=09T00 T'],
    ['rightanti', 'U>=09T00 T'],
  ])('through join kind=%s to the side that it keeps', (kind, expected) => {
    expect(bounds(`T | join kind=${kind} U on A | where TimeGenerated > ago(1d)`)).toBe(expected);
  });

  it('through a join on the time itself to the right side, where every row has one', () => {
    expect(bounds('T | join kind=inner U on A | where TimeGenerated1 > ago(1d)')).toBe('T U>=09T00');
    expect(bounds('T | join kind=leftouter U on A | where TimeGenerated1 > ago(1d)')).toBe('T U');
  });
});

describe('a filter on time', () => {
  const sql = (kql: string): string => {
    const compiled = compile(kql, schema, clock);
    return compiled.kind === 'statement' ? compiled.sql : '';
  };

  it('is said once where the native column holds the moment', () => {
    expect(sql('T | where TimeGenerated > ago(1d) | project A')).toBe(
      `SELECT "A" FROM (SELECT "A" FROM (SELECT "A" FROM "T_data" WHERE "raw" > TIMESTAMP '2026-01-09 00:00:00.000000' AND "raw" <= TIMESTAMP '9999-12-31 23:59:59.999999'))`,
    );
  });

  it.each([
    [
      '>',
      `"raw" > TIMESTAMP '2026-01-09 00:00:00.000000' AND "raw" <= TIMESTAMP '9999-12-31 23:59:59.999999'`,
    ],
    [
      '>=',
      `"raw" > TIMESTAMP '2026-01-09 00:00:00.000000' AND "raw" <= TIMESTAMP '9999-12-31 23:59:59.999999'`,
    ],
    ['<', `"raw" <= TIMESTAMP '2026-01-09 00:00:00.000000' AND "raw" >= TIMESTAMP '0001-01-01 00:00:00'`],
    ['<=', `"raw" <= TIMESTAMP '2026-01-09 00:00:00.000000' AND "raw" >= TIMESTAMP '0001-01-01 00:00:00'`],
  ])('is said once too where the moment lies between two of the native column: %s', (operator, bounds) => {
    expect(sql(`T | where TimeGenerated ${operator} datetime(2026-01-09 00:00:00.0000001) | project A`)).toBe(
      `SELECT "A" FROM (SELECT "A" FROM (SELECT "A" FROM "T_data" WHERE ${bounds}))`,
    );
  });

  it('is said in ticks too where a moment finer than the native column is asked for', () => {
    const text = sql('T | where TimeGenerated == datetime(2026-01-09 00:00:00.0000001) | project A');
    expect(text).toContain('("TimeGenerated" = 639035136000000001::BIGINT)');
  });

  it('stays where it says more than its bound', () => {
    expect(sql('T | where bin(TimeGenerated, 1h) > ago(1d)')).toContain('// 36000000000');
    expect(sql('T | where startofday(TimeGenerated, 1) > ago(1d)')).not.toContain('"raw"');
  });
});

describe('a table that is read twice', () => {
  const once = 'let c = T | summarize n = count() by A, TimeGenerated;';

  it('is computed once, within what its readers ask for', () => {
    expect(
      bounds(`${once} c | where TimeGenerated > ago(1d) | union (c | where TimeGenerated > ago(2d))`),
    ).toBe('T>=08T00');
    expect(bounds(`${once} c | where TimeGenerated > ago(1d) | union c`)).toBe('T');
    expect(
      bounds(`${once} c | where TimeGenerated > ago(1d) | union (c | where TimeGenerated < ago(2d))`),
    ).toBe('T');
  });

  it('is read anew with the filters of each reader where it only filters', () => {
    const kql =
      'let c = T | where B == 1; c | where TimeGenerated > ago(1d) | union (c | where TimeGenerated > ago(2d))';
    expect(bounds(kql)).toBe('T>=09T00 T>=08T00');
  });

  it('is computed once where expressions read it too', () => {
    expect(bounds(`${once} c | where A in (c | project A) and n > toscalar(c | summarize max(n))`)).toBe('T');
  });

  it('does not grow the text: forty lets, each of which reads the one before twice', () => {
    const lets = Array.from(
      { length: 40 },
      (_, n) => `let t${n + 1} = union t${n}, t${n} | summarize n = sum(n);`,
    );
    const compiled = compile(`let t0 = T | summarize n = count(); ${lets.join('\n')} t40`, schema, clock);
    expect(compiled.kind === 'statement' && compiled.sql.length).toBeLessThan(20_000);
  });
});

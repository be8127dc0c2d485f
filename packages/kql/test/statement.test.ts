/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { DateTime, TimeSpan, type Clock } from '@casebook/core';
import { compile, knownTable, knownTableNames, type Schema, type Statement } from '../src';

const clock: Clock = { now: () => DateTime.parse('2026-10-05T00:00:00Z'), origin: 'fixed' };
const native = { physical: 'raw_time', type: 'TIMESTAMP' } as const;
const schema: Schema = {
  tables: [
    {
      name: 'Event',
      relation: 'event_data',
      timeColumn: 'TimeGenerated',
      columns: [
        { name: 'TimeGenerated', type: 'datetime', physical: 'TimeGenerated', native },
        { name: 'Account', type: 'string', physical: 'Account', nullable: true },
      ],
    },
  ],
};

const compiled = (text: string, timeSpan?: TimeSpan): Statement => {
  const result = compile(text, schema, clock, timeSpan ? { timeSpan } : {});
  if (result.kind !== 'statement') throw new Error('a statement was expected');
  return result;
};

describe('a statement', () => {
  it('is the same for the same text', () => {
    expect(compiled('Event | summarize count() by Account').sql).toBe(
      compiled('Event | summarize count() by Account').sql,
    );
  });

  it('answers the first of several queries, and says that there are others', () => {
    const { columns, notices } = compiled('let n = 2; print a = n; Event | count; print c = 3');
    expect(columns).toEqual([{ name: 'a', type: 'long' }]);
    expect(notices).toEqual([
      {
        code: 'information',
        message: 'The query has 3 answers and this is the first: ask the others each as a query of its own.',
        partial: true,
      },
    ]);
  });

  it('cuts every scan to the time span, exactly and in native terms', () => {
    const span = new TimeSpan(DateTime.parse('2026-10-01T00:00:00.0000001Z'), DateTime.parse('2026-10-02'));
    const { sql } = compiled('Event', span);
    expect(sql).toContain(`"raw_time" > TIMESTAMP '2026-10-01 00:00:00.000000'`);
    expect(sql).toContain(`"raw_time" < TIMESTAMP '2026-10-02 00:00:00.000000'`);
  });

  it('carries a time filter through projections down to the scan', () => {
    const { sql } = compiled(
      'Event | project When = TimeGenerated | where When between (ago(2d) .. ago(1d))',
    );
    expect(sql).toContain(`"raw_time" >= TIMESTAMP '2026-10-03 00:00:00.000000'`);
    expect(sql).toContain(`"raw_time" <= TIMESTAMP '2026-10-04 00:00:00.000000'`);
  });

  it('carries the chart that render asks for', () => {
    expect(compiled('Event | summarize count() by Account | render barchart').visualization).toBe('barchart');
  });

  it('brings the functions that the host must register', () => {
    const { functions } = compiled('Event | extend U = url_decode(Account)');
    expect(functions.map(({ name, parameters, returns }) => [name, parameters, returns])).toEqual([
      ['kql_url_decode_s', ['VARCHAR'], 'VARCHAR'],
    ]);
    expect(functions[0]?.call('a%20b')).toBe('a b');
  });

  it('writes text only as literals', () => {
    const { sql } = compiled(`print x = "'; DROP TABLE t; --"`);
    expect(sql).toContain(`'''; DROP TABLE t; --'`);
  });

  it('grows no faster than the text when calls nest', () => {
    const nested = (depth: number): string =>
      depth === 0 ? 'Account' : `tostring(parse_json(tostring(parse_json(${nested(depth - 1)}).a)).b)`;
    const size = (depth: number): number => compiled(`Event | extend x = ${nested(depth)}`).sql.length;
    expect(size(8)).toBeLessThan(3 * size(4));
  });

  it('asks first where the columns depend on data', () => {
    const result = compile(
      'print d = dynamic({"a": 1}) | evaluate bag_unpack(d) | extend b = a',
      schema,
      clock,
    );
    expect(result.kind).toBe('discover');
  });
});

describe('the known tables', () => {
  it('are the published ones and our own', () => {
    expect(knownTableNames().length).toBe(710);
    expect(knownTable('SecurityEvent')?.columns.find(({ name }) => name === 'EventID')).toEqual({
      name: 'EventID',
      type: 'int',
    });
    expect(knownTable('AzureNetworkAnalytics_CL')?.timeColumn).toBe('TimeGenerated');
    expect(knownTable('DeviceEvents')?.timeColumn).toBe('TimeGenerated');
    expect(knownTable('constructor')).toBeUndefined();
  });
});

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { CasebookError, DateTime, type Clock } from '@casebook/core';
import { compile, type Schema, type Statement } from '../src';

const clock: Clock = { now: () => DateTime.parse('2026-10-05T00:00:00Z'), origin: 'fixed' };
const schema: Schema = {
  tables: [
    {
      name: 'Event',
      relation: 'event_data',
      timeColumn: 'TimeGenerated',
      columns: [
        {
          name: 'TimeGenerated',
          type: 'datetime',
          physical: 'TimeGenerated',
          native: { physical: 'native_time', type: 'TIMESTAMP' },
        },
        { name: 'Account', type: 'string', physical: 'Account', nullable: true },
        { name: 'account', type: 'string', physical: 'account~2' },
        { name: 'EventID', type: 'int', physical: 'EventID' },
      ],
    },
  ],
};

const compiled = (text: string): Statement => {
  const result = compile(text, schema, clock);
  if (result.kind !== 'statement') throw new Error('a statement was expected');
  return result;
};

const failure = (text: string): CasebookError => {
  try {
    compile(text, schema, clock);
  } catch (error) {
    if (CasebookError.is(error)) return error;
    throw error;
  }
  throw new Error('an error was expected');
};

describe('compile', () => {
  it('gives SQL whose columns keep their names and types', () => {
    const { columns, tables, readsClock } = compiled('Event | summarize Count = count() by EventID, Account');
    expect(columns).toEqual([
      { name: 'EventID', type: 'int' },
      { name: 'Account', type: 'string' },
      { name: 'Count', type: 'long' },
    ]);
    expect(tables).toEqual(['Event']);
    expect(readsClock).toBe(false);
  });

  it('keeps columns apart that differ only by case', () => {
    expect(compiled('Event | project Account, account').sql).toContain('"account~2"');
  });

  it('repeats a time filter in terms of the native column', () => {
    const { sql, readsClock } = compiled('Event | where TimeGenerated > ago(1d)');
    expect(sql).toContain(`"native_time" > TIMESTAMP '2026-10-04 00:00:00.000000'`);
    expect(readsClock).toBe(true);
  });

  it('answers a known table without data with the notice missingTable', () => {
    const { notices } = compiled('SigninLogs | take 1');
    expect(notices.map(({ code, table }) => [code, table])).toEqual([['missingTable', 'SigninLogs']]);
  });

  it('names an unsupported construct with its line and column', () => {
    const error = failure('Event\n| reduce by Account');
    expect([error.code, error.message, error.position?.line, error.position?.column]).toEqual([
      'KqlUnsupported',
      'unsupported operator: reduce',
      2,
      3,
    ]);
  });

  it('gives the diagnostics of the parser with line and column', () => {
    const error = failure('Event\n| where Acount == 1');
    expect([error.code, error.position?.line, error.position?.column]).toEqual(['KqlSyntax', 2, 9]);
    expect(error.message).toMatch(/Acount/);
  });

  it('refuses management commands', () => {
    expect(failure('.show tables').message).toBe('unsupported management command: .show');
  });
});

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { DateTime, type Clock } from '@casebook/core';
import { compile, StoredFunctions, TableSymbols, type Schema } from '../src';

const clock: Clock = { now: () => DateTime.parse('2026-10-05T00:00:00Z'), origin: 'fixed' };
const FUNCTIONS = {
  Parsed: { parameters: '(n:long = 1)', body: 'Event | extend Size = n, Who = tolower(Account)' },
  Unified: { parameters: '(n:long = 2)', body: 'union (Parsed(n)), (Parsed(7) | extend Extra = 1)' },
  Kept: { parameters: '(T:(*), name:string)', body: 'T | project Kept = column_ifexists(name, "none")' },
  Watched: { parameters: '()', body: "_GetWatchlist('hosts') | join kind=inner Event on Account" },
  Wild: { parameters: '()', body: 'union isfuzzy=true Event*, Security*' },
  Broken: { parameters: '()', body: 'Event | where Missing == 1' },
};

function schemaOf(symbols?: TableSymbols): Schema {
  const stored = new Map(Object.entries(FUNCTIONS).map(([name, rest]) => [name, { name, ...rest }]));
  const columns = ['Account', 'Computer'].map((name) => ({ name, type: 'string', physical: name }) as const);
  return {
    tables: [{ name: 'Event', relation: 'event_data', columns }],
    functions: new StoredFunctions(
      stored.keys(),
      (name) => stored.get(name) ?? { name, parameters: '', body: '' },
    ),
    ...(symbols ? { symbols } : {}),
  };
}

const outcome = (text: string, schema: Schema): unknown => {
  try {
    const result = compile(text, schema, clock);
    return result.kind === 'statement' ? { sql: result.sql, columns: result.columns } : result.kind;
  } catch (error) {
    return String(error);
  }
};

const QUERIES = [
  'Parsed | count',
  'Parsed(3) | where Size == 3',
  'Parsed(4) | project Size, Who',
  'Unified | summarize count() by Size, Extra',
  'Unified(5) | project Who',
  'let Event = datatable(Account:string, Other:int)["a", 1]; Parsed(3) | project Account',
  'let f = (n:long) { Parsed(n) }; f(8) | project Size',
  'Event | invoke Kept("Account")',
  'Event | project Computer | invoke Kept("Account")',
  'Watched | project SearchKey, Owner',
  'Watched | project Team, Account',
  'Wild | count',
  'Wild | join kind=leftanti (SecurityAlert | project Account = CompromisedEntity) on Account',
  'SecurityEvent | project Account | union Wild',
  'Wild | project Account, AlertName',
  'union (SecurityAlert | project AlertName), (Wild | project Account, AlertName)',
  'Broken | count',
  'Parsed | where Nothing == 1',
];

describe('stored functions that many queries of one schema call', () => {
  const shared = schemaOf(new TableSymbols());

  it.each([...QUERIES, ...[...QUERIES].reverse()])('mean the same as in a query of its own: %s', (text) => {
    expect(outcome(text, shared)).toEqual(outcome(text, schemaOf()));
  });

  it('keep their mistakes', () => {
    expect([outcome('Broken', shared), outcome('Broken | count', shared)]).toEqual([
      expect.stringContaining('Missing'),
      expect.stringContaining('Missing'),
    ]);
  });
});

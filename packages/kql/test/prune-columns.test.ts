/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { DateTime, type Clock } from '@casebook/core';
import { compile, type Schema } from '../src';

const clock: Clock = { now: () => DateTime.parse('2026-01-10T00:00:00Z'), origin: 'fixed' };
const table = (name: string): Schema['tables'][number] => ({
  name,
  relation: `${name}_data`,
  columns: ['A', 'B', 'C', 'D'].map((column) => ({
    name: column,
    type: column === 'D' ? 'dynamic' : 'long',
    physical: column,
  })),
});
const schema: Schema = { tables: [table('T'), table('U')] };

/** The columns that each scan reads, in the order of the text. */
const reads = (kql: string): string => {
  const compiled = compile(kql, schema, clock);
  const { sql } = compiled.kind === 'statement' ? compiled : compiled.discover;
  return [...sql.matchAll(/SELECT ([^()]*?) FROM "([TU])_data"/g)]
    .map(([, items = '', name = '']) => `${name}:${items.replaceAll(/[",\s]/g, '').replace('1AS~none', '')}`)
    .join(' ');
};

describe('a scan reads the columns that the query uses', () => {
  it.each([
    ['T', 'T:ABCD'],
    ['T | count', 'T:'],
    ['T | where A == 1 | project B', 'T:AB'],
    ['T | extend E = A + B | project-away A', 'T:ABCD'],
    ['T | extend E = A + B | summarize count() by C', 'T:C'],
    ['T | summarize m = max(A), n = min(B) by C | project m', 'T:AC'],
    ['T | distinct A, B | count', 'T:AB'],
    ['T | sort by A asc | project B', 'T:AB'],
    ['T | top 3 by C | project B', 'T:BC'],
    ['T | mv-expand D | count', 'T:D'],
    ['T | join kind=inner (U | where C > 1) on A | project B', 'T:AB U:AC'],
    ['T | join (U | where C > 1) on A | summarize max(B1)', 'T:A U:ABC'],
    ['T | join kind=leftanti U on A | project B', 'T:AB U:A'],
    ['T | where A in (U | project B) | project C', 'T:AC U:B'],
    ['T | where A > toscalar(U | summarize max(B)) | project C', 'U:B T:AC'],
    ['union T, U | project A', 'T:A U:A'],
    ['union withsource=S T, U | summarize count() by S', 'T: U:'],
    ['let k = T | summarize m = max(A), n = max(B) by C; k | join k on C | project m, m1', 'T:AC'],
  ])('%s', (kql, expected) => expect(reads(kql)).toBe(expected));
});

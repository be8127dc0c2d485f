/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { DateTime } from '@casebook/core';
import { compile, type Schema } from '../src';
import { databaseFor } from '../src/parser/database';
import { kustoRuntime, type Native, type NativeList } from '../src/parser/kusto-runtime';
import { mistakesIn } from '../src/parser/mistakes';
import { OVERRULED } from '../src/parser/overruled';
import { SyntaxNode } from '../src/parser/syntax-node';

const clock = { origin: 'fixed', now: () => DateTime.parse('2026-10-05T08:30:00Z') };
const columns = (['a:string', 'n:long', 'd:dynamic', 't:datetime'] as const).map((text) => {
  const [name = '', type] = text.split(':');
  return { name, type: type as 'string' | 'long' | 'dynamic' | 'datetime', physical: name };
});
const schema: Schema = { tables: [{ name: 'T', relation: 't', columns }] };

const analysed = (text: string): Native => {
  const analyze = (kustoRuntime().language.KustoCode as Native).ParseAndAnalyze as (
    text: string,
    globals: unknown,
  ) => Native;
  return analyze(text, databaseFor(text, schema).state);
};
const binderSays = (text: string): readonly string[] => {
  const parsed = analysed(text);
  return mistakesIn((parsed.GetDiagnostics as () => NativeList).call(parsed)).map(({ code }) => code);
};
const binderColumns = (text: string): string =>
  (new SyntaxNode(analysed(text).Syntax).items('Statements').at(-1)?.must('Expression').columns ?? [])
    .map(({ name }) => name)
    .join(',');
const said = (text: string): string => {
  try {
    const compiled = compile(text, schema, clock);
    return compiled.kind === 'statement' ? compiled.columns.map(({ name }) => name).join(',') : 'discovers';
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
};

describe('what the binder refuses and the engine answers', () => {
  it.each(OVERRULED.map((row) => [row.why, row] as const))('%s', (_why, { code, example }) => {
    expect(binderSays(example)).toContain(code);
    expect(said(example)).not.toMatch(/^KqlSyntax/);
  });

  it('is overruled at its place only', () => {
    expect(said('T | summarize sum(n, n)')).toMatch(/^KqlSyntax/);
    expect(said('T | where not("a", "b")')).toMatch(/^KqlSyntax/);
    expect(said('union Nothing*, T')).toMatch(/^KqlSyntax/);
    expect(said('T | where "a" or 42')).toMatch(/^KqlSyntax/);
    expect(said('print make_timespan("x", 2)')).toMatch(/^KqlSyntax/);
  });
});

describe('schemas of the binder that the engine has otherwise', () => {
  const scan = 'T | sort by t asc | scan declare (x:long = 0) with (step s1: true => x = s1.x + 1;)';
  it.each([
    [scan, 'a,n,d,t,x,match_id', 'a,n,d,t,x'],
    ['union (print a = 1), (print a = "x")', 'a_long,a_string', 'a_long,a_string'],
  ])('%s', (text, binder, engine) => {
    expect([binderColumns(text), said(text)]).toEqual([binder, engine]);
  });
});

describe('what binds, and the engine refuses as it runs', () => {
  it.each([
    ['T | extend r = row_number()', /row_number/],
    ['T | extend p = prev(n)', /prev/],
    ['T | extend c = row_cumsum(n)', /row_cumsum/],
    ['let x = 1;', /tabular expression/],
    ['union isfuzzy=true No1, No2', /none of the tables of the union is there: No1, No2/],
  ])('%s', (text, message) => {
    expect(said(text)).toMatch(message);
  });
});

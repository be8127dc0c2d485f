/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { CasebookError, DateTime, type Clock } from '@casebook/core';
import { compile } from '../src';

const clock: Clock = { now: () => DateTime.parse('2026-10-05T00:00:00Z'), origin: 'fixed' };

const said = (text: string): string => {
  try {
    compile(text, { tables: [] }, clock);
  } catch (error) {
    if (!CasebookError.is(error)) throw error;
    return `${error.code} ${error.position?.line}:${error.position?.column} ${error.message}`;
  }
  return 'nothing';
};

describe('what is refused', () => {
  it.each([
    [
      'print x = 1\n| extend y = series_fft(dynamic([1]))',
      'KqlUnsupported 2:14 unsupported function: series_fft',
    ],
    [
      'datatable(a:string)["x"] | parse kind=regex flags=x a with "x" b',
      'KqlUnsupported 1:28 unsupported parse flags: x',
    ],
    ['arg("").Resources', 'KqlUnsupported 1:1 unsupported Azure service: arg()'],
    [
      'datatable(a:string)["x"] | where a matches regex a',
      'KqlUnsupported 1:34 unsupported regular expression that is not a constant',
    ],
    [
      'datatable(a:long)[1] | extend n = row_number()',
      'KqlUnsupported 1:35 unsupported row_number over rows without an order',
    ],
    [
      'let f = (v:dynamic) { series_fft(v) };\nprint f(dynamic([1]))',
      'KqlUnsupported 1:23 unsupported function: series_fft',
    ],
    ['datatable(a:string)["x"] | summarize', 'KqlUnsupported 1:1 unsupported answer without columns'],
    ['database("other").T', 'KqlUnsupported 1:10 unsupported table elsewhere: database()'],
    ['cluster("c").T | take 1', 'KqlUnsupported 1:14 unsupported table elsewhere: cluster()'],
    ['external_table("x")', 'KqlUnsupported 1:16 unsupported table elsewhere: external_table()'],
    ['materialized_view("x")', 'KqlUnsupported 1:19 unsupported table elsewhere: materialized_view()'],
    [
      'SecurityEvent\n| graph-match (a)-[e]->(b) project a',
      'KqlUnsupported 2:3 unsupported operator: graph-match',
    ],
    ['.drop table T', 'KqlUnsupported 1:1 unsupported management command: .drop'],
    ['  // why\n.show tables', 'KqlUnsupported 2:1 unsupported management command: .show'],
  ])('is named with its place: %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('what is wrong', () => {
  it('comes in the words of the parser, with its place', () => {
    expect(said('print x = 1\n| where nope == 1')).toMatch(/^KqlSyntax 2:9 The name 'nope' does not refer/);
    expect(said('Unknown_Table | take 1')).toMatch(/^KqlSyntax 1:1 The name 'Unknown_Table' does not refer/);
    expect(said('print x = ')).toMatch(/^KqlSyntax 1:/);
  });

  it('is told its place also where the query asks nothing', () => {
    expect(said('let a = 1;\n// no more\n')).toBe('KqlSyntax 2:11 The query has no tabular expression.');
  });

  it.each([
    ['SecurityEvent | where Acount == 1', 'Is it Account?'],
    ['SecurityEvent | summarise count()', 'Is it summarize?'],
    ['SecurityEvent | wehre EventID == 1', 'Is it where?'],
    ['SecurityEvent | summarize conut() by Computer', 'Is it count?'],
    ['SecurityEvent | extend Machine = Computer | where Machin == ""', 'Is it Machine?'],
    ['_Im_Dns | count', 'It is a parser of ASIM: put the YAML files'],
  ])('is told what may be meant: %s', (text, help) => {
    expect(() => compile(text, { tables: [] }, clock)).toThrow(
      expect.objectContaining({ help: expect.stringMatching(new RegExp(`^${help.replace('?', '\\?')}`)) }),
    );
  });

  it('is told that the name of a let is a keyword', () => {
    expect(() => compile('let first = 1; print first', { tables: [] }, clock)).toThrow(
      expect.objectContaining({
        help: "first is a keyword: write let ['first'] = …, or choose another name.",
      }),
    );
  });

  it('never quotes more of a text than can be read', () => {
    const kql = `datatable(d:dynamic)[1] | extend n = ${'-'.repeat(300)}d.${'a'.repeat(3_000)}`;
    expect(said(kql).length).toBeLessThan(420);
    const unknown = `SecurityEvent | where ['${'long '.repeat(20_000)}'] == 1`;
    expect(said(unknown)).toMatch(
      /^KqlSyntax 1:23 The name 'long .{200,300} … .* known column, table, variable or function\.$/,
    );
  });

  it('never prints the source line of the parser', () => {
    expect(said('print x = datetime(nonsense)').length).toBeLessThan(200);
  });
});

describe('what the binder refuses and the engine answers', () => {
  it.each(['datatable(x:long)[1] | summarize c = count(x)', 'datatable(s:string)["a"] | search not("b")'])(
    'compiles: %s',
    (text) => {
      expect(said(text)).toBe('nothing');
    },
  );
});

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

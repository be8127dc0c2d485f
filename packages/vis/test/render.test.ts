import { Frame } from '@casebook/core';
import { render } from '@casebook/vis';
import { reportWith, resultWith, sectionsWith } from './values-with-text';

const visible = (html = ''): string =>
  html
    .replace(/<script>[^]*?<\/script>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

test('a result is its sentences, an overview of its sections and those that have rows', () => {
  const bundle = render(resultWith('it'));
  expect(bundle['text/plain']).toBe(
    [
      'it',
      'it, it it, from 2026-10-05T01:00:00Z up to 2026-10-05T02:00:00Z; now() is 2026-10-05T03:00:00Z',
      '- it',
      '- it',
      'Sections',
      '  it [ok] 3 rows – Partial answer.',
      '  it [empty] 0 rows – it Searched T it: 5 rows in the time span, 2 of them about this one.',
      '  it [failed] 0 rows – it',
    ].join('\n'),
  );
  const html = bundle['text/html'] ?? '';
  expect(visible(html)).toContain('it ok 3 1 ms Partial answer. it empty 0 1 ms it Searched T it: 5 rows');
  expect(html.match(/<details open="open">/g)).toHaveLength(1);
  expect(html).toContain('<img alt="2 bars of Value by Name;');
  expect(html).not.toMatch(/<script|<style|<svg|<iframe/);
});

test('a section says its status and why it has no rows', () => {
  const [, empty] = sectionsWith('it');
  expect(visible(render(empty)['text/html'])).toBe(
    'it empty it Searched T it: 5 rows in the time span, 2 of them about this one.',
  );
});

test('a report tells source, clock, tables and issues', () => {
  const text = visible(render(reportWith('it'))['text/html']);
  expect(text).toContain('it 3 tables, 0 rows; 3 kinds of issues, below; now() is 2026-10-05T03:00:00Z, it');
  expect(text).toContain('Issues');
});

test('an entity is its type and what is known about it', () => {
  const host = {
    Type: 'host',
    HostName: 'WS01',
    IsDomainJoined: true,
    Nothing: null,
    Addresses: [{ Type: 'ip', Address: '10.0.0.1' }],
  };
  expect(render(host)['text/plain']).toBe(
    'host\nHostName: WS01\nIsDomainJoined: true\nAddresses: Address: 10.0.0.1',
  );
  expect(visible(render(host)['text/html'])).toBe(
    'host HostName WS01 IsDomainJoined true Addresses Address: 10.0.0.1',
  );
});

test('anything else is text', () => {
  expect(render({ a: 1n, b: [undefined] })).toEqual({ 'text/plain': '{ a: 1n, b: [ undefined ] }' });
  expect(render('a\u001b[31mb')).toEqual({ 'text/plain': 'a\\u001b[31mb' });
  expect(render(null)).toEqual({ 'text/plain': 'null' });
});

test('a value that can tell itself does, without what would hide in its text', () => {
  const tree = { rows: 2, toText: () => `a.exe\n  b.exe ${'\u202e'}` };
  expect(render(tree)['text/plain']).toBe(render('a.exe\n  b.exe \u202e')['text/plain']);
  expect(render(tree)['text/plain']).toContain('a.exe\n  b.exe');
});

test('the same value gives the same bundle', () => {
  const frame = Frame.fromRows([{ name: 'a', type: 'int' }], [{ a: 1 }]);
  const chart = { frame, intent: { kind: 'bar', title: 'x', category: 'a', value: 'a' } };
  expect(render(chart)).toEqual(render(chart));
});

test('a section whose chart names a column that is not there keeps its rows and says why', () => {
  const [ok] = sectionsWith('it');
  const chart = { kind: 'bar', title: 'B', category: 'Nope', value: 'Value' } as const;
  const { 'text/html': html, 'text/plain': text } = render({ ...ok, chart });
  const words = 'The chart “B” cannot be drawn: unknown column: "Nope".';
  expect(visible(html).replaceAll('&quot;', '"')).toContain(words);
  expect(html).toContain('</table>');
  expect(text).toContain(words);
});

test('a scatter of very many points draws the first and says so', () => {
  const many = Frame.fromRows(
    [{ name: 'n', type: 'int' }],
    Array.from({ length: 6000 }, (_, n) => ({ n })),
  );
  const bundle = render({ frame: many, intent: { kind: 'scatter', title: 'S', x: 'n', y: 'n' } });
  expect(bundle['text/plain']).toBe(
    'S\n6 000 points: n from 0 to 5 999, n from 0 to 5 999.\nOnly the first 5 000 of them are drawn.',
  );
});

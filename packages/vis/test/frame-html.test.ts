import { Frame } from '@casebook/core';
import { frameHtml, frameText } from '@casebook/vis';

const frame = Frame.fromRows(
  [
    { name: '<b>', type: 'string' },
    { name: 'n', type: 'long' },
    { name: 'empty', type: 'string' },
  ],
  [
    { '<b>': '<img src=x onerror="alert(1)">', n: 5 },
    { '<b>': 'a\u202eb', n: null },
  ],
  { notices: [{ code: 'rowCap', message: 'Only the first 2 rows.', partial: true }] },
);

test('a frame as HTML shows its size, its partial mark and escaped cells, and names the empty columns', () => {
  const { text } = frameHtml(frame);
  expect(text).toContain('2 rows × 3 columns');
  expect(text).toContain('<b>Partial answer.</b> Only the first 2 rows.');
  expect(text).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
  expect(text).toContain('a\\u202eb');
  expect(text).toContain('1 empty column hidden: empty');
  expect(text).not.toMatch(/<img|<script|\u202e/);
});

test('a frame as text is an aligned table with its size and remarks', () => {
  expect(frameText(frame)).toBe(
    [
      '<b>                             n  empty',
      '------------------------------  -  -----',
      '<img src=x onerror="alert(1)">  5',
      'a\\u202eb',
      '2 rows',
      'PARTIAL: Only the first 2 rows.',
    ].join('\n'),
  );
});

test('a wide frame says once what is the same in every row', () => {
  const names = ['Tenant', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'EventID'];
  const wide = Frame.fromRows(
    names.map((name) => ({ name, type: name === 'EventID' ? 'int' : 'string' })),
    [1, 2, 3].map((row) =>
      Object.fromEntries(
        names.map((name) => [name, name === 'EventID' ? 4688 : name === 'Tenant' ? '<t>' : `${name}${row}`]),
      ),
    ),
  );
  const { text } = frameHtml(wide);
  expect(text.replace(/\s+/g, ' ')).toContain(
    'Same in every row: Tenant = <b>&lt;t&gt;</b>; EventID = <b>4688</b>',
  );
  expect(text.match(/<th /g)).toHaveLength(7);
});

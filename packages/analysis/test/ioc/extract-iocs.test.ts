import { Frame } from '@casebook/core';
import { extractIocs, extractIocsAsync } from '@casebook/analysis';

const ROWS = Frame.fromRows(
  [
    { name: 'a', type: 'string' },
    { name: 'b', type: 'dynamic' },
  ],
  [
    { a: 'to 10.1.1.1 and hxxp://evil[.]example[.]com', b: null },
    { a: '', b: { ip: '10.1.1.2' } },
    { a: 'to 10.1.1.1 c:\\a\\b.exe', b: ['x@example.com'] },
  ],
);

it('answers with each indicator, its row, its cell and its place', () => {
  const frame = extractIocs(ROWS, { columns: ['b', 'a'] });
  expect(frame.columns).toEqual([
    { name: 'IoCType', type: 'string' },
    { name: 'Observable', type: 'string' },
    { name: 'SourceIndex', type: 'long' },
    { name: 'Input', type: 'string' },
    { name: 'SourceColumn', type: 'string' },
    { name: 'Position', type: 'long' },
  ]);
  const first = 'to 10.1.1.1 and hxxp://evil[.]example[.]com';
  expect(frame.toTable().rows).toEqual([
    ['ipv4', '10.1.1.1', 0, first, 'a', 3],
    ['url', 'http://evil.example.com', 0, first, 'a', 16],
    ['dns', 'evil.example.com', 0, first, 'a', 23],
    ['ipv4', '10.1.1.2', 1, '{"ip":"10.1.1.2"}', 'b', 7],
    ['email', 'x@example.com', 2, '["x@example.com"]', 'b', 2],
    ['dns', 'example.com', 2, '["x@example.com"]', 'b', 4],
    ['ipv4', '10.1.1.1', 2, 'to 10.1.1.1 c:\\a\\b.exe', 'a', 3],
  ]);
});

it('gives the columns of the original, and paths, where it is asked to', () => {
  const frame = extractIocs(ROWS, { columns: ['a'], includePaths: true, compatibility: 'msticpy' });
  expect(frame.columns.map(({ name }) => name)).toEqual(['IoCType', 'Observable', 'SourceIndex', 'Input']);
  expect(frame.values('Observable')).toEqual([
    '10.1.1.1',
    'hxxp://evil[.]example[.]com',
    'evil[.]example[.]com',
    '10.1.1.1',
    'c:\\a\\b.exe',
  ]);
});

it('answers an empty frame with an empty frame of the same columns', () => {
  expect(extractIocs(ROWS.take(0), { columns: ['a'] }).columns).toHaveLength(6);
});

it.each([
  [{ columns: [] }, 'missing columns to search for indicators'],
  [{ columns: ['A'] }, 'unknown column: "A"'],
  [{ columns: ['a'], types: ['ip'] as never }, 'unknown indicator type: ip'],
])('refuses %j', (options, message) => {
  expect(() => extractIocs(ROWS, options)).toThrow(message);
});

it('gives the same in slices', async () => {
  const options = { columns: ['a'] };
  expect((await extractIocsAsync(ROWS, options)).toTable()).toEqual(extractIocs(ROWS, options).toTable());
});

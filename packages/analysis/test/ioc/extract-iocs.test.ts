import { Frame, type CasebookError, type Progress } from '@casebook/core';
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

it('gives what the original finds in its columns where it is asked to', () => {
  const frame = extractIocs(ROWS, { columns: ['a'], includePaths: true, compatibility: 'msticpy' });
  expect(frame.columns.map(({ name }) => name)).toEqual(['IoCType', 'Observable', 'SourceIndex', 'Input']);
  expect(
    frame.rows().map(({ IoCType, Observable, SourceIndex }) => [SourceIndex, IoCType, Observable]),
  ).toEqual([
    [0, 'ipv4', '10.1.1.1'],
    [0, 'dns', 'evil[.]example[.]com'],
    [0, 'url', 'hxxp://evil[.]example[.]com'],
    [2, 'ipv4', '10.1.1.1'],
    [2, 'windows_path', 'c:\\a\\b.exe'],
  ]);
});

it('looks into dynamic cells as a reader does, and says where it stands in the JSON', () => {
  const cells = [{ cmd: 'x\n"c:\\a\\b.exe"\tevil.example.com \u00e9', n: 1 }];
  const frame = Frame.fromRows([{ name: 'd', type: 'dynamic' }], [{ d: cells }]);
  const json = JSON.stringify(cells);
  const found = extractIocs(frame, { columns: ['d'], includePaths: true });
  expect(found.rows().map(({ Observable, Position, Input }) => [Observable, Position, Input])).toEqual([
    ['c:\\a\\b.exe', json.indexOf('c:'), json],
    ['evil.example.com', json.indexOf('evil'), json],
  ]);
});

it('answers an empty frame, and null cells, with an empty frame of the same columns', () => {
  const nothing = ROWS.take(0);
  for (const frame of [nothing, Frame.fromRows(ROWS.columns, [{ a: null, b: null }])]) {
    const found = extractIocs(frame, { columns: ['a', 'b'] });
    expect([found.rowCount, found.columns]).toEqual([0, extractIocs(ROWS, { columns: ['a'] }).columns]);
  }
  const original = extractIocs(nothing, { columns: ['a'], compatibility: 'msticpy' });
  expect(original.columns.map(({ name }) => name)).toEqual(['IoCType', 'Observable', 'SourceIndex', 'Input']);
});

it.each([
  [{ columns: [] }, 'missing columns to search for indicators'],
  [{ columns: ['A'] }, 'unknown column: "A"'],
  [{ columns: ['a'], types: ['ip'] as never }, 'unknown indicator type: ip'],
])('refuses %j', (options, message) => {
  expect(() => extractIocs(ROWS, options)).toThrow(message);
});

it('names the nearest column where one is missing, and the types that fit where one does not', () => {
  const frame = Frame.fromObjects([{ CommandLine: 'x', n: 1 }]);
  expect(helpOf(() => extractIocs(frame, { columns: ['CommandLin'] }))).toBe(
    'Did you mean CommandLine? Columns: CommandLine, n.',
  );
  expect(helpOf(() => extractIocs(frame, { columns: ['n'] }))).toBe(
    'Give a column of type string or dynamic or guid.',
  );
});

const helpOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    return (error as CasebookError).help;
  }
  return undefined;
};

describe('in slices', () => {
  const many = Frame.fromColumns([{ name: 'a', type: 'string' }], {
    a: Array.from({ length: 30_000 }, (_, at) => `${at} http://a${at}.example.com/ 10.1.1.1 `.repeat(4)),
  });
  const options = { columns: ['a'] };

  it('gives the same', async () => {
    expect((await extractIocsAsync(ROWS, options)).toTable()).toEqual(extractIocs(ROWS, options).toTable());
  });

  it('says how far it is, and lets others have their turns', async () => {
    const told: Progress[] = [];
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await extractIocsAsync(many, { ...options, progress: (one) => told.push(one) });
    clearInterval(timer);
    expect(told[0]).toMatchObject({ message: 'looking for indicators', total: 30_000 });
    expect(told.length).toBeGreaterThan(2);
    expect(turns).toBeGreaterThan(2);
  });

  it('ends where it is told to', async () => {
    const controller = new AbortController();
    const answer = extractIocsAsync(many, {
      ...options,
      signal: controller.signal,
      progress: () => controller.abort(),
    });
    await expect(answer).rejects.toMatchObject({ code: 'QueryAborted' });
  });
});

import { DateTime, Frame, readResult, timeline, TimeSpan, type Result, type Section } from '@casebook/core';

const frame = Frame.fromRows(
  [
    { name: '__proto__', type: 'string' },
    { name: 'Time', type: 'datetime' },
    { name: 'n', type: 'long' },
    { name: 'd', type: 'dynamic' },
  ],
  [
    Object.fromEntries([
      ['__proto__', 'x'],
      ['Time', '2026-10-05T00:00:00.0000001Z'],
      ['n', 2n ** 60n],
      ['d', JSON.parse('{"__proto__": {"a": null}}')],
    ]),
  ],
  {
    source: { kql: 'T', clock: DateTime.parse('2026-10-06'), provider: 'files', milliseconds: 3 },
    notices: [{ code: 'rowCap', message: 'cut', partial: true }],
  },
);

const overlay = timeline(frame.take(1), { title: 'Over' });
const section: Section = {
  title: 'Alerts',
  status: 'ok',
  query: 'T',
  rows: 1,
  milliseconds: 3,
  frame,
  facts: { count: 1, names: ['a'] },
  chart: {
    kind: 'timeline',
    title: 'Alerts',
    time: 'Time',
    references: [{ time: DateTime.parse('2026-10-05'), label: 'first' }],
    overlays: [overlay],
  },
};
const empty: Section = {
  title: 'Bookmarks',
  status: 'empty',
  reason: 'none',
  rows: 0,
  milliseconds: 0,
  frame: new Frame([]),
  searched: [{ table: 'HuntingBookmark', rowsInSpan: 3, rowsOfEntity: 0 }],
};
const result: Result = {
  kind: 'casebook.result',
  notebooklet: 'HostSummary',
  title: 'Host summary',
  entityType: 'host',
  value: 'WS-07',
  timeSpan: TimeSpan.parse('2026-10-01/P7D'),
  clock: DateTime.parse('2026-10-06T00:00:00.0000001Z'),
  summary: ['One alert.'],
  sections: { alerts: section, bookmarks: empty },
  entity: { HostName: 'WS-07', tags: [1, null] },
};

test('a result read back from JSON is equal', () => {
  const text = JSON.stringify(result);
  expect(readResult(text)).toEqual(result);
  expect(readResult(JSON.parse(text))).toEqual(result);
  expect(JSON.stringify(readResult(text))).toBe(text);
});

test.each([
  '',
  '[]',
  '{}',
  '{"kind":"casebook.result"}',
  '{"kind":"casebook.result","sections":{"a":{}},"timeSpan":{}}',
])('%j is not a result', (text) => expect(() => readResult(text)).toThrow('JSON that is not a result'));

import { bar, DateTime, Frame, scatter, timeline } from '@casebook/core';

const frame = Frame.fromRows(
  [
    { name: 'Time', type: 'datetime' },
    { name: 'Host', type: 'string' },
    { name: 'n', type: 'long' },
  ],
  [{ Time: '2026-10-05', Host: 'a', n: 1 }],
);

test('charts are frames with an intent', () => {
  const references = [{ time: DateTime.parse('2026-10-05'), label: 'alert' }];
  expect(timeline(frame, { group: 'Host', references })).toEqual({
    frame,
    intent: { kind: 'timeline', title: 'Timeline', time: 'Time', group: 'Host', references },
  });
  expect(bar(frame, { category: 'n', value: 'n', top: 5 }).intent).toEqual({
    kind: 'bar',
    title: 'n by n',
    category: 'n',
    value: 'n',
    top: 5,
  });
  expect(scatter(frame, { x: 'Host', y: 'n', color: 'n', categorical: true, title: 'T' }).intent).toEqual({
    kind: 'scatter',
    title: 'T',
    x: 'Host',
    y: 'n',
    color: 'n',
    categorical: true,
  });
});

test('a column that is not there or does not fit is an error that lists those that do', () => {
  const caught = (run: () => unknown): unknown => {
    try {
      return run();
    } catch (error) {
      const { code, message, help } = error as { code: string; message: string; help: string };
      return [code, message, help];
    }
  };
  expect(caught(() => timeline(frame, { time: 'Host' }))).toEqual([
    'TypeMismatch',
    'unfit column type string for time: "Host"',
    'Columns: Time (datetime).',
  ]);
  expect(caught(() => bar(frame, { category: 'Nope', value: 'n' }))).toEqual([
    'UnknownColumn',
    'unknown category column: "Nope"',
    'Columns: Time (datetime), Host (string), n (long).',
  ]);
  expect(caught(() => scatter(frame, { x: 'Host', y: 'n' }))).toEqual([
    'TypeMismatch',
    'unfit column type string for x: "Host"',
    'Columns: Time (datetime), n (long).',
  ]);
  expect(() => timeline(frame.project('n'))).toThrow('unknown time column: "TimeGenerated"');
  expect(() => bar(frame, { category: 'Host', value: 'n', top: 0 })).toThrow('invalid top: 0');
});

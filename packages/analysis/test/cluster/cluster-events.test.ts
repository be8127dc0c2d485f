import { Frame } from '@casebook/core';
import { clusterEvents, clusterEventsAsync } from '@casebook/analysis';

const EVENTS = Frame.fromRows(
  [
    { name: 'TimeGenerated', type: 'datetime' },
    { name: 'Name', type: 'string' },
    { name: 'a', type: 'long' },
    { name: 'b', type: 'long' },
  ],
  [
    { TimeGenerated: '2026-09-01T03:00:00Z', Name: 'first', a: 1, b: 1 },
    { TimeGenerated: '2026-09-01T01:00:00Z', Name: 'second', a: 2, b: 2 },
    { TimeGenerated: '2026-09-01T02:00:00Z', Name: 'alone', a: 1, b: 0 },
    { TimeGenerated: null, Name: 'untimed', a: 5, b: 5 },
    { TimeGenerated: '2026-09-01T09:00:00Z', Name: 'other', a: 0, b: 1 },
  ],
);
const COLUMNS = ['a', 'b'];

const shape = (frame: Frame): readonly unknown[] =>
  frame
    .rows()
    .map((row) => [
      row['Name'],
      row['Clustered'],
      row['ClusterId'],
      row['ClusterSize'],
      String(row['TimeGenerated']).slice(11, 13),
      String(row['FirstEventTime']).slice(11, 13),
      String(row['LastEventTime']).slice(11, 13),
    ]);

it('answers noise first, each with its own time, then the first row of each cluster with its span', () => {
  expect(shape(clusterEvents(EVENTS, { columns: COLUMNS }))).toEqual([
    ['alone', false, -1, 1, '02', '02', '02'],
    ['other', false, -1, 1, '09', '09', '09'],
    ['first', true, 0, 3, '03', '01', '03'],
  ]);
});

it('gives all noise one span where the original is asked for', () => {
  expect(shape(clusterEvents(EVENTS, { columns: COLUMNS, compatibility: 'msticpy' }))).toEqual([
    ['alone', false, -1, 1, '02', '02', '09'],
    ['other', false, -1, 1, '02', '02', '09'],
    ['first', true, 0, 3, '01', '01', '03'],
  ]);
});

it('writes the first time into TimeGenerated, as the original does, where another column tells the time', () => {
  const seen = new Frame(
    EVENTS.data.map(({ name, data }) => ({ name: name === 'TimeGenerated' ? 'Seen' : name, data })),
  );
  const options = { columns: COLUMNS, timeColumn: 'Seen', compatibility: 'msticpy' } as const;
  const frame = clusterEvents(seen, options);
  expect(frame.columns.map(({ name }) => name).slice(4)).toEqual([
    'Clustered',
    'ClusterId',
    'ClusterSize',
    'TimeGenerated',
    'FirstEventTime',
    'LastEventTime',
  ]);
  expect(frame.values('TimeGenerated')).toEqual(frame.values('FirstEventTime'));
  expect(String(frame.values('Seen')[2])).toBe('2026-09-01T03:00:00Z');
});

it('says that one column alone tells little', () => {
  const [notice] = clusterEvents(EVENTS, { columns: ['a'] }).notices;
  expect(notice?.message).toBe('One column tells only the sign of a row once it is scaled; name another.');
});

it('keeps the columns and types of the input', () => {
  expect(clusterEvents(EVENTS.take(0), { columns: COLUMNS }).columns).toEqual([
    ...EVENTS.columns,
    { name: 'Clustered', type: 'bool' },
    { name: 'ClusterId', type: 'long' },
    { name: 'ClusterSize', type: 'long' },
    { name: 'FirstEventTime', type: 'datetime' },
    { name: 'LastEventTime', type: 'datetime' },
  ]);
});

it.each([
  [{ columns: [] }, 'missing columns to cluster by'],
  [{ columns: ['Nam'] }, 'unknown column: "Nam"'],
  [{ columns: ['Name'] }, 'unfit type of column "Name": string'],
  [{ columns: COLUMNS, eps: 0 }, 'invalid eps: 0'],
  [{ columns: COLUMNS, minSamples: 1.5 }, 'invalid minSamples: 1.5'],
  [{ columns: COLUMNS, timeColumn: 'a' }, 'unfit type of column "a": long'],
])('refuses %j', (options, message) => {
  expect(() => clusterEvents(EVENTS, options)).toThrow(message);
});

it('names the row whose number is missing', () => {
  const holes = Frame.fromRows(EVENTS.columns, [...EVENTS.rows(), { a: null, b: 1 }]);
  expect(() => clusterEvents(holes, { columns: COLUMNS })).toThrow('missing number of a in row 5: NaN');
});

it('gives the same in slices, and ends when it is aborted', async () => {
  const options = { columns: COLUMNS };
  expect((await clusterEventsAsync(EVENTS, options)).toTable()).toEqual(
    clusterEvents(EVENTS, options).toTable(),
  );
  const signal = AbortSignal.abort('enough');
  await expect(clusterEventsAsync(EVENTS, { ...options, signal })).rejects.toMatchObject({
    code: 'QueryAborted',
    cause: 'enough',
  });
});

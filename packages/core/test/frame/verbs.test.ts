import {
  argMax,
  asc,
  avg,
  count,
  countif,
  DateTime,
  dcount,
  desc,
  Duration,
  Frame,
  makeList,
  max,
  min,
  sum,
  type FrameSource,
} from '@casebook/core';

const source: FrameSource = {
  kql: 'Events',
  clock: DateTime.parse('2026-10-05'),
  provider: 'test',
  milliseconds: 1,
};
const partial = { code: 'rowCap', message: 'cut at 6 rows', partial: true } as const;

const events = Frame.fromRows(
  [
    { name: 'Host', type: 'string' },
    { name: 'Id', type: 'long' },
    { name: 'Time', type: 'datetime' },
    { name: 'Score', type: 'real' },
    { name: 'Bag', type: 'dynamic' },
  ],
  [
    { Host: 'a', Id: 1, Time: '2026-10-01', Score: 0.5, Bag: [1, 2] },
    { Host: 'b', Id: 2, Time: '2026-10-02', Score: NaN, Bag: { a: 1 } },
    { Host: 'A', Id: null, Time: '2026-10-03', Score: null },
    { Host: 'a', Id: 4, Time: '2026-10-04', Score: -1, Bag: 3 },
    { Host: '', Id: 2n ** 62n, Time: null, Score: Infinity },
    { Host: 'web-01', Id: -1, Time: '2026-10-05T00:00:00.0000001Z', Score: 0 },
  ],
  { source, notices: [partial] },
);

const ids = (frame: Frame): unknown[] => frame.values('Id');

test('where takes a function, conditions, or one comparison', () => {
  expect(ids(events.where((row) => row['Host'] === 'a'))).toEqual([1, 4]);
  expect(ids(events.where({ Host: 'a', Id: 4 }))).toEqual([4]);
  expect(ids(events.where({ Host: ['a', 'b'] }))).toEqual([1, 2, 4]);
  expect(ids(events.where('Time', '>', '2026-10-05'))).toEqual([-1]);
  expect(ids(events.where('Id', '>=', 1.5))).toEqual([2n, 4n, 2n ** 62n]);
  expect(ids(events.where('Host', '=~', 'A'))).toEqual([1, null, 4]);
  expect(ids(events.where('Host', 'has', 'web'))).toEqual([-1]);
  expect(ids(events.where('Host', '!contains', 'A'))).toEqual([2n, 2n ** 62n, -1n]);
  expect(ids(events.where('Id', '!in', [1, 2]))).toEqual([null, 4n, 2n ** 62n, -1n]);
  expect(ids(events.where({ Bag: { a: 1 } }))).toEqual([2]);
});

test('a null is unequal to every value and in no order with it', () => {
  expect(events.where('Id', '!=', 1).rowCount).toBe(5);
  expect(events.where('Id', '<', 0).rowCount + events.where('Id', '>=', 0).rowCount).toBe(5);
  expect(events.where({ Id: null }).values('Host')).toEqual(['A']);
  expect(events.where('Id', '!=', null).rowCount).toBe(5);
  expect(events.where('Id', 'in', [1, null]).values('Host')).toEqual(['a', 'A']);
});

test('NaN equals nothing', () => {
  expect(events.where({ Score: NaN }).rowCount).toBe(0);
  expect(events.where('Score', '!=', NaN).rowCount).toBe(6);
});

test('a value or operator of another type is an error, not an empty answer', () => {
  expect(() => events.where({ Id: '1' })).toThrow(expect.objectContaining({ code: 'TypeMismatch' }));
  expect(() => events.where('Id', 'has', 'x')).toThrow(expect.objectContaining({ code: 'TypeMismatch' }));
  expect(() => events.where({ Nope: 1 })).toThrow(
    expect.objectContaining({ code: 'UnknownColumn', help: 'Columns: Host, Id, Time, Score, Bag.' }),
  );
});

test('project, projectAway and projectRename choose columns', () => {
  const names = (frame: Frame): string[] => frame.columns.map(({ name }) => name);
  expect(names(events.project('Id', 'Host'))).toEqual(['Id', 'Host']);
  expect(names(events.projectAway('Id', 'Host'))).toEqual(['Time', 'Score', 'Bag']);
  expect(names(events.projectRename({ Computer: 'Host', Host: 'Id' }))).toEqual([
    'Computer',
    'Host',
    'Time',
    'Score',
    'Bag',
  ]);
  expect(() => events.projectRename({ Id: 'Host' })).toThrow('duplicate column name');
});

test('extend infers types, takes declared ones and replaces in place', () => {
  const more = events.extend({
    Id: (row) => (row['Id'] === null ? null : Number(row['Id']) / 2),
    Whole: () => 1,
    When: () => new Date('2026-01-01T00:00:00Z'),
    Big: { type: 'long', value: () => 2n ** 60n },
    None: () => null,
    List: () => [1, 'x'],
  });
  expect(more.columns.slice(1, 2).concat(more.columns.slice(5))).toEqual([
    { name: 'Id', type: 'real' },
    { name: 'Whole', type: 'long' },
    { name: 'When', type: 'datetime' },
    { name: 'Big', type: 'long' },
    { name: 'None', type: 'string' },
    { name: 'List', type: 'dynamic' },
  ]);
  expect(more.rows()[0]).toMatchObject({ Id: 0.5, Whole: 1, Big: 2n ** 60n, None: '', List: [1, 'x'] });
  expect(() => events.extend({ X: (row) => (row['Host'] === 'a' ? 'x' : 1) })).toThrow(
    'string and long in column "X"',
  );
});

test('sort is stable, knows several keys and puts nulls where KQL does', () => {
  expect(events.sort('Id').values('Host')).toEqual(['', 'a', 'b', 'a', 'web-01', 'A']);
  expect(events.sort(asc('Id')).values('Host')).toEqual(['A', 'web-01', 'a', 'b', 'a', '']);
  expect(events.sort({ by: 'Id', order: 'asc', nulls: 'last' }).values('Host')).toEqual([
    'web-01',
    'a',
    'b',
    'a',
    '',
    'A',
  ]);
  expect(ids(events.sort(asc('Host'), desc('Id')))).toEqual([2n ** 62n, null, 4n, 1n, 2n, -1n]);
  expect(events.sort(asc('Score')).values('Score')).toEqual([null, NaN, -1, 0, 0.5, Infinity]);
  expect(events.sort(desc('Score')).values('Score')).toEqual([Infinity, 0.5, 0, -1, NaN, null]);
  expect(() => events.sort('Bag')).toThrow('no order in a dynamic column');
});

test('take and distinct keep the first rows', () => {
  expect(ids(events.take(2))).toEqual([1, 2]);
  expect(events.take(99).rowCount).toBe(6);
  expect(() => events.take(-1)).toThrow('invalid number of rows');
  expect(events.distinct('Host').values('Host')).toEqual(['a', 'b', 'A', '', 'web-01']);
});

test('summarize computes every aggregate by key', () => {
  const answer = events.summarize(
    {
      n: count(),
      high: countif({ Score: [0.5] }),
      total: sum('Id'),
      low: min('Score'),
      top: max('Time'),
      mean: avg('Score'),
      kinds: dcount('Id'),
      list: makeList('Bag'),
      last: argMax('Time', 'Id'),
    },
    ['Host'],
  );
  expect(answer.rows()[0]).toEqual({
    Host: 'a',
    n: 2,
    high: 1,
    total: 5n,
    low: -1,
    top: DateTime.parse('2026-10-04'),
    mean: -0.25,
    kinds: 2,
    list: [1, 2, 3],
    last: 4n,
  });
  expect(answer.where({ Host: 'A' }).rows()[0]).toMatchObject({
    total: 0,
    low: null,
    mean: NaN,
    kinds: 0,
    list: [],
  });
});

test('summarize of no rows is one row without keys and none with keys', () => {
  const none = events.take(0);
  expect(none.summarize({ n: count(), s: sum('Id'), m: max('Time'), a: avg('Score') }).rows()).toEqual([
    { n: 0, s: 0, m: null, a: NaN },
  ]);
  expect(none.summarize({ n: count() }, ['Host']).rows()).toEqual([]);
});

test('decimals and timespans add up exactly', () => {
  const frame = Frame.fromRows(
    [
      { name: 'd', type: 'decimal' },
      { name: 't', type: 'timespan' },
    ],
    [
      { d: '0.1', t: '1h' },
      { d: '0.20', t: '30m' },
      { d: '-123456789012345678901.5', t: null },
    ],
  );
  expect(frame.summarize({ s: sum('d'), t: sum('t'), a: avg('t'), m: min('d') }).rows()).toEqual([
    {
      s: '-123456789012345678901.2',
      t: Duration.parse('1.5h'),
      a: Duration.parse('45m'),
      m: '-123456789012345678901.5',
    },
  ]);
  expect(frame.sort(asc('d')).values('d')).toEqual(['-123456789012345678901.5', '0.1', '0.20']);
});

test('a sum beyond 64 bits is an error', () => {
  const frame = Frame.fromRows([{ name: 'n', type: 'long' }], [{ n: 2n ** 63n - 1n }, { n: 1 }]);
  expect(() => frame.summarize({ s: sum('n') })).toThrow('sum beyond 64 bits: "n"');
});

const owners = Frame.fromRows(
  [
    { name: 'Host', type: 'string' },
    { name: 'Owner', type: 'string' },
    { name: 'Id', type: 'long' },
  ],
  [
    { Host: 'a', Owner: 'x', Id: 1 },
    { Host: 'a', Owner: 'y', Id: null },
    { Host: 'c', Owner: 'z', Id: 3 },
  ],
);

test('join has the columns of both frames with a number after names that are taken', () => {
  const inner = events.join(owners, { on: ['Host'] });
  expect(inner.columns.map(({ name }) => name)).toEqual([
    'Host',
    'Id',
    'Time',
    'Score',
    'Bag',
    'Host1',
    'Owner',
    'Id1',
  ]);
  expect(inner.project('Id', 'Owner', 'Id1').toTable().rows).toEqual([
    [1, 'x', 1],
    [1, 'y', null],
    [4, 'x', 1],
    [4, 'y', null],
  ]);
});

test('leftouter keeps rows without a match, leftsemi and leftanti part the rows', () => {
  const outer = events.join(owners, { on: ['Host'], kind: 'leftouter' });
  expect(outer.values('Owner')).toEqual(['x', 'y', '', '', 'x', 'y', '', '']);
  expect(outer.values('Id1')).toEqual([1, null, null, null, 1, null, null, null]);
  expect(ids(events.join(owners, { on: ['Host'], kind: 'leftsemi' }))).toEqual([1, 4]);
  expect(ids(events.join(owners, { on: ['Host'], kind: 'leftanti' }))).toEqual([2n, null, 2n ** 62n, -1n]);
});

test('null keys meet, and keys of different types are an error', () => {
  expect(events.join(owners, { on: [{ left: 'Id', right: 'Id' }] }).values('Owner')).toEqual(['x', 'y']);
  expect(() => events.join(owners, { on: [{ left: 'Id', right: 'Host' }] })).toThrow(
    'join keys of different types',
  );
});

test('union meets columns by name and type and parts those of several types', () => {
  const other = Frame.fromRows(
    [
      { name: 'Id', type: 'string' },
      { name: 'Host', type: 'string' },
      { name: 'New', type: 'guid' },
    ],
    [{ Id: 'x', Host: 'h', New: null }],
  );
  const both = events.project('Host', 'Id').take(1).union(other);
  expect(both.columns).toEqual([
    { name: 'Host', type: 'string' },
    { name: 'Id_long', type: 'long' },
    { name: 'Id_string', type: 'string' },
    { name: 'New', type: 'guid' },
  ]);
  expect(both.toTable().rows).toEqual([
    ['a', 1, '', null],
    ['h', null, 'x', null],
  ]);
});

test('verbs keep the notices, and the source where the rows are still those of the query', () => {
  const kept = [
    events.where({ Id: 1 }),
    events.project('Id'),
    events.sort('Id'),
    events.take(1),
    events.extend({ A: () => 1 }),
  ];
  expect(kept.map((frame) => [frame.source, frame.notices])).toEqual(kept.map(() => [source, [partial]]));
  const parted = [
    events.distinct('Id'),
    events.summarize({ n: count() }),
    events.union(events),
    events.join(events, { on: ['Id'] }),
  ];
  expect(parted.map((frame) => [frame.source, frame.notices, frame.partial])).toEqual(
    parted.map(() => [undefined, [partial], true]),
  );
});

test('no verb changes the frame that it reads', () => {
  const before = JSON.stringify(events);
  events
    .sort('Id')
    .where({ Host: 'a' })
    .extend({ Host: () => 'z' })
    .summarize({ n: count() }, ['Host']);
  expect(JSON.stringify(events)).toBe(before);
});

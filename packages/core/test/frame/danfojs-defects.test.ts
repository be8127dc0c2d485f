/** The defects of danfojs-node 1.2.0 that were found before this house was built; each title names one. */
import { asc, count, DateTime, Frame, max, min, sum } from '@casebook/core';

const typed = (columns: Record<string, string>, rows: Record<string, unknown>[]): Frame =>
  Frame.fromRows(
    Object.entries(columns).map(([name, type]) => ({ name, type: type as 'string' })),
    rows,
  );

test('two keys with dashes are not joined with a dash', () => {
  const frame = typed({ a: 'string', b: 'string', n: 'long' }, [
    { a: 'web-01', b: 'svc', n: 1 },
    { a: 'web', b: '01-svc', n: 10 },
  ]);
  expect(frame.summarize({ n: sum('n') }, ['a', 'b']).rows()).toEqual([
    { a: 'web-01', b: 'svc', n: 1 },
    { a: 'web', b: '01-svc', n: 10 },
  ]);
});

test.each(['__proto__', 'constructor', 'shape', '', 'toString', 'hasOwnProperty', 'a.b', 'x"y'])(
  'the key %j groups and joins like any other',
  (key) => {
    const frame = typed({ k: 'string' }, [{ k: key }, { k: 'other' }, { k: key }]);
    const counts = frame.summarize({ n: count() }, ['k']);
    expect(counts.values('n')).toEqual([2, 1]);
    expect(counts.join(frame, { on: ['k'] }).values('k')).toEqual([key, key, 'other']);
  },
);

test.each(['__proto__', 'constructor', 'shape', '', 'toString', 'rows', 'then', 'a b', '1'])(
  'a column named %j is an ordinary column',
  (name) => {
    const frame = Frame.fromRows(
      [{ name, type: 'long' }],
      [Object.fromEntries([[name, 2]]), Object.fromEntries([[name, 1]])],
    );
    expect(frame.where((row) => row[name] === 1).values(name)).toEqual([1]);
    expect(frame.where(name, '==', 2).values(name)).toEqual([2]);
    expect(frame.sort(asc(name)).values(name)).toEqual([1, 2]);
    expect(frame.extend(Object.fromEntries([[name, () => 'x']])).values(name)).toEqual(['x', 'x']);
    expect(frame.summarize(Object.fromEntries([[name, max(name)]])).values(name)).toEqual([2]);
    expect(frame.projectRename(Object.fromEntries([['new', name]])).values('new')).toEqual([2, 1]);
    expect(Object.entries(frame.rows()[0] as object)).toEqual([[name, 2]]);
    expect(Frame.fromJSON(JSON.stringify(frame))).toEqual(frame);
    expect(Frame.fromCsv(frame.toCsv(), frame.columns)).toEqual(frame);
  },
);

test('filling nulls leaves the source frame as it was', () => {
  const frame = typed({ n: 'long' }, [{ n: null }, { n: 1 }]);
  expect(frame.extend({ n: (row) => row['n'] ?? 0 }).values('n')).toEqual([0, 1]);
  expect(frame.values('n')).toEqual([null, 1]);
});

test('a datetime column compares, sorts with nulls and has a smallest and a largest value', () => {
  const frame = typed({ t: 'datetime' }, [{ t: '2026-10-02' }, { t: null }, { t: '2026-10-01' }]);
  expect(frame.where('t', '>', new Date('2026-10-01T12:00:00Z')).rowCount).toBe(1);
  expect(frame.sort(asc('t')).values('t').map(String)).toEqual([
    'null',
    '2026-10-01T00:00:00Z',
    '2026-10-02T00:00:00Z',
  ]);
  expect(frame.summarize({ a: min('t'), b: max('t') }).rows()).toEqual([
    { a: DateTime.parse('2026-10-01'), b: DateTime.parse('2026-10-02') },
  ]);
});

test('a first row that lacks a key leaves later rows whole', () => {
  const frame = typed({ a: 'long', b: 'string' }, [{ a: 1 }, { a: 1, b: 'q' }]);
  expect(frame.toTable().rows).toEqual([
    [1, ''],
    [1, 'q'],
  ]);
});

test('a sum of strings is an error and no concatenation', () => {
  expect(() => typed({ s: 'string' }, [{ s: '1' }]).summarize({ x: sum('s') })).toThrow(
    'no sum of a string column: "s"',
  );
});

test('a string column can be counted by group', () => {
  const frame = typed({ k: 'string', s: 'string' }, [
    { k: 'a', s: 'x' },
    { k: 'a', s: 'y' },
  ]);
  expect(frame.summarize({ n: count() }, ['k']).rows()).toEqual([{ k: 'a', n: 2 }]);
});

test('CSV quotes quotation marks and line breaks and guards formulas', () => {
  const frame = typed({ s: 'string' }, [{ s: 'x,"y"\nz' }, { s: '=cmd' }]);
  expect(frame.toCsv()).toBe('s\r\n"x,""y""\nz"\r\n\'=cmd\r\n');
});

test('whole numbers beyond 2^53 keep every digit', () => {
  const frame = typed({ n: 'long' }, [{ n: 2n ** 63n - 1n }, { n: '9007199254740993' }]);
  expect(frame.values('n')).toEqual([9223372036854775807n, 9007199254740993n]);
  expect(Frame.fromJSON(JSON.stringify(frame))).toEqual(frame);
});

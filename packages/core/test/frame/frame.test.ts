import { Frame } from '@casebook/core';

test('a frame gives back its rows as a table of Log Analytics', () => {
  const frame = Frame.fromRows(
    [
      { name: '__proto__', type: 'string' },
      { name: 'n', type: 'long' },
      { name: 'r', type: 'real' },
      { name: 't', type: 'datetime' },
      { name: 'd', type: 'dynamic' },
    ],
    [
      Object.fromEntries([
        ['__proto__', 'x'],
        ['n', 2n ** 60n],
        ['r', NaN],
        ['t', '2026-10-05'],
        ['d', { a: [1] }],
      ]),
      {},
    ],
  );
  expect(frame.toTable().rows).toEqual([
    ['x', '1152921504606846976', 'NaN', '2026-10-05T00:00:00Z', { a: [1] }],
    ['', null, null, null, null],
  ]);
  expect(Object.keys(frame.rows()[0] as object)).toEqual(['__proto__', 'n', 'r', 't', 'd']);
});

test('objects become a frame with a column for every key of any of them', () => {
  const frame = Frame.fromObjects([
    { a: 1 },
    { a: 1.5, b: new Date('2026-10-05T00:00:00Z') },
    { c: ['x'], a: null },
  ]);
  expect(frame.columns).toEqual([
    { name: 'a', type: 'real' },
    { name: 'b', type: 'datetime' },
    { name: 'c', type: 'dynamic' },
  ]);
  expect(frame.toTable().rows).toEqual([
    [1, null, null],
    [1.5, '2026-10-05T00:00:00Z', null],
    [null, null, ['x']],
  ]);
  expect(() => Frame.fromObjects([{ a: 1 }, { a: 'x' }])).toThrow('long and string in column "a"');
});

test('a frame cannot be changed', () => {
  const frame = Frame.fromObjects([{ a: { b: [1] } }]);
  expect(() => Object.assign(frame, { rowCount: 5 })).toThrow(TypeError);
  expect(() => Object.assign(frame.columns[0] as object, { name: 'x' })).toThrow(TypeError);
  expect(() => Object.assign((frame.values('a')[0] as { b: number[] }).b, [2])).toThrow(TypeError);
});

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

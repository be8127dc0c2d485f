import { expandShorthand } from '../src/kernel/expand-shorthand';

describe('expandShorthand', () => {
  it('writes shorthand properties out in literals and patterns, and leaves bindings and texts alone', () => {
    const code = 'f({ host, x: 1 }, { a });\n({ b = 1 } = o);\nconst { c } = o; const t = `{ d }`;';
    expect(expandShorthand(code).code).toBe(
      'f({ host: host, x: 1 }, { a: a });\n({ b: b = 1 } = o);\nconst { c } = o; const t = `{ d }`;',
    );
  });

  it('tells the original columns', () => {
    const { column } = expandShorthand('f({ host, x: 1 }, { a }); g');
    expect([column(1, 5), column(1, 17), column(1, 36), column(2, 9)]).toEqual([5, 11, 27, 9]);
  });
});

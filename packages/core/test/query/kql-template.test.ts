import { Frame, DateTime, Duration, kql, rawKql } from '../../src';

test('every kind of value is one literal', () => {
  expect(kql`T | where a == ${'x" or 1==1 //'}`).toBe('T | where a == "x\\" or 1\\u003d\\u003d1 //"');
  expect(kql`${1} ${1.5} ${-3} ${2n} ${true}`).toBe('1 real(1.5) long(-3) 2 true');
  expect(kql`${DateTime.parse('2026-01-01')} ${Duration.parse('1h')} ${rawKql('x > 1')}`).toBe(
    'datetime(2026-01-01T00:00:00.0000000Z) timespan(0.01:00:00.0000000) x > 1',
  );
});

test('lists and columns are literals with commas, objects are dynamic', () => {
  expect(kql`T | where a in (${['x', 'y']})`).toBe('T | where a in ("x", "y")');
  expect(kql`in (${new Int32Array([4688, 4624])}) ${new BigInt64Array([1n])} ${[]}`).toBe(
    'in (4688, 4624) 1 dynamic([])',
  );
  expect(kql`${{ a: [1, 'b"', null, true], 'c d': { e: 1.5 } }}`).toBe(
    'dynamic({"a":[1,"b\\"",null,true],"c d":{"e":1.5}})',
  );
});

test('a column of a frame is a list without its nulls', () => {
  const frame = Frame.fromRows(
    [
      { name: 'Id', type: 'int' },
      { name: 'Who', type: 'string' },
      { name: 'At', type: 'datetime' },
    ],
    [
      { Id: 1, Who: 'a', At: DateTime.parse('2026-01-01') },
      { Id: null, Who: "b'", At: null },
    ],
  );
  expect(kql`${frame.column('Id')}; ${frame.values('Who') as string[]}; ${frame.column('At')}`).toBe(
    '1; "a", "b\\u0027"; datetime(2026-01-01T00:00:00.0000000Z)',
  );
  expect(kql`${[null]}`).toBe('dynamic([])');
});

test('what has no literal is refused', () => {
  for (const value of [null, undefined, Symbol('x'), new Map(), () => 1, { a: Number.NaN }])
    expect(() => kql`${value as unknown as string}`).toThrow(
      expect.objectContaining({ code: 'InvalidParameter' }),
    );
});

test.each(['\\d', '\\s', '\\b', '\\.', '\\('])(
  'refuses %s, whose backslash JavaScript takes away',
  (escape) => {
    const texts = Object.assign(['T | where a matches regex @"x"'], {
      raw: [`T | where a matches regex @"${escape}"`],
    });
    expect(() => kql(texts)).toThrow(
      expect.objectContaining({
        code: 'InvalidParameter',
        message: `lost backslash in a template: ${escape}`,
        help: `JavaScript reads ${escape} before KQL does: write \\${escape}.`,
      }),
    );
  },
);

test('takes the escapes that mean the same in both', () => {
  expect(kql`print "a\\d" == '\`\${x}' // \u0041\x42\n\
c`).toBe('print "a\\d" == \'`${x}\' // AB\nc');
});

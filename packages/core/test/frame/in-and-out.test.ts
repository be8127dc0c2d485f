import * as fc from 'fast-check';
import { DateTime, Frame, KQL_TYPES, TimeSpan, type KqlType } from '@casebook/core';

const ticks = (low: bigint, high: bigint) => fc.bigInt({ min: low, max: high });
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '=1+1',
    "'=x",
    "''@",
    '\t',
    '\r',
    '\n',
    '＝x',
    'a;b',
    '"',
    ' x ',
    '\ud800',
    '\u2028',
    '-1',
  ),
);
const CELLS: Readonly<Record<KqlType, fc.Arbitrary<unknown>>> = {
  bool: fc.boolean(),
  int: fc.integer(),
  long: fc.oneof(fc.maxSafeInteger(), ticks(-(2n ** 63n), 2n ** 63n - 1n)),
  real: fc.oneof(fc.double(), fc.constantFrom(NaN, -0, Infinity, -Infinity, 5e-324, 1.7976931348623157e308)),
  decimal: fc.bigInt().map((value) => `${value}.50`),
  string: anyText,
  datetime: ticks(0n, 3_155_378_975_999_999_999n).map((value) => new DateTime(value)),
  timespan: ticks(-(2n ** 63n), 2n ** 63n - 1n).map((value) => `${value}ticks`),
  guid: fc.uuid(),
  dynamic: fc.jsonValue(),
};

const frames = fc
  .array(fc.oneof(anyText, fc.constantFrom('__proto__', 'constructor')), { maxLength: 4 })
  .chain((names) => {
    const columns = [...new Set(names)].map((name, at) => ({
      name,
      type: KQL_TYPES[(name.length + at * 3) % 10] as KqlType,
    }));
    return fc
      .array(fc.tuple(...columns.map(({ type }) => fc.option(CELLS[type], { freq: 4 }))), { maxLength: 6 })
      .map((rows) =>
        Frame.fromRows(
          columns,
          rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at]]))),
        ),
      );
  });

test('a frame read back from JSON is equal', () => {
  fc.assert(
    fc.property(frames, (frame) => {
      expect(Frame.fromJSON(JSON.stringify(frame))).toEqual(frame);
    }),
    { numRuns: 500 },
  );
});

test('a frame read back from CSV is equal', () => {
  fc.assert(
    fc.property(frames, (frame) => {
      fc.pre(frame.columns.length > 0);
      expect(Frame.fromCsv(frame.toCsv(), frame.columns)).toEqual(frame);
    }),
    { numRuns: 500 },
  );
});

test('no field of CSV starts like a formula unless it is a number', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const csv = Frame.fromRows([{ name: 's', type: 'string' }], [{ s: text }]).toCsv();
      expect(csv.slice(3)).not.toMatch(/^"?[=+\-@\t\r\n＝＋－＠](?!\n$)/);
    }),
  );
  const numbers = Frame.fromRows([{ name: 'n', type: 'real' }], [{ n: -1.5 }]);
  expect(numbers.toCsv()).toBe('n\r\n-1.5\r\n');
});

test('JSON keeps source and notices', () => {
  const frame = Frame.fromRows([{ name: 'n', type: 'int' }], [{ n: 1 }], {
    source: {
      kql: 'T',
      timeSpan: TimeSpan.parse('2026-10-01'),
      clock: DateTime.parse('2026-10-02T00:00:00.0000001'),
      provider: 'files',
      milliseconds: 1.5,
      visualization: 'barchart',
    },
    notices: [{ code: 'rowCap', message: 'cut', partial: true }],
  });
  expect(Frame.fromJSON(JSON.parse(JSON.stringify(frame)))).toEqual(frame);
});

test.each([
  null,
  {},
  [],
  { kind: 'casebook.frame', columns: [{ name: 'a', type: 'x' }], rows: [] },
  { kind: 'casebook.frame', columns: [], rows: [[1]] },
])('%j is not a frame', (json) => expect(() => Frame.fromJSON(json)).toThrow('JSON that is not a frame'));

test('CSV that is not what was declared is an error', () => {
  const columns = [{ name: 'n', type: 'int' }] as const;
  expect(() => Frame.fromCsv('m\r\n1\r\n', columns)).toThrow('unknown column: "n"');
  expect(() => Frame.fromCsv('n\r\nx\r\n', columns)).toThrow('no exact int in column "n": x');
  expect(() => Frame.fromCsv('n\r\n1,2\r\n', columns)).toThrow('record of 2 fields: 2');
  expect(() => Frame.fromCsv('n\r\na"b\r\n', columns)).toThrow('stray quotation mark in record 2');
});

test('columns build the same frame as rows', () => {
  const columns = [
    { name: 'a', type: 'long' },
    { name: 'b', type: 'string' },
  ] as const;
  expect(Frame.fromColumns(columns, { a: [1, null] })).toEqual(Frame.fromRows(columns, [{ a: 1 }, {}]));
  expect(() => Frame.fromColumns(columns, { c: [] })).toThrow('cells of an undeclared column: "c"');
});

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as fc from 'fast-check';
import { CasebookError, DateTime, Duration, Frame, queryFrame, TimeSpan, type KqlType } from '../src';

const ALL = Frame.fromRows(
  [
    { name: 'b', type: 'bool' },
    { name: 'i', type: 'int' },
    { name: 'l', type: 'long' },
    { name: 'r', type: 'real' },
    { name: 'd', type: 'decimal' },
    { name: 's', type: 'string' },
    { name: 'TimeGenerated', type: 'datetime' },
    { name: 'span', type: 'timespan' },
    { name: 'g', type: 'guid' },
    { name: 'bag', type: 'dynamic' },
  ],
  [
    {
      b: true,
      i: 2147483647,
      l: 9223372036854775807n,
      r: NaN,
      d: '123456789012345678901.12345678901234567',
      s: 'a\0\'b"\n😀',
      TimeGenerated: DateTime.parse('9999-12-31T23:59:59.9999999Z'),
      span: new Duration(-1n),
      g: '74be27de-1e4e-49d9-b579-fe0b331d3642',
      bag: { a: [1, null, 'x'], __proto__x: 1.5 },
    },
    {
      b: false,
      i: -2147483648,
      l: -9223372036854775808n,
      r: -Infinity,
      d: '-0.00000000000000001',
      s: '',
      TimeGenerated: DateTime.parse('0001-01-01T00:00:00Z'),
      span: new Duration(9223372036854775807n),
      g: '00000000-0000-0000-0000-000000000000',
      bag: 'text',
    },
    {},
  ],
);

const thrown = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'answered',
    (error: unknown) => (CasebookError.is(error) ? [error.code, error.message] : error),
  );

jest.setTimeout(60_000);

describe('KQL on a frame', () => {
  it('gives every type back as it was', async () => {
    expect((await queryFrame(ALL, 'T')).toTable()).toEqual(ALL.toTable());
  });

  it('computes with every type', async () => {
    const answer = await queryFrame(
      ALL,
      `T | where isnotempty(g) | project l, r2 = isnan(r), d = d * 2, ticks = span / 2, n = array_length(bag.a), y = getyear(TimeGenerated), s = strlen(s)`,
    );
    expect(answer.toTable().rows).toEqual([
      ['9223372036854775807', true, '246913578024691357802.24691357802469134', '00:00:00', 3, 9999, 7],
      ['-9223372036854775808', false, '-0.00000000000000002', '5337599.13:24:02.7387903', null, 1, 0],
    ]);
  });

  it('knows columns that are hostile or differ by case only', async () => {
    const names = [
      'a',
      'A',
      '__proto__',
      'constructor',
      'x"y',
      "x'y",
      'a b',
      'select',
      'where',
      '1',
      'Ünï',
      'a\\b',
    ];
    const frame = Frame.fromColumns(
      names.map((name) => ({ name, type: 'long' as const })),
      Object.fromEntries(names.map((name, at) => [name, [at]])) as Record<string, number[]>,
    );
    const all = Frame.fromRows(frame.columns, [Object.fromEntries(names.map((name, at) => [name, at]))]);
    expect((await queryFrame(all, 'T')).toTable()).toEqual(all.toTable());
    expect((await queryFrame(all, "T | project A, ['a b'], ['x\"y']")).toTable().rows).toEqual([[1, 6, 4]]);
  });

  it('joins frames by name', async () => {
    const a = Frame.fromObjects([
      { k: 'x', n: 1 },
      { k: 'y', n: 2 },
    ]);
    const b = Frame.fromObjects([{ k: 'y', m: 3 }]);
    const answer = await queryFrame(
      { A: a, 'My B': b },
      "A | join kind=inner (['My B']) on k | project k, n, m",
    );
    expect(answer.rows()).toEqual([{ k: 'y', n: 2, m: 3 }]);
  });

  it('answers with a source, and keeps the notices of what it read', async () => {
    const notice = { code: 'rowCap' as const, message: 'Only the first row is shown.', partial: true };
    const cut = Frame.fromObjects([{ x: 1 }], { notices: [notice] });
    const whole = Frame.fromObjects([{ x: 2 }]);
    const answer = await queryFrame({ cut, whole }, 'cut | count', { now: '2026-01-01' });
    expect(answer.notices).toEqual([notice]);
    expect(answer.source).toEqual({
      kql: 'cut | count',
      provider: 'frames',
      clock: DateTime.parse('2026-01-01'),
      milliseconds: expect.any(Number),
    });
    expect((await queryFrame({ cut, whole }, 'whole | count')).notices).toEqual([]);
  });

  it('says which texts are no Unicode', async () => {
    const answer = await queryFrame(Frame.fromObjects([{ s: 'a\ud800' }]), 'T');
    expect(answer.rows()).toEqual([{ s: 'a\ufffd' }]);
    expect(answer.notices.map(({ code, table }) => [code, table])).toEqual([['information', 'T']]);
  });

  it('caps rows, cuts by time, and knows no time but the one it is given', async () => {
    const frame = Frame.fromRows(
      [{ name: 'TimeGenerated', type: 'datetime' }],
      [{ TimeGenerated: '2026-01-01' }, { TimeGenerated: '2026-01-02' }],
    );
    const capped = await queryFrame(frame, 'T', { maxRows: 1 });
    expect([capped.rowCount, capped.notices.map(({ code }) => code)]).toEqual([1, ['rowCap']]);
    const timeSpan = new TimeSpan(DateTime.parse('2026-01-02'), DateTime.parse('2026-01-03'));
    expect((await queryFrame(frame, 'T', { timeSpan })).rowCount).toBe(1);
    expect(
      (await queryFrame(frame, 'T | where TimeGenerated < ago(1d)', { now: '2026-01-03' })).rowCount,
    ).toBe(1);
    expect(await thrown(queryFrame(frame, 'T | where TimeGenerated < now()'))).toEqual([
      'ClockUnknown',
      'unknown time: frames have no time of their own',
    ]);
    expect(await thrown(queryFrame(Frame.fromObjects([{ x: 1 }]), 'T', { timeSpan }))).toEqual([
      'InvalidParameter',
      'no time column to cut in table "T"',
    ]);
  });

  it('keeps the order of many rows', async () => {
    const numbers = Array.from({ length: 10_000 }, (_, row) => row);
    const frame = Frame.fromObjects(numbers.map((n) => ({ n, even: n % 2 === 0 ? `even ${n}` : null })));
    expect((await queryFrame(frame, 'T')).toTable()).toEqual(frame.toTable());
  });

  it('answers empty frames with their columns', async () => {
    const empty = Frame.fromRows(ALL.columns, []);
    expect((await queryFrame(empty, 'T')).toTable()).toEqual(empty.toTable());
  });

  it.each([
    ['a column that is not there', ALL, 'T | project nothing', 'KqlSyntax'],
    ['a table that is not there', ALL, 'SecurityEvent', 'KqlSyntax'],
    ['what the engine does not run', ALL, 'T | evaluate python(typeof(*), "x")', 'KqlUnsupported'],
    ['a frame without columns', new Frame([]), 'T', 'InvalidParameter'],
    ['no frame', 5, 'T', 'InvalidParameter'],
    ['no frame under a name', { A: { columns: [] } }, 'A', 'InvalidParameter'],
    [
      'a decimal that it cannot hold',
      Frame.fromRows([{ name: 'd', type: 'decimal' }], [{ d: '0.123456789012345678' }]),
      'T',
      'InvalidValue',
    ],
  ])('%s is an error', async (_title, frame, kql, code) => {
    const error = await queryFrame(frame as Frame, kql).catch((caught: unknown) => caught);
    expect(CasebookError.is(error) && error.code).toBe(code);
  });

  it('leaves nothing behind', async () => {
    const left = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('casebook-'));
    const before = new Set(left());
    await queryFrame(ALL, 'T | count');
    await thrown(queryFrame(ALL, 'T | nonsense'));
    await thrown(queryFrame(new Frame([]), 'T'));
    expect(left().filter((name) => !before.has(name) && /^casebook-\w{6}$/.test(name))).toEqual([]);
  });
});

const LONG = { min: -(2n ** 63n), max: 2n ** 63n - 1n };
const MAX_TICKS = DateTime.parse('9999-12-31T23:59:59.9999999Z').ticks;
const CELLS: Readonly<Record<KqlType, fc.Arbitrary<unknown>>> = {
  bool: fc.boolean(),
  int: fc.integer(),
  long: fc.bigInt(LONG),
  real: fc.double(),
  decimal: fc
    .tuple(
      fc.bigInt({ min: -(10n ** 21n) + 1n, max: 10n ** 21n - 1n }),
      fc.stringMatching(/^[0-9]{0,16}[1-9]$/),
    )
    .map(([whole, fraction]) => `${whole}.${fraction}`),
  string: fc.string({ unit: 'grapheme' }),
  datetime: fc.bigInt({ min: 0n, max: MAX_TICKS }).map((ticks) => new DateTime(ticks)),
  timespan: fc.bigInt(LONG).map((ticks) => new Duration(ticks)),
  guid: fc.uuid(),
  dynamic: fc.jsonValue({ noUnicodeString: false }),
};

const frames = fc
  .uniqueArray(
    fc.record({
      name: fc.string({ minLength: 1 }),
      type: fc.constantFrom(...(Object.keys(CELLS) as KqlType[])),
    }),
    { minLength: 1, maxLength: 6, selector: ({ name }) => name },
  )
  .chain((columns) =>
    fc
      .array(fc.tuple(...columns.map(({ type }) => fc.option(CELLS[type], { freq: 4 }))), { maxLength: 12 })
      .map((rows) => {
        const cells = columns.map((_, at) => rows.map((row) => row[at]));
        return Frame.fromRows(
          columns,
          rows.map((_, row) => Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]?.[row]]))),
        );
      }),
  );

it('gives any frame back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(frames, async (frame) => {
      expect((await queryFrame(frame, 'T')).toTable()).toEqual(frame.toTable());
    }),
    { numRuns: 60 },
  );
}, 60_000);

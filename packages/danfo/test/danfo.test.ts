import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { DateTime, Duration, Frame, type KqlType } from '@casebook/core';
import { fromDanfo, toDanfo } from '../src';

const ROOT = join(__dirname, '..', '..', '..');

jest.setTimeout(60_000);

beforeAll(() => {
  if (!existsSync(join(ROOT, 'packages/danfo/bundle/danfojs.js')))
    execFileSync(process.execPath, ['tools/build/danfo.mjs'], { cwd: ROOT, stdio: 'pipe' });
}, 60_000);

const COLUMNS = (
  ['bool', 'int', 'long', 'real', 'decimal', 'string', 'datetime', 'timespan', 'guid', 'dynamic'] as const
).map((type) => ({ name: `a_${type}`, type }));
const ALL = Frame.fromRows(COLUMNS, [
  {
    a_bool: true,
    a_int: -1,
    a_long: 9007199254740991,
    a_real: 0.1,
    a_decimal: '12345678901234567890.5',
    a_string: 'x,"y"\n',
    a_datetime: '2026-10-05T08:30:00.0000001Z',
    a_timespan: new Duration(-15n),
    a_guid: '74be27de-1e4e-49d9-b579-fe0b331d3642',
    a_dynamic: { a: [1, null] },
  },
  {},
]);

describe('a frame as a DataFrame', () => {
  it('has every type in a form that danfo holds exactly', () => {
    const df = toDanfo(ALL);
    expect(df.shape).toEqual([2, 10]);
    expect(df.dtypes).toEqual([
      'boolean',
      'int32',
      'int32',
      'float32',
      'string',
      'string',
      'string',
      'int32',
      'string',
      'string',
    ]);
    expect(df.values).toEqual([
      [
        true,
        -1,
        9007199254740991,
        0.1,
        '12345678901234567890.5',
        'x,"y"\n',
        '2026-10-05T08:30:00.0000001Z',
        -15,
        '74be27de-1e4e-49d9-b579-fe0b331d3642',
        '{"a":[1,null]}',
      ],
      [null, NaN, NaN, NaN, null, '', null, NaN, null, null],
    ]);
  });

  it('comes back with its types; null of a real is NaN', () => {
    const back = fromDanfo(toDanfo(ALL), ALL.columns);
    const [first, second] = ALL.toTable().rows;
    expect(back.toTable()).toEqual({
      columns: ALL.columns,
      rows: [first, second?.map((cell, at) => (COLUMNS[at]?.type === 'real' ? 'NaN' : cell))],
    });
  });

  it('comes back without types as its values show', () => {
    expect(fromDanfo(toDanfo(ALL)).columns.map(({ type }) => type)).toEqual(
      'bool,real,real,real,string,string,string,real,string,string'.split(','),
    );
  });

  it('computes as danfo does', () => {
    const frame = Frame.fromObjects([
      { k: 'a', n: 1 },
      { k: 'b', n: 2 },
      { k: 'a', n: 3 },
    ]);
    const df = toDanfo(frame);
    expect(df.column('n').sum()).toBe(6);
    expect(fromDanfo(df.groupby(['k']).col(['n']).sum()).rows()).toEqual([
      { k: 'a', n_sum: 4 },
      { k: 'b', n_sum: 2 },
    ]);
    expect(fromDanfo(df.query(df.column('n').gt(1))).values('n')).toEqual([2, 3]);
  });

  it('sorts moments by their text', () => {
    const times = ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.5Z', '2026-01-01T00:00:00.0000001Z'];
    const frame = Frame.fromRows(
      [{ name: 't', type: 'datetime' }],
      times.map((t) => ({ t })),
    );
    const sorted = fromDanfo(toDanfo(frame).sortValues('t'), frame.columns);
    expect(sorted.toTable().rows.flat()).toEqual([times[0], times[2], times[1]]);
  });

  it('is a copy', () => {
    const frame = Frame.fromObjects([{ n: 1 }]);
    const df = toDanfo(frame);
    ((df.values as number[][])[0] as number[])[0] = 9;
    expect(frame.values('n')).toEqual([1]);
  });

  it('keeps its columns without rows', () => {
    const empty = Frame.fromRows(COLUMNS, []);
    expect(fromDanfo(toDanfo(empty), COLUMNS).toTable()).toEqual(empty.toTable());
  });
});

describe('what would not survive', () => {
  const named = (name: string): Frame => Frame.fromRows([{ name, type: 'long' }], [{}]);

  it.each(['shape', 'constructor', '__proto__', 'values', 'count', 'toString', '$index', 'columns'])(
    'the column name %s, which breaks danfo, is refused',
    (name) => {
      expect(() => toDanfo(named(name))).toThrow(`column name that breaks danfo: "${name}"`);
    },
  );

  it.each(['then', 'length', '', '0', '~', 'a b', 'x"y'])('the column name %j is none of them', (name) => {
    expect(fromDanfo(toDanfo(named(name)), [{ name, type: 'long' }]).toTable()).toEqual(
      named(name).toTable(),
    );
  });

  it.each([
    ['a long beyond 2^53', 'long', 9007199254740993n, 'number beyond 2^53 in column "x": 9007199254740993'],
    [
      'a timespan beyond it',
      'timespan',
      new Duration(2n ** 62n),
      'number beyond 2^53 in column "x": 4611686018427387904',
    ],
  ] as const)('%s is refused', (_title, type, x, message) => {
    expect(() => toDanfo(Frame.fromRows([{ name: 'x', type }], [{ x }]))).toThrow(message);
  });

  it('more rows than the cap are refused, none is cut', () => {
    const frame = Frame.fromObjects([{ n: 1 }, { n: 2 }]);
    expect(() => toDanfo(frame, { maxRows: 1 })).toThrow('frame too large for danfo: 2 rows');
    expect(() => toDanfo(new Frame([]))).toThrow('frame without columns');
  });

  it.each([
    [
      'ragged rows',
      { columns: ['a'], values: [[1], [1, 2]] },
      'no DataFrame: row 1 has not one value for each column',
    ],
    [
      'no rows of values',
      { columns: ['a'], values: [1] },
      'no DataFrame: row 0 has not one value for each column',
    ],
    ['something else', { columns: ['a'] }, 'no DataFrame: it has no columns and values'],
    ['mixed values', { columns: ['a'], values: [[1], ['x']] }, 'long and string in column "a"'],
  ])('%s are refused on the way back', (_title, df, message) => {
    expect(() => fromDanfo(df as Parameters<typeof fromDanfo>[0])).toThrow(message);
  });

  it.each([
    ['dynamic', 'no json', 'no JSON in column "a": no json'],
    ['timespan', 0.5, 'no ticks in column "a": 0.5'],
    ['long', 0.5, 'no exact long in column "a": 0.5'],
    ['decimal', 1.5, 'no exact decimal in column "a": 1.5'],
  ] as const)('as %s, %j is refused', (type, value, message) => {
    expect(() => fromDanfo({ columns: ['a'], values: [[value]] }, [{ name: 'a', type }])).toThrow(message);
  });
});

const SAFE = { min: -(2n ** 53n) + 1n, max: 2n ** 53n - 1n };
const CELLS: Readonly<Record<KqlType, fc.Arbitrary<unknown>>> = {
  bool: fc.option(fc.boolean()),
  int: fc.option(fc.integer()),
  long: fc.option(fc.bigInt(SAFE)),
  real: fc.double(),
  decimal: fc.option(fc.bigInt().map((value) => `${value}.5`)),
  string: fc.string({ unit: 'binary' }),
  datetime: fc.option(fc.bigInt({ min: 0n, max: 3155378975999999999n }).map((ticks) => new DateTime(ticks))),
  timespan: fc.option(fc.bigInt(SAFE).map((ticks) => new Duration(ticks))),
  guid: fc.option(fc.uuid()),
  dynamic: fc.option(fc.jsonValue()),
};

it('any frame comes back as it was', () => {
  const row = fc.record(Object.fromEntries(COLUMNS.map(({ name, type }) => [name, CELLS[type]])));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const frame = Frame.fromRows(COLUMNS, rows);
      expect(fromDanfo(toDanfo(frame), COLUMNS).toTable()).toEqual(frame.toTable());
    }),
  );
});

/** Each verb of a frame against DuckDB on random frames; the engine sees neutral column names, the frame hostile ones. */
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  DuckDBInstance,
  INTEGER,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import * as fc from 'fast-check';
import {
  argMax,
  avg,
  count,
  countif,
  dcount,
  Frame,
  makeList,
  max,
  min,
  sum,
  type Cell,
  type ColumnInfo,
  type KqlType,
  type Row,
} from '@casebook/core';

const SQL_TYPES = {
  string: 'VARCHAR',
  long: 'BIGINT',
  real: 'DOUBLE',
  int: 'INTEGER',
  bool: 'BOOLEAN',
  datetime: 'BIGINT',
} as const;
type Type = keyof typeof SQL_TYPES;

const BOUND_TYPES: Readonly<Record<Type, DuckDBType>> = {
  string: VARCHAR,
  long: BIGINT,
  real: DOUBLE,
  int: INTEGER,
  bool: BOOLEAN,
  datetime: BIGINT,
};

const EDGE = 2n ** 63n;
const long = fc.oneof(
  { weight: 4, arbitrary: fc.bigInt({ min: -3n, max: 3n }) },
  fc.constantFrom(EDGE - 1n, -EDGE, 2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 52n),
);
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('', 'a', 'A', 'b', 'web-01', 'web', '-', '__proto__', 'constructor'),
  },
  fc.string({ unit: 'binary', maxLength: 3 }).filter((value) => !value.includes('\0')),
  fc.constantFrom('\uffff', '😀', '\ue000', "'", '"', '\\', '\n'),
);
const CELLS: Readonly<Record<Type, fc.Arbitrary<unknown>>> = {
  string: text,
  long,
  real: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -8, max: 8 }).map((value) => value / 4) },
    fc.constantFrom(NaN, 0, 1e300, -1e300, 5e-324),
  ),
  int: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }) },
    fc.constantFrom(2 ** 31 - 1, -(2 ** 31)),
  ),
  bool: fc.boolean(),
  datetime: fc.bigInt({ min: 0n, max: 3n }).map((days) => `2026-10-0${days + 1n}T00:00:00.000000${days}Z`),
};

const TYPES = Object.keys(SQL_TYPES) as Type[];
const NAMES = [
  '__proto__',
  'constructor',
  'shape',
  '',
  'a',
  'A',
  'x1',
  'select',
  '"',
  "'",
  '1',
  'rows',
  'ünï',
  'a b',
];

interface Case {
  readonly frame: Frame;
  readonly types: readonly Type[];
}

const caseOf = (types: readonly Type[], names: readonly string[], maxLength = 14): fc.Arbitrary<Case> => {
  const columns: ColumnInfo[] = types.map((type, at) => ({ name: names[at] as string, type }));
  const row = fc.tuple(
    ...types.map((type) => (type === 'string' ? CELLS.string : fc.option(CELLS[type], { freq: 4 }))),
  );
  return fc.array(row, { maxLength }).map((rows) => ({
    types,
    frame: Frame.fromRows(
      columns,
      rows.map((cells) => Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]]))),
    ),
  }));
};

const names = (size: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: size, maxLength: size });

const anyCase = (types: readonly Type[] | undefined = undefined): fc.Arbitrary<Case> =>
  (types ? fc.constant(types) : fc.array(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 5 })).chain(
    (list) => names(list.length).chain((free) => caseOf(list, free)),
  );

/** A cell as text in which equal values are equal: ticks of moments, one zero, whole numbers alike. */
const shown = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'object' && 'ticks' in value) return String(value.ticks);
  if (typeof value === 'object')
    return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? Number(item) : item));
  return typeof value === 'number' && value === 0 ? '0' : String(value);
};

const cellsOf = (frame: Frame): string[][] => {
  const columns = frame.columns.map(({ name }) => frame.values(name));
  return Array.from({ length: frame.rowCount }, (_, row) => columns.map((column) => shown(column[row])));
};

jest.setTimeout(120_000);

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => connection.closeSync());

const bound = (cell: Cell): DuckDBValue =>
  typeof cell === 'object' && cell !== null && 'ticks' in cell
    ? (cell.ticks as bigint)
    : (cell as DuckDBValue);

/** Loads a frame as a table with the row number `r` and the columns `c0`, `c1` …. */
const load = async (table: string, { frame, types }: Case): Promise<void> => {
  const columns = types.map((type, at) => `c${at} ${SQL_TYPES[type]}`);
  await connection.run(`create or replace table ${table} (r INTEGER, ${columns.join(', ')})`);
  if (frame.rowCount === 0) return;
  const readers = frame.columns.map(({ name }) => frame.values(name));
  const values: DuckDBValue[] = [];
  const valueTypes: DuckDBType[] = [];
  const rows = Array.from({ length: frame.rowCount }, (_, row) => {
    const slots = types.map((type, at) => {
      const value = bound((readers[at] as Cell[])[row] as Cell);
      values.push(typeof value === 'number' && type === 'long' ? BigInt(value) : value);
      valueTypes.push(BOUND_TYPES[type]);
      return `$${values.length}::${SQL_TYPES[type]}`;
    });
    return `(${row}, ${slots.join(', ')})`;
  });
  await connection.run(`insert into ${table} values ${rows.join(', ')}`, values, valueTypes);
};

const ask = async (sql: string): Promise<string[][]> => {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowsJS().map((row) => row.map(shown));
};

const RUNS = { numRuns: 150 };
const nameAt = ({ frame }: Case, at: number): string => (frame.columns[at] as ColumnInfo).name;
const selected = (types: readonly Type[], from = ''): string =>
  types.map((_, at) => `${from}c${at}`).join(', ');
/** Nulls, NaN and numbers in the order of KQL: nulls and NaN stand together. */
const rank = (column: string, type: Type): string =>
  type === 'real'
    ? `case when ${column} is null then 2 when isnan(${column}) then 1 else 0 end`
    : `case when ${column} is null then 2 else 0 end`;
const orderBy = (at: number, type: Type, order: 'asc' | 'desc'): string =>
  `${rank(`c${at}`, type)} ${order === 'asc' ? 'desc' : 'asc'}, c${at} ${order}`;

const literal = (type: Type, value: unknown): string => {
  if (type === 'string') return `'${String(value).replaceAll("'", "''")}'`;
  if (type === 'real') return `'${String(value)}'::DOUBLE`;
  if (type === 'bool') return String(value);
  return `'${shown(value)}'::${SQL_TYPES[type]}`;
};

test('where compares like SQL, with null and NaN as in KQL', async () => {
  const operators = ['==', '!=', '<', '<=', '>', '>='] as const;
  await fc.assert(
    fc.asyncProperty(
      anyCase(),
      fc.nat(),
      fc.nat(),
      fc.constantFrom(...operators),
      async (one, at, row, operator) => {
        const column = at % one.types.length;
        const type = one.types[column] as Type;
        const cells = one.frame.values(nameAt(one, column));
        const value = cells[row % Math.max(1, cells.length)] ?? null;
        fc.pre(value !== null && !Number.isNaN(value));
        await load('t', one);
        const c = `c${column}`;
        const compared = `${c} ${operator === '==' ? '=' : operator} ${literal(type, value)}`;
        const number = type === 'real' && operator !== '!=' ? `not isnan(${c}) and ` : '';
        const condition = operator === '!=' ? `(${c} is null or ${compared})` : `${number}${compared}`;
        const expected = await ask(`select ${selected(one.types)} from t where ${condition} order by r`);
        expect(cellsOf(one.frame.where(nameAt(one, column), operator, value))).toEqual(expected);
        if (operator !== '==') return;
        const name = nameAt(one, column);
        const wanted = shown(value);
        expect(cellsOf(one.frame.where(Object.fromEntries([[name, value]])))).toEqual(expected);
        expect(cellsOf(one.frame.where(name, 'in', [value]))).toEqual(expected);
        expect(cellsOf(one.frame.where((each: Row) => shown(each[name]) === wanted))).toEqual(expected);
      },
    ),
    RUNS,
  );
});

test('sort orders like SQL by up to three keys', async () => {
  const order = fc.constantFrom('asc', 'desc');
  const keys = fc.uniqueArray(fc.record({ at: fc.nat(4), order }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ at }) => at,
  });
  await fc.assert(
    fc.asyncProperty(anyCase(), keys, async (one, wanted) => {
      const fitting = wanted.filter(({ at }) => at < one.types.length);
      fc.pre(fitting.length > 0);
      await load('t', one);
      const by = fitting.map((key) => orderBy(key.at, one.types[key.at] as Type, key.order as 'asc'));
      const expected = await ask(`select ${selected(one.types)} from t order by ${by.join(', ')}, r`);
      const sorted = one.frame.sort(
        ...fitting.map((key) => ({ by: nameAt(one, key.at), order: key.order as 'asc' })),
      );
      expect(cellsOf(sorted)).toEqual(expected);
    }),
    RUNS,
  );
});

test('distinct and take keep the rows that SQL keeps', async () => {
  await fc.assert(
    fc.asyncProperty(anyCase(), fc.nat(9), async (one, rows) => {
      await load('t', one);
      const columns = selected(one.types);
      const distinct = await ask(`select ${columns} from t group by ${columns} order by min(r)`);
      expect(cellsOf(one.frame.distinct())).toEqual(distinct);
      expect(cellsOf(one.frame.take(rows))).toEqual(
        await ask(`select ${columns} from t order by r limit ${rows}`),
      );
    }),
    RUNS,
  );
});

test('project, projectAway, projectRename and extend have the columns that SQL has', async () => {
  await fc.assert(
    fc.asyncProperty(anyCase(['real', 'string', 'long']), async (one) => {
      await load('t', one);
      const [real, string, whole] = [0, 1, 2].map((at) => nameAt(one, at)) as [string, string, string];
      expect(cellsOf(one.frame.project(whole, real))).toEqual(await ask('select c2, c0 from t order by r'));
      expect(cellsOf(one.frame.projectAway(real))).toEqual(await ask('select c1, c2 from t order by r'));
      const renamed = one.frame.projectRename({ new: string });
      expect(renamed.columns.map(({ name }) => name)).toEqual([real, 'new', whole]);
      const more = one.frame.extend(
        Object.fromEntries([
          [
            real,
            {
              type: 'real' as KqlType,
              value: (row: Row) => (row[real] === null ? null : Number(row[real]) * 2),
            },
          ],
          ['new', { type: 'string' as KqlType, value: (row: Row) => `${String(row[string])}!` }],
        ]),
      );
      expect(cellsOf(more)).toEqual(await ask(`select c0 * 2, c1, c2, c1 || '!' from t order by r`));
    }),
    RUNS,
  );
});

const numberOnly = (aggregate: string, at: number): string =>
  `coalesce(${aggregate}(c${at}) filter (where not isnan(c${at})), case when count(c${at}) > 0 then 'NaN'::DOUBLE end)`;

test('summarize aggregates like SQL, by no, one or two keys', async () => {
  const types = ['string', 'long', 'real', 'int', 'bool', 'datetime'] as const;
  await fc.assert(
    fc.asyncProperty(anyCase(types), fc.uniqueArray(fc.nat(5), { maxLength: 2 }), async (one, keys) => {
      await load('t', one);
      const [s, l, r, i, b, d] = types.map((_, at) => nameAt(one, at)) as [
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      const by = keys.map((at) => nameAt(one, at));
      const answer = one.frame.summarize(
        {
          all: count(),
          some: countif(Object.fromEntries([[b, true]])),
          total: sum(i),
          reals: sum(r),
          mean: avg(i),
          lowest: min(r),
          highest: max(r),
          first: min(s),
          last: max(d),
          least: min(l),
          kinds: dcount(r),
          texts: dcount(s),
          longs: dcount(l),
          list: makeList(s),
          ints: makeList(i),
          newest: argMax(l, s),
        },
        by.map((name) => name),
      );
      const columns = keys.map((at) => `c${at}, `).join('');
      const aggregates = [
        'count(*)',
        'count(*) filter (where c4)',
        'coalesce(sum(c3), 0)',
        'coalesce(sum(c2), 0)',
        `coalesce(avg(c3), 'NaN'::DOUBLE)`,
        numberOnly('min', 2),
        numberOnly('max', 2),
        `coalesce(min(c0), '')`,
        'max(c5)',
        'min(c1)',
        'count(distinct c2)',
        'count(distinct c0)',
        'count(distinct c1)',
        'coalesce(list(c0 order by r), [])',
        'coalesce(list(c3 order by r) filter (where c3 is not null), [])',
        `coalesce(first(c0 order by c1 desc nulls last, r), '')`,
      ];
      const group = keys.length > 0 ? `group by ${keys.map((at) => `c${at}`).join(', ')}` : '';
      const expected = await ask(`select ${columns}${aggregates.join(', ')} from t ${group} order by min(r)`);
      const rounded = (rows: string[][]): string[][] =>
        rows.map((row) =>
          row.map((cell, at) => (at === keys.length + 4 ? Number(cell).toPrecision(12) : cell)),
        );
      expect(rounded(cellsOf(answer))).toEqual(rounded(expected));
    }),
    RUNS,
  );
});

test('the sum and mean of longs are exact, and a sum beyond 64 bits is an error', async () => {
  await fc.assert(
    fc.asyncProperty(anyCase(['long']), async (one) => {
      await load('t', one);
      const [[total, mean]] = (await ask(
        'select coalesce(sum(c0), 0), coalesce(avg(c0), $$NaN$$::DOUBLE) from t',
      )) as [[string, string]];
      const name = nameAt(one, 0);
      const close = Number(shown(one.frame.summarize({ mean: avg(name) }).values('mean')[0]));
      expect(close.toPrecision(12)).toBe(Number(mean).toPrecision(12));
      const add = (): string => shown(one.frame.summarize({ total: sum(name) }).values('total')[0]);
      if (BigInt(total) >= EDGE || BigInt(total) < -EDGE) expect(add).toThrow('sum beyond 64 bits');
      else expect(add()).toBe(total);
    }),
    RUNS,
  );
});

test('join meets the rows that SQL meets, in its four kinds', async () => {
  const types = ['string', 'long', 'real'] as const;
  const two = names(3).chain((free) => fc.tuple(caseOf(types, free), caseOf(types, free)));
  await fc.assert(
    fc.asyncProperty(
      two,
      fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 }),
      async ([left, right], keys) => {
        await load('t', left);
        await load('u', right);
        const on = keys.map((at) => nameAt(left, at));
        const met = keys.map((at) => `t.c${at} is not distinct from u.c${at}`).join(' and ');
        const both = `${selected(types, 't.')}, coalesce(u.c0, ''), u.c1, u.c2`;
        const ends = 'order by t.r, u.r';
        const sql = {
          inner: `select ${both} from t join u on ${met} ${ends}`,
          leftouter: `select ${both} from t left join u on ${met} ${ends}`,
          leftsemi: `select ${selected(types)} from t where exists (from u where ${met}) order by r`,
          leftanti: `select ${selected(types)} from t where not exists (from u where ${met}) order by r`,
        };
        for (const kind of ['inner', 'leftouter', 'leftsemi', 'leftanti'] as const)
          expect(cellsOf(left.frame.join(right.frame, { on, kind }))).toEqual(await ask(sql[kind]));
      },
    ),
    RUNS,
  );
});

test('union has the rows of both, with a column for each type of a name', async () => {
  const shapes = fc.array(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 3 });
  const some = fc.tuple(
    shapes,
    fc.shuffledSubarray(['a', 'b', '__proto__', ''], { minLength: 3, maxLength: 3 }),
  );
  const one = some.chain(([types, free]) => caseOf(types, free, 5));
  await fc.assert(
    fc.asyncProperty(one, one, async (left, right) => {
      await load('t', left);
      await load('u', right);
      const slots = new Map<string, { name: string; type: Type }>();
      for (const { frame, types } of [left, right])
        types.forEach((type, at) => {
          const { name } = frame.columns[at] as ColumnInfo;
          slots.set(JSON.stringify([name, type]), { name, type });
        });
      const answer = left.frame.union(right.frame);
      const wanted = [...slots.values()];
      const nameOf = (slot: { name: string; type: Type }): string =>
        wanted.filter(({ name }) => name === slot.name).length > 1 ? `${slot.name}_${slot.type}` : slot.name;
      expect(new Set(answer.columns.map(({ name }) => name))).toEqual(new Set(wanted.map(nameOf)));
      const part = ({ frame, types }: Case, table: string, order: number): string =>
        `select ${wanted
          .map((slot) => {
            const at = frame.columns.findIndex(
              ({ name }, place) => name === slot.name && types[place] === slot.type,
            );
            return at < 0 ? (slot.type === 'string' ? `''` : `null::${SQL_TYPES[slot.type]}`) : `c${at}`;
          })
          .map((value, place) => `${value} as c${place}`)
          .join(', ')}, ${order} as o, r from ${table}`;
      const columns = selected(wanted.map(({ type }) => type));
      const expected = await ask(
        `select ${columns} from (${part(left, 't', 0)} union all ${part(right, 'u', 1)}) order by o, r`,
      );
      expect(cellsOf(answer.project(...wanted.map(nameOf)))).toEqual(expected);
    }),
    RUNS,
  );
});

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CasebookError } from '@casebook/core';
import { openWorkspace, type Workspace } from '@casebook/providers';

/** Values of each type, as a query writes them: the usual ones, the edges, and null. */
const VALUES = {
  long: ['0', '1', '-7', '3', '9223372036854775807', 'long(-9223372036854775808)', 'long(null)'],
  int: ['int(0)', 'int(7)', 'int(-7)', 'int(2147483647)', 'int(-2147483648)', 'int(null)'],
  real: ['0.0', '-0.0', '1.5', '-2.5', '1e300', 'real(nan)', 'real(+inf)', 'real(-inf)', 'real(null)'],
  decimal: ['decimal(1.5)', 'decimal(-2)', 'decimal(0)', 'decimal(null)'],
  string: [
    "''",
    "'abc'",
    "'ABC'",
    "'a_b c1'",
    "'12'",
    "' 12 '",
    "'1.5'",
    "'0x1F'",
    "'true'",
    "'é ñ'",
    "'1.02:03:04'",
  ],
  time: [
    "'2026-01-02'",
    "'2026-01-02T03:04:05.1234567Z'",
    "'2024-02-29 23:59:59'",
    "'2023-02-29 00:00:00'",
    "'x'",
  ],
  datetime: [
    'datetime(2026-01-02 03:04:05.1234567)',
    'datetime(0001-01-01)',
    'datetime(9999-12-31 23:59:59.9999999)',
    'datetime(1969-12-31 23:59:59.9)',
    'datetime(null)',
  ],
  timespan: ['1d', '-1d', '1.5h', '0s', '1tick', 'timespan(null)', 'time(10675199.02:48:05.4775807)'],
  bool: ['true', 'false', 'bool(null)'],
  guid: ['guid(74be27de-1e4e-49d9-b579-fe0b331d3642)', 'guid(null)'],
  ip: [
    "'10.0.0.1'",
    "'172.16.3.4'",
    "'172.32.0.1'",
    "'192.168.0.1/24'",
    "'8.8.8.8'",
    "'010.1.1.1'",
    "'256.1.1.1'",
    "''",
  ],
  dynamic: [
    'dynamic(null)',
    'dynamic(1)',
    "dynamic('x')",
    'dynamic(true)',
    "dynamic([1,'a',null])",
    'dynamic({"a":1,"b":{"c":[2]}})',
    'dynamic([])',
  ],
} as const;

type Kind = keyof typeof VALUES;

const pairs = (operators: readonly string[], kinds: readonly (readonly [Kind, Kind])[]): [string, Kind[]][] =>
  operators.flatMap((operator) => kinds.map(([a, b]): [string, Kind[]] => [`{0} ${operator} {1}`, [a, b]]));
const each = (functions: string, kind: Kind): [string, Kind[]][] =>
  functions.split(' ').map((name) => [`${name}({0})`, [kind]]);

/** Expressions over `{0}` and `{1}`, with the types of these. */
const EXPRESSIONS: readonly [string, Kind[]][] = [
  ...pairs(
    ['+', '-', '*'],
    [
      ['long', 'long'],
      ['int', 'long'],
      ['real', 'real'],
      ['long', 'real'],
    ],
  ),
  ...pairs(
    ['/', '%'],
    [
      ['long', 'long'],
      ['int', 'long'],
      ['int', 'int'],
      ['real', 'real'],
      ['long', 'real'],
    ],
  ),
  ...pairs(
    ['+', '-'],
    [
      ['timespan', 'timespan'],
      ['datetime', 'timespan'],
    ],
  ),
  ...pairs(
    ['*', '/'],
    [
      ['timespan', 'long'],
      ['timespan', 'real'],
    ],
  ),
  ...pairs(['/', '%'], [['timespan', 'timespan']]),
  ...pairs(['-'], [['datetime', 'datetime']]),
  ...pairs(
    ['==', '!=', '<', '<=', '>', '>='],
    [
      ['long', 'long'],
      ['int', 'long'],
      ['real', 'real'],
      ['long', 'real'],
    ],
  ),
  ...pairs(['==', '!='], [['string', 'string']]),
  ...pairs(
    ['==', '!=', '<', '>='],
    [
      ['datetime', 'datetime'],
      ['timespan', 'timespan'],
    ],
  ),
  ...pairs(
    ['==', '!='],
    [
      ['bool', 'bool'],
      ['guid', 'guid'],
      ['dynamic', 'string'],
    ],
  ),
  ...pairs(['and', 'or'], [['bool', 'bool']]),
  ...pairs(
    [
      'has',
      '!has',
      'has_cs',
      'contains',
      'contains_cs',
      'startswith',
      'endswith',
      'hasprefix',
      'hassuffix',
      '=~',
      '!~',
    ],
    [['string', 'string']],
  ),
  ['{0} in ({1})', ['long', 'long']],
  ['{0} in ({1})', ['dynamic', 'dynamic']],
  ['{0} !in ({1})', ['string', 'string']],
  ['{0} in~ ({1})', ['string', 'string']],
  ['{0} has_any ({1}, "b")', ['string', 'string']],
  ['{0} between ({1} .. 5)', ['long', 'long']],
  ['{0} between ({1} .. 5d)', ['datetime', 'datetime']],
  ...each('-', 'long'),
  ...each('tostring toint toreal tobool todatetime totimespan isnull abs sign tohex', 'int'),
  ...each('tostring toint toreal tobool tohex isnan sign', 'long'),
  ...each('tostring tolong toint tobool isnan isinf isfinite isnull ceiling round sqrt sign abs', 'real'),
  ...each(
    'tolong toint toreal tobool todatetime totimespan toguid todecimal todynamic isempty strlen toupper tolower reverse',
    'string',
  ),
  ...each('todatetime', 'time'),
  ...each(
    'tostring startofday startofweek startofmonth startofyear endofday endofweek endofmonth endofyear',
    'datetime',
  ),
  ...each(
    'dayofweek dayofmonth dayofyear monthofyear getyear hourofday week_of_year tolong isnull',
    'datetime',
  ),
  ...each('tostring tolong toreal isnull abs', 'timespan'),
  ...each('tostring tolong toint toreal tobool isnull isempty gettype', 'dynamic'),
  ...each('tostring toint isnull not', 'bool'),
  ...each('ipv4_is_private parse_ipv4', 'ip'),
  ['bin({0}, {1})', ['real', 'real']],
  ['bin({0}, 1h)', ['datetime']],
  ['iff({0}, {1}, "z")', ['bool', 'string']],
  ['coalesce({0}, {1})', ['long', 'long']],
  ['strcat({0}, {1})', ['datetime', 'timespan']],
  ['strcat({0}, {1})', ['long', 'real']],
  ['format_datetime({0}, "yyyy-MM-dd HH:mm:ss.fffffff")', ['datetime']],
  ['format_timespan({0}, "d.hh:mm:ss.fffffff")', ['timespan']],
  ['{0}.b.c', ['dynamic']],
  ['pack_array({0}, {1})', ['datetime', 'timespan']],
];

const TYPES: Readonly<Partial<Record<Kind, string>>> = { time: 'string', ip: 'string' };

const rowsOf = (kinds: readonly Kind[]): readonly (readonly string[])[] =>
  kinds.reduce<readonly (readonly string[])[]>(
    (rows, kind) => rows.flatMap((row) => VALUES[kind].map((value) => [...row, value])),
    [[]],
  );

const filled = (expression: string, parts: readonly string[]): string =>
  expression.replace(/\{(\d)\}/g, (_, index: string) => parts[Number(index)] ?? '');

const folder = mkdtempSync(join(tmpdir(), 'casebook-kql-'));
let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace(folder, { now: '2026-10-05T08:30:00Z', cache: false });
  await workspace.query('print 1');
}, 60_000);

afterAll(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('an expression answers the same over constants and over columns', () => {
  it.each(EXPRESSIONS)(
    '%s of %s',
    async (expression, kinds) => {
      const rows = rowsOf(kinds);
      const folded = await answers(overConstants(expression, rows));
      const computed = await answers(overColumns(expression, kinds, rows));
      if (folded !== 'refused') {
        expect(said(rows, computed === 'refused' ? [] : computed.flat())).toEqual(said(rows, folded.flat()));
        return;
      }
      for (const row of rows) {
        const alone = await answers(overConstants(expression, [row]));
        expect([...row, await answers(overColumns(expression, kinds, [row]))]).toEqual([...row, alone]);
      }
    },
    60_000,
  );
});

const overConstants = (expression: string, rows: readonly (readonly string[])[]): string => {
  const columns = rows.map((row, index) => {
    const parts = row.map((value) => (value.startsWith('-') ? `(${value})` : value));
    return `r${index} = ${filled(expression, parts)}`;
  });
  return `print ${columns.join(', ')}`;
};

const overColumns = (
  expression: string,
  kinds: readonly Kind[],
  rows: readonly (readonly string[])[],
): string => {
  const schema = kinds.map((kind, index) => `c${index}: ${TYPES[kind] ?? kind}`).join(', ');
  const cells = rows.map((row) => row.join(', ')).join(', ');
  const names = kinds.map((_, index) => `c${index}`);
  return `datatable(${schema})[${cells}] | project r = ${filled(expression, names)}`;
};

const said = (rows: readonly (readonly string[])[], values: readonly unknown[]): unknown =>
  rows.map((row, index) => [...row, values[index]]);

/** The rows of an answer, without the sign of zero, or that the query is refused. */
const answers = async (kql: string): Promise<readonly (readonly unknown[])[] | 'refused'> => {
  try {
    const { rows } = (await workspace.query(kql)).toTable();
    return rows.map((row) => row.map((value) => (Object.is(value, -0) ? 0 : value)));
  } catch (error) {
    if (CasebookError.is(error) && error.code === 'KqlUnsupported') return 'refused';
    throw error;
  }
};

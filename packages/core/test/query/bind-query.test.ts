import { bindQuery, kql, rawKql, DateTime, Duration, TimeSpan, type QueryDefinition } from '@casebook/core';

const parameter = (name: string, type: string, more: object = {}) => ({
  name,
  description: '',
  type,
  list: false,
  required: true,
  ...more,
});

const define = (text: string, ...parameters: object[]): QueryDefinition =>
  ({
    family: 'F',
    name: 'q',
    description: '',
    tables: [],
    columns: [],
    kql: text,
    parameters,
  }) as QueryDefinition;

test('a query takes every type of value as a literal', () => {
  const types = {
    s: ['string', 'St. "John\'s"\\'],
    i: ['int', -5],
    l: ['long', 2n ** 63n - 1n],
    m: ['long', -(2n ** 63n)],
    r: ['real', 1.5],
    n: ['real', NaN],
    b: ['bool', true],
    d: ['datetime', '2026-10-05'],
    t: ['timespan', '-1d'],
    k: ['kql', rawKql('| take 5')],
  } as const;
  const names = Object.keys(types);
  const query = define(
    names.map((name) => `{${name}}`).join('\n'),
    ...Object.entries(types).map(([name, [type]]) => parameter(name, type)),
  );
  const values = Object.fromEntries(Object.entries(types).map(([name, [, value]]) => [name, value]));
  expect(bindQuery(query, values).split('\n')).toEqual([
    String.raw`"St. \"John\u0027s\"\\"`,
    'int(-5)',
    '9223372036854775807',
    'long(-9223372036854775808)',
    'real(1.5)',
    'real(nan)',
    'true',
    'datetime(2026-10-05T00:00:00.0000000Z)',
    'timespan(-1.00:00:00.0000000)',
    '| take 5',
  ]);
});

test('doubled braces are braces', () => {
  expect(bindQuery(define('print dynamic({{"a": {x}}})', parameter('x', 'long')), { x: 1 })).toBe(
    'print dynamic({"a": 1})',
  );
});

test('a value that looks like a slot stays a value', () => {
  const query = define('{a} {b}', parameter('a', 'string'), parameter('b', 'string'));
  expect(bindQuery(query, { a: '{b}', b: '$&' })).toBe(String.raw`"\u007bb\u007d" "\u0024\u0026"`);
});

test('lists are literals with commas between and an empty one matches nothing', () => {
  const query = define('T | where Host in ({hosts})', parameter('hosts', 'string', { list: true }));
  expect(bindQuery(query, { hosts: ['a', 'b'] })).toBe('T | where Host in ("a", "b")');
  expect(bindQuery(query, { hosts: [] })).toBe('T | where Host in (dynamic([]))');
  expect(() => bindQuery(query, { hosts: 'a' })).toThrow('invalid string hosts: "a"');
});

test('tables, columns and operators come from their allow-lists', () => {
  const query = define(
    '{t} | where {c} {o} "x"',
    parameter('t', 'table', { values: ['SecurityEvent', 'my table'] }),
    parameter('c', 'column', { values: ['Computer', 'kind'] }),
    parameter('o', 'operator', { values: ['has', '=~', '; drop'] }),
  );
  expect(bindQuery(query, { t: 'SecurityEvent', c: 'kind', o: '=~' })).toBe(
    'SecurityEvent | where ["kind"] =~ "x"',
  );
  expect(bindQuery(query, { t: 'my table', c: 'Computer', o: 'has' })).toBe(
    '["my table"] | where Computer has "x"',
  );
  expect(() => bindQuery(query, { t: 'Other', c: 'kind', o: 'has' })).toThrow(
    expect.objectContaining({ code: 'InvalidParameter', help: 'One of: SecurityEvent, my table.' }),
  );
  expect(() => bindQuery(query, { t: 'my table', c: 'kind', o: '; drop' })).toThrow('invalid operator');
});

test('start and end come from the time span unless given', () => {
  const query = define('{start} {end}', parameter('start', 'datetime'), parameter('end', 'datetime'));
  const timeSpan = TimeSpan.parse('2026-10-01');
  expect(bindQuery(query, { end: DateTime.parse('2026-10-07') }, { timeSpan })).toBe(
    'datetime(2026-10-01T00:00:00.0000000Z) datetime(2026-10-07T00:00:00.0000000Z)',
  );
});

test('defaults and nulls fill what is not given', () => {
  const query = define(
    '{a} {b} {c} {d} {e}',
    parameter('a', 'string', { required: false, default: 'has' }),
    parameter('b', 'datetime', { required: false }),
    parameter('c', 'string', { required: false }),
    parameter('d', 'kql', { required: false }),
    parameter('e', 'long', { required: false, list: true }),
  );
  expect(bindQuery(query, {})).toBe('"has" datetime(null) ""  dynamic([])');
});

test('unknown and missing parameters are errors that list what exists', () => {
  const query = define('{host}', parameter('host', 'string'), parameter('n', 'int', { required: false }));
  expect(() => bindQuery(query, { hots: 'x' })).toThrow(
    expect.objectContaining({ code: 'UnknownParameter', help: 'Parameters: host (required), n.' }),
  );
  expect(() => bindQuery(query, { host: undefined })).toThrow(
    expect.objectContaining({ code: 'MissingParameter', message: 'missing parameter of F.q: host' }),
  );
  expect(() => bindQuery(query, JSON.parse('{"__proto__": 1, "host": "x"}') as object as never)).toThrow(
    'unknown parameter of F.q: __proto__',
  );
  expect(() => bindQuery(define('{x}'), {})).toThrow('undeclared slot in F.q: {x}');
});

test.each([
  ['int', 1.5],
  ['int', 2 ** 31],
  ['long', 2 ** 53],
  ['long', 2n ** 63n],
  ['long', '1'],
  ['bool', 'true'],
  ['datetime', 'today'],
  ['timespan', '5 fortnights'],
  ['string', 5],
  ['kql', '| take 5'],
])('a %s parameter refuses %p', (type, value) => {
  expect(() => bindQuery(define('{x}', parameter('x', type)), { x: value })).toThrow(
    expect.objectContaining({ code: 'InvalidParameter' }),
  );
});

test.each([
  '.drop table T',
  '\n .show tables',
  '// a\n.drop',
  '| take 5; T',
  '"open',
  '(',
  'x)',
  "| where a == 'b",
  '```x',
  '[)',
])('raw KQL refuses %j', (text) => expect(() => rawKql(text)).toThrow('invalid piece of KQL'));

test('raw KQL takes strings with brackets, comments and verbatim quotes', () => {
  const pieces = [
    '| where a == ")"',
    "| where a == @'c:\\' // don't",
    '| extend x = dynamic({"a": [1]})',
    '',
  ];
  expect(pieces.map((text) => rawKql(text).text)).toEqual(pieces);
});

test('raw KQL that ends in a comment does not swallow the rest of the query', () => {
  const query = define('T {more} | take 1', parameter('more', 'kql'));
  expect(bindQuery(query, { more: rawKql('// all') })).toBe('T // all\n | take 1');
});

test('the kql template quotes its values', () => {
  const since = DateTime.parse('2026-10-05T01:02:03.0000004Z');
  expect(
    kql`T | where A == ${'a"b'} and B in (${[1, 2n]}) and C > ${since} - ${Duration.parse('1h')} and D == ${0.5} ${rawKql('| take 1')}`,
  ).toBe(
    'T | where A == "a\\"b" and B in (1, 2) and C > datetime(2026-10-05T01:02:03.0000004Z) - timespan(0.01:00:00.0000000) and D == real(0.5) | take 1',
  );
});

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const T = `datatable(k:string, n:long, r:real, t:datetime)[
  'a', 1, 1.5, datetime(2026-01-01 10:20:30.1234567),
  'b', 2, 2.5, datetime(2026-01-02),
  'a', long(null), real(null), datetime(null)] `;
const BAGS = `datatable(id:long, d:dynamic)[1, dynamic([10, 20]), 2, dynamic({"x": 1, "y": "z"}), 3, dynamic([]), 4, dynamic(null)] `;

answersAsKusto({
  where: [
    [`${T}| where n == 1 | project k`, 'k', [['a']]],
    [
      `${T}| where n != 1 | project k, n`,
      'k,n',
      [
        ['b', 2],
        ['a', null],
      ],
    ],
    [`${T}| where isnull(n) or k has 'B' | project k`, 'k', [['b'], ['a']]],
    [`${T}| where t between (datetime(2026-01-01) .. 1d) | project n`, 'n', [[1], [2]]],
  ],
  'project and its family': [
    [`${T}| take 1 | project K = toupper(k), n + 1`, 'K,Column1', [['A', 2]]],
    [`${T}| take 1 | project-away n, r, t`, 'k', [['a']]],
    [`${T}| take 1 | project-keep n*, k`, 'k,n', [['a', 1]]],
    [`${T}| take 1 | project-rename key = k | project-keep key`, 'key', [['a']]],
    [
      `${T}| take 1 | project-reorder t, n | project-away r`,
      't,n,k',
      [['2026-01-01T10:20:30.1234567Z', 1, 'a']],
    ],
  ],
  extend: [
    [
      'print a = 7 / 2, b = -7 / 2, c = (-7) % 3, d = 1 / 0, e = 7.0 / 2',
      'a,b,c,d,e',
      [[3, -3, 2, null, 3.5]],
    ],
    [
      'print a = tostring(true), b = tostring(1.0), c = tostring(long(null)), d = tostring(1d + 2h)',
      'a,b,c,d',
      [['True', '1.0', '', '1.02:00:00']],
    ],
    [
      'print a = toint("x"), b = toint("0x10"), c = todouble("1e3"), d = tolong(2.9)',
      'a,b,c,d',
      [[null, 16, 1000, 2]],
    ],
    [
      'print a = real(nan) == real(nan), b = real(nan) > 1.0, c = int(null) == int(null)',
      'a,b,c',
      [[false, false, null]],
    ],
  ],
  'text operators': [
    [
      'print a = "a_b" has "b", b = "ab" has "b", c = "C:\\\\Win\\\\x" has "win", d = "Ab" contains_cs "ab"',
      'a,b,c,d',
      [[true, false, true, false]],
    ],
    [
      'print a = "x-y" has_any ("q", "Y"), b = "x-y" has_all ("x", "q"), c = "Abc" =~ "aBC", d = "b" in~ ("A", "B")',
      'a,b,c,d',
      [[true, false, true, true]],
    ],
    [
      'print a = "abc" startswith "AB", b = "abc" endswith_cs "BC", c = "a.b" matches regex @"^\\w\\.\\w$", d = "x" !in (dynamic(["y"]))',
      'a,b,c,d',
      [[true, false, true, true]],
    ],
    [
      'print a = "ab1 cd" hasprefix "cd", b = "ab1 cd" hassuffix "1", c = "" has ""',
      'a,b,c',
      [[true, true, true]],
    ],
  ],
  'summarize and bin': [
    [
      `${T}| summarize c = count(), s = sum(n), a = avg(r), m = max(t) by k | sort by k asc`,
      'k,c,s,a,m',
      [
        ['a', 2, 1, 1.5, '2026-01-01T10:20:30.1234567Z'],
        ['b', 1, 2, 2.5, '2026-01-02T00:00:00Z'],
      ],
    ],
    [
      `${T}| where isnotnull(t) | summarize count() by bin(t, 1d) | sort by t asc`,
      't,count_',
      [
        ['2026-01-01T00:00:00Z', 1],
        ['2026-01-02T00:00:00Z', 1],
      ],
    ],
    [
      `${T}| summarize make_list(n), make_set(k), dcount(k), countif(n > 1)`,
      'list_n,set_k,dcount_k,countif_',
      [[[1, 2], ['a', 'b'], 2, 1]],
    ],
    [
      `${T}| summarize arg_max(n, *) by k | sort by k asc | project k, n, r`,
      'k,n,r',
      [
        ['a', 1, 1.5],
        ['b', 2, 2.5],
      ],
    ],
    [
      `${T}| where n > 5 | summarize count(), sum(n), avg(n), max(n)`,
      'count_,sum_n,avg_n,max_n',
      [[0, 0, 'NaN', null]],
    ],
  ],
  'sort, top, take, count, distinct': [
    [`${T}| sort by n asc | project n`, 'n', [[null], [1], [2]]],
    [`${T}| sort by n | project n`, 'n', [[2], [1], [null]]],
    [`${T}| order by n asc nulls last | project k`, 'k', [['a'], ['b'], ['a']]],
    [`${T}| top 1 by r | project k`, 'k', [['b']]],
    [`${T}| count`, 'Count', [[3]]],
    [`${T}| distinct k | sort by k desc`, 'k', [['b'], ['a']]],
    [
      `${T}| sort by n desc | extend i = row_number(), p = prev(k) | project i, p`,
      'i,p',
      [
        [1, ''],
        [2, 'b'],
        [3, 'a'],
      ],
    ],
  ],
  join: [
    [`${T}| join (datatable(k:string, v:long)['a', 10]) on k | project k, k1, v`, 'k,k1,v', [['a', 'a', 10]]],
    [
      `${T}| join kind=inner (datatable(k:string, v:long)['a', 10]) on k | project n, v | sort by n asc`,
      'n,v',
      [
        [null, 10],
        [1, 10],
      ],
    ],
    [
      `${T}| join kind=leftouter (datatable(z:string, w:string)['b', 'x']) on $left.k == $right.z | where isempty(w) | count`,
      'Count',
      [[2]],
    ],
    [`${T}| join kind=leftanti (datatable(k:string)['a']) on k | project k`, 'k', [['b']]],
    [`${T}| join kind=leftsemi (datatable(k:string)['b']) on k | project n`, 'n', [[2]]],
    [`${T}| join kind=inner (datatable(n:long)[long(null)]) on n | project k`, 'k', [['a']]],
    [
      `datatable(k:string)['b', 'c'] | lookup (datatable(k:string, v:string)['b', 'x']) on k`,
      'k,v',
      [
        ['b', 'x'],
        ['c', ''],
      ],
    ],
  ],
  union: [
    [
      'union withsource=S (print a = 1), (print b = "x")',
      'S,a,b',
      [
        ['union_arg0', 1, ''],
        ['union_arg1', null, 'x'],
      ],
    ],
    ['union kind=inner (print a = 1, b = 2), (print b = 3)', 'b', [[2], [3]]],
    [
      'union (print a = 1), (print a = "x")',
      'a_long,a_string',
      [
        [1, ''],
        [null, 'x'],
      ],
    ],
  ],
  let: [
    ['let x = 2; let T = range n from 1 to 3 step 1; T | where n > x', 'n', [[3]]],
    ['let f = (a:long, b:long = 10) { a + b }; print f(1), f(1, 2)', 'print_0,print_1', [[11, 3]]],
    [
      'let f = (T:(n:long), m:long) { T | where n >= m }; range n from 1 to 3 step 1 | invoke f(2)',
      'n',
      [[2], [3]],
    ],
    ['let m = toscalar(range n from 1 to 9 step 1 | summarize max(n)); print m', 'print_0', [[9]]],
    ['let T = materialize(range n from 1 to 3 step 1); T | join kind=inner T on n | count', 'Count', [[3]]],
  ],
  'mv-expand and mv-apply': [
    [
      `${BAGS}| mv-expand d`,
      'id,d',
      [
        [1, 10],
        [1, 20],
        [2, { x: 1 }],
        [2, { y: 'z' }],
        [4, null],
      ],
    ],
    [
      `${BAGS}| where id == 1 | mv-expand with_itemindex = i v = d to typeof(string) | project i, v`,
      'i,v',
      [
        [0, '10'],
        [1, '20'],
      ],
    ],
    [
      `${BAGS}| where id == 1 | mv-apply v = d to typeof(long) on (summarize s = sum(v)) | project id, s`,
      'id,s',
      [[1, 30]],
    ],
  ],
  parse: [
    [
      'print s = "id=42, name=joe" | parse s with "id=" id:long ", name=" name',
      's,id,name',
      [['id=42, name=joe', 42, 'joe']],
    ],
    ['print s = "nothing" | parse s with * "id=" id:long | project id', 'id', [[null]]],
    ['datatable(s:string)["a=1", "b"] | parse-where s with "a=" a:int | project a', 'a', [[1]]],
  ],
  'dynamic values': [
    [
      'print d = dynamic({"a": {"b": [1, "x", null]}}) | project d.a.b[0], d["a"].b[-2], isnull(d.a.b[2]), tostring(d.a)',
      'd_a_b_0,d_a_b_,Column1,d_a',
      [[1, 'x', true, '{"b":[1,"x",null]}']],
    ],
    ['print tolong(parse_json("{\\"a\\": 9007199254740993}").a) == 9007199254740993', 'print_0', [[true]]],
    [
      'print bag_pack("a", 1, "b", "x"), pack_array(1, "x"), array_length(dynamic([1, 2])), bag_merge(dynamic({"a": 1}), dynamic({"a": 2, "b": 3}))',
      'print_0,print_1,print_2,print_3',
      [[{ a: 1, b: 'x' }, [1, 'x'], 2, { a: 1, b: 3 }]],
    ],
    ['print d = dynamic({"b": 2, "a": "x"}) | evaluate bag_unpack(d)', 'a,b', [['x', 2]]],
    [
      'datatable(k:string, v:string)["a", "x", "b", "x", "a", "y"] | evaluate pivot(v, count()) | sort by k asc',
      'k,x,y',
      [
        ['a', 1, 1],
        ['b', 1, 0],
      ],
    ],
  ],
  time: [
    [
      'print now(), ago(1d), now(-1h)',
      'print_0,print_1,print_2',
      [['2026-10-05T08:30:00Z', '2026-10-04T08:30:00Z', '2026-10-05T07:30:00Z']],
    ],
    [
      'print startofweek(datetime(2026-10-07)), endofmonth(datetime(2026-02-03)), dayofweek(datetime(2026-10-05))',
      'print_0,print_1,print_2',
      [['2026-10-04T00:00:00Z', '2026-02-28T23:59:59.9999999Z', '1.00:00:00']],
    ],
    [
      'print datetime_diff("day", datetime(2026-01-02), datetime(2026-01-01 23:00)), datetime_add("month", 1, datetime(2026-01-31)), format_datetime(datetime(2026-01-02 03:04:05.678), "yyyy-MM-dd HH:mm:ss.fff")',
      'print_0,print_1,print_2',
      [[1, '2026-02-28T00:00:00Z', '2026-01-02 03:04:05.678']],
    ],
    [
      'print todatetime("2026-01-02T03:04:05.1234567+02:00"), totimespan("1.02:03:04"), datetime(2026-01-02) - datetime(2026-01-01)',
      'print_0,print_1,print_2',
      [['2026-01-02T01:04:05.1234567Z', '1.02:03:04', '1.00:00:00']],
    ],
    [
      'range t from datetime(2026-01-01) to datetime(2026-01-03) step 1d | make-series c = count() on t from datetime(2026-01-01) to datetime(2026-01-04) step 1d',
      'c,t',
      [
        [
          [1, 1, 1],
          ['2026-01-01T00:00:00.0000000Z', '2026-01-02T00:00:00.0000000Z', '2026-01-03T00:00:00.0000000Z'],
        ],
      ],
    ],
  ],
  text: [
    [
      'print substring("hello", 1, 3), substring("abc", -2), strcat("a", 1, true), split("a,b", ",")[1], indexof("abc", "c")',
      'print_0,print_1,print_2,print_3,print_4',
      [['ell', 'bc', 'a1True', 'b', 2]],
    ],
    [
      'print extract(@"(\\d+)-(\\w+)", 2, "12-ab"), replace_regex("a1b2", @"(\\d)", @"<\\1>"), trim(@"\\s+", "  x "), extract_all(@"(\\d)", "1 2")',
      'print_0,print_1,print_2,print_3',
      [['ab', 'a<1>b<2>', 'x', ['1', '2']]],
    ],
    [
      'print base64_decode_tostring("aGk="), url_decode("a%20b"), tolower("ÄB"), strlen("héé"), isempty("")',
      'print_0,print_1,print_2,print_3,print_4',
      [['hi', 'a b', 'äb', 3, true]],
    ],
    [
      'print ipv4_is_private("10.1.2.3"), ipv4_is_in_range("10.1.2.3", "10.1.0.0/16"), ipv4_is_private("x")',
      'print_0,print_1,print_2',
      [[true, true, null]],
    ],
    [
      'print iff(1 > 0, "y", "n"), case(false, 1, true, 2, 3), coalesce("", "z"), max_of(1, 3, 2), column_ifexists("nope", 7)',
      'print_0,print_1,print_2,print_3,print_4',
      [['y', 2, 'z', 3, 7]],
    ],
  ],
  search: [
    [
      'datatable(a:string, n:long)["find me", 1, "x", 42] | search "find" or "42" | project n',
      'n',
      [[1], [42]],
    ],
  ],
  'tables without data': [
    ['SecurityEvent | summarize count() by Account', 'Account,count_', []],
    ['SecurityEvent | count', 'Count', [[0]]],
  ],
});

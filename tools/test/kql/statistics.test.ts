/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const PAIRS = 'datatable(x:real, y:real)[1, 14, 2, 10, 3, 17, 4, 20, 5, 50, real(null), 7] | summarize ';
const BITS = 'datatable(g:long, x:long)[1, 12, 1, 10, 2, 7, 2, long(null)] | summarize ';

answersAsKusto(
  {
    spread: [
      [
        'range x from 1 to 4 step 1 | summarize variance(x), variancep(x), stdevp(x * x)',
        'variance_x,variancep_x,stdevp_',
        [[1.6666666666666667, 1.25, 5.678908345800274]],
      ],
      [
        'range x from 1 to 9 step 1 | summarize varianceif(x, x > 7), variancepif(x, x > 7), stdevif(x, x > 100)',
        'varianceif_x,variancepif_x,stdevif_x',
        [[0.5, 0.25, 0]],
      ],
      [
        'print x = 5 | summarize variance(x), stdev(x), variancep(x)',
        'variance_x,stdev_x,variancep_x',
        [[0, 0, 0]],
      ],
      ['datatable(x:decimal)[] | summarize variance(x), stdev(x)', 'variance_x,stdev_x', [[0, 0]]],
    ],
    'joint spread': [
      [`${PAIRS}covariance(x, y), covariancep(x, y)`, 'covariance_x_y,covariancep_x_y', [[20.5, 16.4]]],
      [`${PAIRS}a = covarianceif(x, y, x < 3), b = covariancepif(x, y, x < 3)`, 'a,b', [[-2, -1]]],
      [`${PAIRS}covarianceif(x, y, x < 3)`, 'covarianceif_x_y', [[-2]]],
      [`${PAIRS}a = covariance(x, x)`, 'a', [[2.5]]],
    ],
    bits: [
      [
        `${BITS}binary_all_and(x), binary_all_or(x), binary_all_xor(x) by g | sort by g asc`,
        'g,x,x1,x2',
        [
          [1, 8, 14, 6],
          [2, 7, 7, 7],
        ],
      ],
    ],
    'sums and averages': [
      [
        'datatable(i:int, r:real, t:timespan)[1, 1.5, 1h, 3, 2.5, 2h] | summarize sum(i), sum(r), sum(t), avg(i), avg(r), avg(t) | extend sum_t = tostring(sum_t), avg_t = tostring(avg_t)',
        'sum_i,sum_r,sum_t,avg_i,avg_r,avg_t',
        [[4, 4, '03:00:00', 2, 2, '01:30:00']],
      ],
      [
        'datatable(t:datetime)[datetime(2026-01-01), datetime(2026-01-03), datetime(null)] | summarize m = avg(t), lo = min(t), hi = max(t)',
        'm,lo,hi',
        [['2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z']],
      ],
      [
        'datatable(x:long)[9223372036854775807, 1] | summarize s = sum(x) | project tostring(s)',
        's',
        [['-9223372036854775808']],
      ],
      [
        'datatable(x:long)[] | summarize sum(x), avg(x), min(x), count(), dcount(x), countif(x > 1), percentile(x, 50)',
        'sum_x,avg_x,min_x,count_,dcount_x,countif_,percentile_x_50',
        [[0, 'NaN', null, 0, 0, 0, null]],
      ],
      ['datatable(x:long, g:string)[] | summarize sum(x) by g', 'g,sum_x', []],
      [
        'datatable(x:long)[1, 2, long(null)] | summarize count(x), sumif(x, x > 1), avgif(x, x > 5), maxif(x, x < 2), minif(x, x > 0)',
        'count_x,sumif_x,avgif_x,maxif_x,minif_x',
        [[3, 2, 'NaN', 1, 1]],
      ],
      [
        'datatable(b:bool)[true, bool(null), false] | summarize min(b), max(b)',
        'min_b,max_b',
        [[false, true]],
      ],
      ['datatable(s:string)["b", "c", "a"] | summarize min(s), max(s)', 'min_s,max_s', [['a', 'c']]],
      ['datatable(s:string)["", ""] | summarize min(s), max(s)', 'min_s,max_s', [['', '']]],
      ['datatable(s:string)["b", ""] | summarize max(s), minif(s, s != "")', 'max_s,minif_s', [['b', 'b']]],
    ],
    'averages of decimals': [
      [
        'datatable(v:decimal)[decimal(1.1), decimal(2.2), decimal(null)] | summarize avg(v), none = avgif(v, v > 5) | project a = toreal(avg_v), none',
        'a,none',
        [[1.65, null]],
      ],
    ],
    'distinct counts': [
      [
        'datatable(s:string)["a", "A", "", "a"] | summarize dcount(s), dcount(s, 4), count_distinct(s), dcountif(s, s != ""), count_distinctif(s, s == "a")',
        'dcount_s,dcount_s1,count_distinct_s,dcountif_s,count_distinctif_s',
        [[3, 3, 3, 2, 1]],
      ],
      [
        'datatable(x:real)[1, 1.0, real(null), 2] | summarize dcount(x), count_distinct(x)',
        'dcount_x,count_distinct_x',
        [[2, 2]],
      ],
    ],
    schemas: [
      [
        'datatable(d:dynamic)[dynamic({"a": 1, "b": {"c": "x"}}), dynamic({"a": 2.5, "l": [1, 2]})] | summarize buildschema(d.b), l = buildschema(d.l)',
        'schema_d_b,l',
        [[{ c: 'string' }, { '`indexer`': 'long' }]],
      ],
      [
        'datatable(d:dynamic)[dynamic({"a": 1}), dynamic({"a": "s"}), dynamic(null)] | summarize buildschema(d)',
        'schema_d',
        [[{ a: ['long', 'string'] }]],
      ],
      ['datatable(d:dynamic)[dynamic(null)] | summarize buildschema(d)', 'schema_d', [[null]]],
    ],
  },
  [
    ['print t = 1h | summarize stdev(t)', 'unsupported stdev of a timespan', '1:26'],
    ['print t = now() | summarize sum(t)', 'unsupported sum of a datetime', '1:29'],
    ['print x = 1 | summarize covariance(x, x)', 'unsupported covariance of a single pair', ''],
    [
      `${PAIRS}covariancep(y, real(null))`,
      'unsupported covariancep without a name, of values that are no columns',
      '1:89',
    ],
    [`${PAIRS}a = covariancep(y, real(null))`, 'unsupported covariancep of no pairs', ''],
    ['datatable(x:long)[] | summarize binary_all_or(x)', 'unsupported binary_all_or of no values', ''],
    ['datatable(s:string)["b", ""] | summarize min(s)', 'unsupported min of empty and other texts', ''],
    [
      'datatable(s:string)["b", ""] | summarize arg_min(s, *)',
      'unsupported arg_min of empty texts or NaN among others',
      '',
    ],
    [
      'print d = dynamic({"a": true}) | summarize buildschema(d)',
      'unsupported buildschema of a truth value',
      '',
    ],
    [
      'datatable(d:dynamic)[dynamic({"a": 1}), dynamic({"a": 1.5})] | summarize buildschema(d)',
      'unsupported buildschema of mixed values: double, long',
      '',
    ],
  ],
);

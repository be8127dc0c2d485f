/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const T = `datatable(k:string, n:long)['a', 1, 'b', 12, '', long(null), 'a', 7] `;

answersAsKusto(
  {
    'generated names': [
      [
        `${T}| summarize count(), countif(n > 1), sum(n), avg(n), dcount(k) | getschema | project ColumnName`,
        'ColumnName',
        [['count_'], ['countif_'], ['sum_n'], ['avg_n'], ['dcount_k']],
      ],
      [
        `${T}| summarize count() + 1, round(avg(n), 1), strcat('x', tostring(max(n)))`,
        'Column1,avg_n,Column2',
        [[5, 6.7, 'x12']],
      ],
      [
        `${T}| summarize sum(n), sum(n), total = sum(n), sum(n + 1)`,
        'sum_n,sum_n1,total,sum_',
        [[20, 20, 20, 23]],
      ],
      [
        `${T}| summarize count() by toupper(k), n % 2, len = strlen(k) | sort by Column1 asc, Column2 asc`,
        'Column1,Column2,len,count_',
        [
          ['', null, 0, 1],
          ['A', 1, 1, 2],
          ['B', 0, 1, 1],
        ],
      ],
      [
        `${T}| summarize count() by bin(n, 5), n10 = bin(n, 10) | sort by n asc`,
        'n,n10,count_',
        [
          [null, null, 1],
          [0, 0, 1],
          [5, 0, 1],
          [10, 10, 1],
        ],
      ],
    ],
    keys: [
      [
        `${T}| summarize count() by k | sort by k asc`,
        'k,count_',
        [
          ['', 1],
          ['a', 2],
          ['b', 1],
        ],
      ],
      [`${T}| summarize by k | sort by k desc`, 'k', [['b'], ['a'], ['']]],
      [
        `${T}| summarize hint.strategy=shuffle hint.num_partitions=4 count() by bin_at(n, 5, 2) | sort by n asc`,
        'n,count_',
        [
          [null, 1],
          [-3, 1],
          [7, 1],
          [12, 1],
        ],
      ],
      [
        `${T}| summarize count() by even = n % 2 == 0 | sort by even asc`,
        'even,count_',
        [
          [false, 3],
          [true, 1],
        ],
      ],
    ],
    'options of the query': [
      ['set notruncation; set servertimeout = 10m; print 1', 'print_0', [[1]]],
      [
        'set query_now = datetime(2020-01-01); print now(), ago(1d)',
        'print_0,print_1',
        [['2020-01-01T00:00:00Z', '2019-12-31T00:00:00Z']],
      ],
      [
        `set query_bin_auto_size = 5; ${T}| where isnotnull(n) | summarize count() by bin_auto(n) | sort by n asc`,
        'n,count_',
        [
          [0, 1],
          [5, 1],
          [10, 1],
        ],
      ],
      [
        'set query_bin_auto_size = 1h; set query_bin_auto_at = datetime(2026-01-01 00:05); print t = datetime(2026-01-01 02:04) | project bin_auto(t)',
        't',
        [['2026-01-01T01:05:00Z']],
      ],
    ],
    'first rows': [
      [
        `${T}| top 2 by n`,
        'k,n',
        [
          ['b', 12],
          ['a', 7],
        ],
      ],
      [
        `${T}| top 2 by n asc`,
        'k,n',
        [
          ['', null],
          ['a', 1],
        ],
      ],
      [`${T}| top 1 by n nulls first | project n`, 'n', [[null]]],
      [`${T}| top 2 by n asc nulls last | project n`, 'n', [[1], [7]]],
      [`${T}| top 1 by strcat('z', k) desc | project k`, 'k', [['b']]],
      [`${T}| count as rows`, 'rows', [[4]]],
      [
        `${T}| distinct k, even = n % 2 | sort by k asc`,
        'k,even',
        [
          ['', null],
          ['a', 1],
          ['b', 0],
        ],
      ],
      [`${T}| distinct * | count`, 'Count', [[4]]],
    ],
    'order by type': [
      ['datatable(s:string)["b", "", "A", "a"] | sort by s asc', 's', [[''], ['A'], ['a'], ['b']]],
      ['datatable(b:bool)[true, false, bool(null)] | sort by b desc', 'b', [[true], [false], [null]]],
      [
        'datatable(r:real)[1, real(nan), real(null), real(+inf)] | sort by r desc',
        'r',
        [['Infinity'], [1], ['NaN'], [null]],
      ],
    ],
  },
  [
    ['set query_take_max_records = 5; print 1', 'unsupported query option: query_take_max_records', '1:1'],
    [`${T}| summarize count() by bin_auto(n)`, 'unsupported bin_auto without query_bin_auto_size', '1:93'],
    [
      'print x = 1, t = 2 | summarize arg_max(x, *), t = min(t)',
      'unsupported two columns of one name: t',
      '1:22',
    ],
    ['datatable(d:dynamic)[dynamic(1)] | top 1 by d', 'unsupported sort by a dynamic value', '1:45'],
  ],
);

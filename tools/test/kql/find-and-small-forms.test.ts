/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const TABLES = `let Logon = view () { datatable(user:string, host:string, tries:long)['ann', 'h1', 3, 'bob', 'h2', 1] };
let Alert = view () { datatable(user:string, subject:string, tries:long)['bob', 'odd logon', 7] };
`;
const BAGS = `datatable(id:long, d:dynamic, e:dynamic)[
  1, dynamic([10, 20, 30]), dynamic(["x"]), 2, dynamic({"a": 1, "b": 2}), dynamic(null), 3, dynamic([]), dynamic([])] `;
const EVENTS = `datatable(t:datetime, k:string, n:long)[
  datetime(2026-02-01 03:00), 'a', 1, datetime(2026-02-03), 'a', 2, datetime(2026-02-02), 'b', 5] `;
const DAY = ['2026-02-01T00:00:00.0000000Z', '2026-02-02T00:00:00.0000000Z', '2026-02-03T00:00:00.0000000Z'];

answersAsKusto(
  {
    find: [
      [
        `${TABLES}find in (Logon, Alert) where user == 'bob' project user, tries:string, subject | sort by tries asc`,
        'source_,user,tries,subject',
        [
          ['Logon', 'bob', '1', ''],
          ['Alert', 'bob', '7', 'odd logon'],
        ],
      ],
      [`${TABLES}find withsource=from_ where host == 'h1' project user`, 'from_,user', [['Logon', 'ann']]],
      [
        `${TABLES}find in (Logon, Alert) where 'logon' and tries > 1 project user`,
        'source_,user',
        [['Alert', 'bob']],
      ],
      [`${TABLES}find in (Logon) where tries == 3`, 'source_,user,host,tries', [['Logon', 'ann', 'h1', 3]]],
    ],
    'make-series': [
      [
        `${EVENTS}| make-series s = sum(n) default = -1, c = count() on t from datetime(2026-02-01) to datetime(2026-02-04) step 1d by k | sort by k asc`,
        'k,s,c,t',
        [
          ['a', [1, -1, 2], [1, 0, 1], DAY],
          ['b', [-1, 5, -1], [0, 1, 0], DAY],
        ],
      ],
      [
        `${EVENTS}| where k == 'a' | make-series c = count() on bin(t, 12h) from datetime(2026-02-01) to datetime(2026-02-02) step 12h | project array_length(t), c`,
        'Column1,c',
        [[2, [1, 0]]],
      ],
      [
        `${EVENTS}| make-series s = sum(n) on t step 1d by k | sort by k asc`,
        'k,s,t',
        [
          ['a', [1, 0, 2], DAY],
          ['b', [5], [DAY[1]]],
        ],
      ],
      [
        `${EVENTS}| take 0 | make-series kind=nonempty s = avg(n) default = 4.5 on t from datetime(2026-02-01) to datetime(2026-02-03) step 1d`,
        's,t',
        [[[4.5, 4.5], DAY.slice(0, 2)]],
      ],
      [
        `${EVENTS}| take 0 | make-series count() on t from datetime(2026-02-01) to datetime(2026-02-03) step 1d`,
        'count_,t',
        [],
      ],
      [
        'range x from -3 to 3 step 1 | make-series c = count() on x step 2',
        'c,x',
        [
          [
            [1, 2, 2, 2],
            [-4, -2, 0, 2],
          ],
        ],
      ],
      [
        'range x from 0.5 to 3.0 step 0.5 | make-series c = count() on x from 0.0 to 3.0 step 1.0',
        'c,x',
        [
          [
            [1, 2, 2],
            [0, 1, 2],
          ],
        ],
      ],
    ],
    'mv-expand and mv-apply': [
      [
        `${BAGS}| mv-expand with_itemindex = i d to typeof(long), e to typeof(string) limit 2 | where id == 1 | project i, d, e`,
        'i,d,e',
        [
          [0, 10, 'x'],
          [1, 20, ''],
        ],
      ],
      [
        `${BAGS}| where id == 2 | mv-expand kind=array d | project k = d[0], v = d[1]`,
        'k,v',
        [
          ['a', 1],
          ['b', 2],
        ],
      ],
      [`${BAGS}| where id == 2 | mv-expand bagexpansion=bag d | project d`, 'd', [[{ a: 1 }], [{ b: 2 }]]],
      [
        `${BAGS}| mv-apply with_itemindex = i v = d to typeof(long) on (where v > 10 | top 1 by v asc | project i, v) | project id, i, v`,
        'id,i,v',
        [[1, 1, 20]],
      ],
      [
        `${BAGS}| where id == 1 | mv-apply d to typeof(long) on (sort by d desc | extend r = row_number(), s = row_cumsum(d) | summarize make_list(s), max(r)) | project list_s, max_r`,
        'list_s,max_r',
        [[[30, 50, 60], 3]],
      ],
    ],
    'project-reorder': [
      ['print b = 0, a20 = 1, a100 = 2, a3 = 3 | project-reorder a* asc', 'a100,a20,a3,b', [[2, 1, 3, 0]]],
      [
        'print b = 0, a20 = 1, a100 = 2, a3 = 3 | project-reorder a* granny-asc',
        'a3,a20,a100,b',
        [[3, 1, 2, 0]],
      ],
      [
        'print b = 0, a20 = 1, a100 = 2, a3 = 3 | project-reorder * granny-desc',
        'b,a100,a20,a3',
        [[0, 2, 1, 3]],
      ],
      ['print x1y2 = 1, x1y10 = 2, x = 3 | project-reorder x* granny-asc', 'x,x1y2,x1y10', [[3, 1, 2]]],
    ],
    range: [
      ['range t from 1h to 2h step 30m', 't', [['01:00:00'], ['01:30:00'], ['02:00:00']]],
      [
        'range d from datetime(2026-01-02) to datetime(2026-01-01) step -1d',
        'd',
        [['2026-01-02T00:00:00Z'], ['2026-01-01T00:00:00Z']],
      ],
      ['range x from 3 to 1 step 1', 'x', []],
      ['range x from 1 to 2 step 0.5', 'x', [[1], [1.5], [2]]],
      ['range x from 0.0 to 0.5 step 0.25', 'x', [[0], [0.25], [0.5]]],
      ['let n = toscalar(print 2); range x from 1 to n step 1', 'x', [[1], [2]]],
    ],
    'functions and names': [
      [
        'declare query_parameters(n:long = 5, s:string = "x", r:real = 3); print n, s, r',
        'print_0,print_1,print_2',
        [[5, 'x', 3]],
      ],
      [
        'let f = (T:(x:long), n:long = 3, s:string = "q") { T | extend y = x + n, s }; print x = 1 | invoke f(s = "z")',
        'x,y,s',
        [[1, 4, 'z']],
      ],
      ['let f = (T:(*)) { T | count }; print x = 1 | invoke f()', 'Count', [[1]]],
      ['print x = 1 | as T | union T', 'x', [[1], [1]]],
      [
        'print x = 1, y = 2, xx = 3 | project-by-names "x*", dynamic(["y", "nope"]), "x"',
        'x,xx,y',
        [[1, 3, 2]],
      ],
      [
        'print x = 1, s = "a" | getschema | project ColumnName, ColumnType',
        'ColumnName,ColumnType',
        [
          ['x', 'long'],
          ['s', 'string'],
        ],
      ],
      ['table("SecurityEvent") | where ingestion_time() > ago(1d) | project EventID', 'EventID', []],
    ],
  },
  [
    [
      `${TABLES}find in (Logon, Alert) where user == 'bob'`,
      'unsupported find over tables of different columns without project',
      '3:1',
    ],
    ['declare query_parameters(n:long); print n', 'unsupported query parameter without a default', '1:26'],
    [
      'print x = 1 | extend ingestion_time()',
      'unsupported ingestion_time() over rows without TimeGenerated or Timestamp',
      '1:22',
    ],
    ['range x from 0.0 to 0.3 step 0.1', 'unsupported range: rounding decides where it ends', ''],
    ...['range x from 1 to long(null) step 1', 'range t from 1h to 2h step 0s'].map(
      (kql) => [kql, 'unsupported range: its ends must not be null, nor its step 0', ''] as const,
    ),
    ['print x = 1 | facet by x', 'unsupported operator: facet', '1:15'],
    ['print x = 1 | fork (count)', 'unsupported operator: fork', '1:15'],
  ],
);

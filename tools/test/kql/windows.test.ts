/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const SALES = `datatable(shop:string, day:long, sold:long)[
  'east', 1, 4, 'east', 2, 4, 'east', 3, 9, 'west', 1, 7, 'west', 2, long(null)] | sort by shop asc, day asc `;
const VISITS = `datatable(who:string, t:datetime)[
  'ann', datetime(2026-03-01 09:00), 'ann', datetime(2026-03-01 09:04), 'ann', datetime(2026-03-01 09:09),
  'bob', datetime(2026-03-01 09:10), 'bob', datetime(null), 'bob', datetime(2026-03-01 09:11)] `;

answersAsKusto(
  {
    row_number: [
      [
        `${SALES}| extend a = row_number(), b = row_number(10), c = row_number(1, shop != prev(shop)) | project a, b, c`,
        'a,b,c',
        [
          [1, 10, 1],
          [2, 11, 2],
          [3, 12, 3],
          [4, 13, 1],
          [5, 14, 2],
        ],
      ],
      [
        `${SALES}| where row_number() > 3 and prev(sold) > 5 | project day, sold`,
        'day,sold',
        [
          [1, 7],
          [2, null],
        ],
      ],
      [`${SALES}| where false | extend n = row_number(0, true) | project n`, 'n', []],
      ['print x = 1 | extend n = row_number()', 'x,n', [[1, 1]]],
      [
        'range x from 1 to 3 step 1 | extend n = row_number(-1)',
        'x,n',
        [
          [1, -1],
          [2, 0],
          [3, 1],
        ],
      ],
    ],
    row_cumsum: [
      [
        `${SALES}| extend all = row_cumsum(sold), each = row_cumsum(sold, shop != prev(shop)), r = row_cumsum(sold * 0.5) | project all, each, r`,
        'all,each,r',
        [
          [4, 4, 2],
          [8, 8, 4],
          [17, 17, 8.5],
          [24, 7, 12],
          [24, 7, 12],
        ],
      ],
      [`${SALES}| extend n = row_cumsum(row_cumsum(day)) | project n`, 'n', [[1], [4], [10], [17], [26]]],
      [
        'range x from 1 to 2 step 1 | extend s = row_cumsum(9223372036854775807)',
        'x,s',
        [
          [1, '9223372036854775807'],
          [2, -2],
        ],
      ],
    ],
    'row_rank_dense and row_rank_min': [
      [
        `${SALES}| extend d = row_rank_dense(sold), m = row_rank_min(sold), dr = row_rank_dense(sold, shop != prev(shop)), mr = row_rank_min(shop, day == 2) | project d, m, dr, mr`,
        'd,m,dr,mr',
        [
          [1, 1, 1, 1],
          [1, 1, 1, 1],
          [2, 3, 2, 1],
          [3, 4, 1, 3],
          [4, 5, 2, 1],
        ],
      ],
      [
        `datatable(s:string)['a', '', '', 'b'] | serialize d = row_rank_dense(s), m = row_rank_min(s) | project d, m`,
        'd,m',
        [
          [1, 1],
          [2, 2],
          [2, 2],
          [3, 4],
        ],
      ],
    ],
    row_window_session: [
      [
        `${VISITS}| serialize a = row_window_session(t, 1h, 5m), b = row_window_session(t, 6m, 1h, who != prev(who)) | project who, a, b`,
        'who,a,b',
        [
          ['ann', '2026-03-01T09:00:00Z', '2026-03-01T09:00:00Z'],
          ['ann', '2026-03-01T09:00:00Z', '2026-03-01T09:00:00Z'],
          ['ann', '2026-03-01T09:09:00Z', '2026-03-01T09:09:00Z'],
          ['bob', '2026-03-01T09:09:00Z', '2026-03-01T09:10:00Z'],
          ['bob', null, null],
          ['bob', '2026-03-01T09:11:00Z', '2026-03-01T09:11:00Z'],
        ],
      ],
      [`${VISITS}| where false | serialize s = row_window_session(t, 1h, 5m)`, 'who,t,s', []],
    ],
    'prev and next': [
      [
        `datatable(i:int, s:string, b:bool, d:dynamic)[1, 'x', true, dynamic([1]), 2, 'y', false, dynamic({"k": 2})]
        | serialize pi = prev(i), ni = next(i, 1, 7), ps = prev(s), ns = next(s, 1, '-'), pb = prev(b), nd = next(d), same = prev(i, 0), far = next(i, 2) | project-away i, s, b, d`,
        'pi,ni,ps,ns,pb,nd,same,far',
        [
          [null, 2, '', 'y', null, { k: 2 }, 1, null],
          [1, 7, 'x', '-', true, null, 2, null],
        ],
      ],
    ],
    'windows within other operators': [
      [
        `${SALES}| summarize total = sum(day - prev(day)), most = max(row_number()) by same = prev(shop) == shop | where same`,
        'same,total,most',
        [[true, 3, 5]],
      ],
    ],
    'rows that keep their order': [
      [`${SALES}| project-away sold | take 2 | extend n = row_number() | project n`, 'n', [[1], [2]]],
      [
        `${SALES}| top 2 by sold | extend n = row_number() | project sold, n`,
        'sold,n',
        [
          [9, 1],
          [7, 2],
        ],
      ],
    ],
  },
  [
    [
      `datatable(x:long)[1] | extend row_number()`,
      'unsupported row_number over rows without an order',
      '1:31',
    ],
    [
      'range x from 1 to 2 step 1 | summarize count() by x | extend prev(x)',
      'unsupported prev over rows without an order',
      '1:62',
    ],
    [
      'range x from 1 to 2 step 1 | distinct x | extend next(x)',
      'unsupported next over rows without an order',
      '1:50',
    ],
    ['range x from 1 to 2 step 1 | extend d = next(x, 1, 0.5)', 'unsupported next with this default', '1:52'],
    ['range x from 1 to 2 step 1 | extend prev(x, -1)', 'unsupported prev by this offset', '1:45'],
  ],
);

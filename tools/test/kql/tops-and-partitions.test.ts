/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const HITS = `datatable(host:string, user:string, n:long)[
  'h1', 'ann', 5, 'h1', 'bob', 3, 'h2', 'ann', 1, 'h2', 'cid', 20, 'h3', 'bob', 2] `;

answersAsKusto(
  {
    'top-nested': [
      [
        `${HITS}| top-nested 2 of host by sum(n) | sort by host asc`,
        'host,aggregated_host',
        [
          ['h1', 8],
          ['h2', 21],
        ],
      ],
      [
        `${HITS}| top-nested 2 of host by total = sum(n), top-nested 1 of user by max(n) | sort by host asc`,
        'host,total,user,aggregated_user',
        [
          ['h1', 8, 'ann', 5],
          ['h2', 21, 'cid', 20],
        ],
      ],
      [
        `${HITS}| top-nested of host by Ignore = max(1), top-nested 1 of who = user by least = min(n) asc | project-away Ignore | sort by host asc`,
        'host,who,least',
        [
          ['h1', 'bob', 3],
          ['h2', 'ann', 1],
          ['h3', 'bob', 2],
        ],
      ],
      [
        `${HITS}| top-nested 1 of big = iff(n > 4, 'big', 'small') by count() - 1`,
        'big,aggregated_big',
        [['small', 2]],
      ],
      [`${HITS}| where n > 99 | top-nested 1 of host by sum(n)`, 'host,aggregated_host', []],
    ],
    'top-hitters': [
      [`${HITS}| top-hitters 1 of host by n`, 'host,approximate_sum_n', [['h2', 21]]],
      [
        `${HITS}| where host != 'h3' | top-hitters 9 of user | sort by user asc`,
        'user,approximate_count_user',
        [
          ['ann', 2],
          ['bob', 1],
          ['cid', 1],
        ],
      ],
      [`${HITS}| extend r = n / 2.0 | top-hitters 1 of user by r`, 'user,approximate_sum_r', [['cid', 10]]],
      [`${HITS}| where n < 0 | top-hitters 3 of user by n`, 'user,approximate_sum_n', []],
    ],
    'sample-distinct': [
      [`${HITS}| sample-distinct 2 of user`, 'user', [['ann'], ['bob']]],
      [`${HITS}| sample-distinct 99 of host | count`, 'Count', [[3]]],
      [`${HITS}| sample-distinct 0 of host`, 'host', []],
    ],
    partition: [
      [
        `${HITS}| partition by host (top 1 by n) | sort by host asc`,
        'host,user,n',
        [
          ['h1', 'ann', 5],
          ['h2', 'cid', 20],
          ['h3', 'bob', 2],
        ],
      ],
      [
        `${HITS}| partition hint.strategy=native by host (sort by n asc | extend r = row_number(), s = row_cumsum(n) | where r == 2) | project host, s | sort by host asc`,
        'host,s',
        [
          ['h1', 8],
          ['h2', 21],
        ],
      ],
      [
        `${HITS}| partition hint.strategy=shuffle by user (summarize hosts = dcount(host), total = sum(n) by user | extend share = total * 1.0 / hosts) | sort by user asc`,
        'user,hosts,total,share',
        [
          ['ann', 2, 6, 3],
          ['bob', 2, 5, 2.5],
          ['cid', 1, 20, 20],
        ],
      ],
      [
        `range k from 1 to 3 step 1 | partition hint.strategy=legacy by k { ${HITS}| where n <= toscalar(k) | summarize found = count() | extend k = toscalar(k) } | sort by k asc`,
        'found,k',
        [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
      ],
      [
        `${HITS}| partition by host (as Part | extend share = n * 1.0 / toscalar(Part | summarize sum(n))) | where host == 'h3' | project share`,
        'share',
        [[1]],
      ],
      [`${HITS}| where n < 0 | partition by host (count)`, 'Count', []],
    ],
  },
  [
    [
      `${HITS}| partition hint.strategy=native by host (join kind=inner (${HITS}) on host)`,
      'unsupported native partition with this operator',
      '2:126',
    ],
    [
      'print k = 1, d = dynamic({"a": 1}) | partition by k (evaluate bag_unpack(d))',
      'unsupported plugin without a schema in a subquery of another operator',
      '1:54',
    ],
  ],
);

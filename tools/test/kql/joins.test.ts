/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const SESSIONS = `let Started = datatable(id:long, user:string, rank:long)[1, 'ann', 5, 1, 'bob', 9, 2, 'cid', 1];
let Ended = datatable(id:long, code:string)[1, 'ok', 1, 'fail', 2, 'ok']; `;

answersAsKusto(
  {
    'filters behind a join that keeps one row of each key': [
      [
        `${SESSIONS}Started | join Ended on id | where code == 'ok' | project user, code | sort by user asc`,
        'user,code',
        [
          ['ann', 'ok'],
          ['cid', 'ok'],
        ],
      ],
      [
        `${SESSIONS}Started | join kind=innerunique Ended on id | where user == 'bob' | project user, code | sort by code asc`,
        'user,code',
        [
          ['bob', 'fail'],
          ['bob', 'ok'],
        ],
      ],
      [
        `${SESSIONS}Started | join Ended on id | where code != 'fail' | where rank > 5 and id1 == 1 | project user, code`,
        'user,code',
        [['bob', 'ok']],
      ],
      [
        `${SESSIONS}Started | join Ended on id | where rank > 5 or code == 'ok' | project user, code | sort by user asc`,
        'user,code',
        [
          ['ann', 'ok'],
          ['cid', 'ok'],
        ],
      ],
      [
        `${SESSIONS}Started | join Ended on id | where user in ((print u = 'bob')) and strlen(code) == 2 | project user, rank, code`,
        'user,rank,code',
        [['bob', 9, 'ok']],
      ],
      [
        `${SESSIONS}Started | join kind=inner Ended on id | where user == 'bob' and code == 'ok' | project rank`,
        'rank',
        [[9]],
      ],
    ],
  },
  [
    [
      'let T = print d = dynamic(1); T | join kind=inner T on d',
      'unsupported join key of a dynamic type: d',
      '1:35',
    ],
  ],
);

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const VIEWS = `let Alpha = view () { datatable(host:string, n:long)['web one', 1, 'db', 2] };
let Beta = view () { datatable(host:string, size:long)['web two', 2] };
let AlphaToo = view () { print host = 'none', n = 9 };
`;

answersAsKusto(
  {
    'where in any column': [
      [`${VIEWS}Alpha | where * has 'ONE' | project host`, 'host', [['web one']]],
      [`${VIEWS}Alpha | where n > 1 or (* contains 'b o' and not(* has 'zwei')) | count`, 'Count', [[2]]],
      [`${VIEWS}Alpha | where * hasprefix 'we' and n == 1 | count`, 'Count', [[1]]],
      [`${VIEWS}Alpha | where not(* has 'web') | project host`, 'host', [['db']]],
    ],
    'union with names': [
      [
        `${VIEWS}union withsource=t Alpha, Beta | sort by host asc | project t, host`,
        't,host',
        [
          ['Alpha', 'db'],
          ['Alpha', 'web one'],
          ['Beta', 'web two'],
        ],
      ],
      [
        `${VIEWS}union withsource=t Alpha* | summarize c = count() by t | sort by t asc`,
        't,c',
        [
          ['Alpha', 2],
          ['AlphaToo', 1],
        ],
      ],
      [`${VIEWS}union isfuzzy=true Alpha*, Gamma*, (Delta | where n > 1) | count`, 'Count', [[3]]],
      [
        `print x = 1 | as One | union withsource=t (print x = 2 | as Two)`,
        't,x',
        [
          ['One', 1],
          ['Two', 2],
        ],
      ],
      [
        `let A = view () { print x = 1 }; let B = view () { print x = 'a' }; let C = view () { print x_long = 3 }; union A, B, C`,
        'x_long1,x_string,x_long',
        [
          [1, '', null],
          [null, 'a', null],
          [null, '', 3],
        ],
      ],
      [`union kind=inner (print a = 1, b = 'x'), (print b = 'y', c = 2)`, 'b', [['x'], ['y']]],
    ],
    search: [
      [
        `${VIEWS}search in (Alpha, Beta) 'web' | sort by host asc`,
        '$table,host,n,size',
        [
          ['Alpha', 'web one', 1, null],
          ['Beta', 'web two', null, 2],
        ],
      ],
      [`${VIEWS}search in (Alpha, AlphaToo) n == 9`, '$table,host,n', [['AlphaToo', 'none', 9]]],
      [`${VIEWS}search 'two' | project $table, host`, '$table,host', [['Beta', 'web two']]],
      [
        `${VIEWS}search size == 2 or n == 1 | sort by host asc | project $table`,
        '$table',
        [['Alpha'], ['Beta']],
      ],
      [`${VIEWS}Alpha | search not('web') | project host`, 'host', [['db']]],
      [`${VIEWS}Alpha | search 'nothing' or 2 | project host`, 'host', [['db']]],
      [`${VIEWS}Alpha | as Rows | search host:'one'`, '$table,host,n', [['Rows', 'web one', 1]]],
      [`${VIEWS}Alpha | search kind=case_sensitive 'WEB'`, '$table,host,n', []],
      [`${VIEWS}Alpha | search * has 'WEB' | project host`, 'host', [['web one']]],
      [
        `${VIEWS}Alpha | search * contains 'b o' or * hasprefix 'd' | project host`,
        'host',
        [['web one'], ['db']],
      ],
      [
        'datatable(s:string, t:datetime, r:real)["id 17", datetime(2026-01-02), 1.5, "id 18", datetime(2026-01-02), 2.5] | search "id" and "17" | project s',
        's',
        [['id 17']],
      ],
    ],
  },
  [
    ['datatable(r:real)[2.5] | search "2"', 'unsupported search in a real', ''],
    [
      'datatable(s:string, t:datetime)["a", datetime(2026-01-02)] | search "2026"',
      'unsupported search in a datetime',
      '',
    ],
    ['datatable(b:bool)[true] | search "true"', 'unsupported search in a bool', ''],
    [
      `${VIEWS}Alpha | search kind=case_sensitive host has 'WEB'`,
      "unsupported search kind=case_sensitive with: host has 'WEB'",
      '4:36',
    ],
    [
      'let A = print x = 1; union withsource=x A, A',
      'unsupported withsource onto an existing column: x',
      '1:22',
    ],
  ],
);

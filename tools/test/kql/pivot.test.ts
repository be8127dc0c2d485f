/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const T = `datatable(colour:string, n:long, who:string)['z', 1, 'p', 'a', 2, 'p', 'z', 3, 'q'] `;

answersAsKusto(
  {
    'one column a value': [
      [
        `${T}| project colour, who | evaluate pivot(colour) | sort by who asc`,
        'who,z,a',
        [
          ['p', 1, 1],
          ['q', 1, 0],
        ],
      ],
      [
        `${T}| evaluate pivot(colour, sum(n)) | sort by who asc`,
        'who,z,a',
        [
          ['p', 1, 2],
          ['q', 3, 0],
        ],
      ],
      [
        `${T}| evaluate pivot(colour, sum(n), who) | extend all = z + a | sort by who asc`,
        'who,z,a,all',
        [
          ['p', 1, 2, 3],
          ['q', 3, 0, 3],
        ],
      ],
      [
        `${T}| evaluate pivot(colour, max(n), who, n) | sort by n asc`,
        'who,n,z,a',
        [
          ['p', 1, 1, null],
          ['p', 2, null, 2],
          ['q', 3, 3, null],
        ],
      ],
      [
        `${T}| evaluate pivot(colour, make_list(n, 1), who) | sort by who asc`,
        'who,z,a',
        [
          ['p', [1], [2]],
          ['q', [3], []],
        ],
      ],
      [
        `${T}| evaluate pivot(colour, any(who), n) | sort by n asc`,
        'n,z,a',
        [
          [1, 'p', ''],
          [2, '', 'p'],
          [3, 'q', ''],
        ],
      ],
      [
        `${T}| evaluate pivot(colour, dcount(who), colour)`,
        'colour,z,a',
        [
          ['z', 2, 0],
          ['a', 0, 1],
        ],
      ],
      ['datatable(k:long, v:long)[1, 1, 2, 5] | evaluate pivot(k, sum(v))', '1,2', [[1, 5]]],
      ['datatable(k:string, v:long, g:long)[] | evaluate pivot(k, sum(v))', 'g', []],
    ],
    'a declared schema': [
      [
        `${T}| evaluate pivot(colour, count(), who) : (who:string, a:long, z:long) | sort by who asc`,
        'who,a,z',
        [
          ['p', 1, 1],
          ['q', 0, 1],
        ],
      ],
      [
        `${T}| evaluate pivot(colour, sum(n), who) : (*, z:long, none:long) | sort by who asc`,
        'who,z,none',
        [
          ['p', 1, 0],
          ['q', 3, 0],
        ],
      ],
    ],
  },
  [
    [
      `${T}| evaluate pivot(colour, count()) : (who:string, z:long)`,
      'unsupported pivot schema without the column n',
      '1:87',
    ],
    ['datatable(k:string)["a", ""] | evaluate pivot(k)', 'unsupported pivot of an empty value', '1:32'],
  ],
);

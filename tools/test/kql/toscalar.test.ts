/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const PAIRS = 'let pairs = datatable(x:long, y:long)[1, 2, 3, 4]; ';

answersAsKusto(
  {
    'values of tables': [
      [
        `${PAIRS}let best = toscalar(pairs | summarize max(y)); print value = best, more = best + 1`,
        'value,more',
        [[4, 5]],
      ],
      [`${PAIRS}print a = toscalar(pairs | where x > 9), b = toscalar(5)`, 'a,b', [[null, 5]]],
      [
        'let g = toscalar(new_guid()); range x from 1 to 300 step 1 | extend g | distinct g | count',
        'Count',
        [[1]],
      ],
    ],
    'parameters that are columns': [
      [
        'let f = (n:long) { let more = n + 1; iff(more > 2, more, -n) }; range x from 1 to 3 step 1 | project y = f(x), z = f(f(x))',
        'y,z',
        [
          [-1, 1],
          [3, 4],
          [4, 5],
        ],
      ],
    ],
    'bins from a point': [
      [
        'print bin_at(6.5, 2.5, 7), bin_at(-1, 2, 1), bin_at(1h, 1d, 12h), bin_at(5, 0.0, 1)',
        'print_0,print_1,print_2,print_3',
        [[4.5, -1, '-12:00:00', null]],
      ],
    ],
  },
  [
    [
      `${PAIRS}let f = (wanted:long) { toscalar(pairs | where x == wanted | project y) }; range x from 1 to 3 step 1 | extend y = f(x)`,
      'unsupported column of another table by a parameter: wanted',
      '1:61',
    ],
    ['let f = (n:long) { n }; print f("12")', 'unsupported string as the long n', '1:33'],
    ['let f = (n:int) { n }; print f(1.5)', 'unsupported real as the int n', '1:32'],
  ],
);

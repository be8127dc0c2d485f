/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const TEN = 'range n from 1 to 10 step 1 | evaluate ';

answersAsKusto(
  {
    'rows near others': [
      [`${TEN}rows_near(n == 4 or n == 9, 1)`, 'n', [[3], [4], [5], [8], [9], [10]]],
      [`${TEN}rows_near(n == 4, 0, 2)`, 'n', [[4], [5], [6]]],
      [`${TEN}rows_near(n > 100, 3)`, 'n', []],
      ['range n from 1 to 5 step 1 | sort by n desc | evaluate rows_near(n == 4, 0, 1)', 'n', [[4], [3]]],
    ],
    'one row a value': [
      [
        "datatable(a:string, b:long)['x', 1, '', long(null)] | evaluate narrow()",
        'Row,Column,Value',
        [
          [0, 'a', 'x'],
          [0, 'b', '1'],
          [1, 'a', ''],
          [1, 'b', ''],
        ],
      ],
    ],
    'rows as they are': [[`${TEN}identity() | count`, 'Count', [[10]]]],
    'distinct values that sets share': [
      [
        'range x from 1 to 60 step 1 | summarize a = hll(x), b = hll(x + 20), c = hll(x + 50) | evaluate dcount_intersect(a, b, c) | project s0, s1, s2',
        's0,s1,s2',
        [[60, 40, 10]],
      ],
    ],
  },
  [
    [
      "datatable(a:string)['x'] | evaluate rows_near(a == 'x', 1)",
      'unsupported rows_near over rows without an order',
      '1:37',
    ],
    ['print t = 1.5 | evaluate narrow()', 'unsupported narrow of a real: t', '1:17'],
    ['print t = 1 | evaluate autocluster()', 'unsupported plugin: autocluster', '1:24'],
    ['print t = 1 | evaluate preview(1)', 'unsupported plugin: preview', '1:24'],
    ["print t = 1 | evaluate python(typeof(*), 'result = df')", 'unsupported plugin: python', '1:24'],
  ],
);

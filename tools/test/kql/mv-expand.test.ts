/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

answersAsKusto(
  {
    'types of items': [
      ['print a = dynamic([1, 2.9, null]) | mv-expand a to typeof(long)', 'a', [[1], [2], [null]]],
      ['print a = dynamic([1, 2.5]) | mv-expand a to typeof(real)', 'a', [[1], [2.5]]],
      ['print a = dynamic([true, false]) | mv-expand a to typeof(bool)', 'a', [[true], [false]]],
      ['print a = split("x,y", ",") | mv-expand a to typeof(long)', 'a', [[null], [null]]],
      ['print a = split("1,2", ",") | mv-expand a to typeof(string) | extend a = tolong(a)', 'a', [[1], [2]]],
      [
        'print t = range(datetime(2026-01-02), datetime(2026-01-03), 1d) | mv-expand t to typeof(datetime)',
        't',
        [['2026-01-02T00:00:00Z'], ['2026-01-03T00:00:00Z']],
      ],
    ],
    'rows of values': [
      [
        'datatable(k:long, d:dynamic)[1, dynamic([]), 2, dynamic({}), 3, dynamic(null), 4, dynamic("x")] | mv-expand d',
        'k,d',
        [
          [3, null],
          [4, 'x'],
        ],
      ],
    ],
  },
  [
    [
      'print a = split("1,2", ",") | mv-expand a to typeof(long)',
      'unsupported mv-expand to typeof(long) of other values: convert them with tolong',
      '',
    ],
    [
      'print a = dynamic([1]) | mv-expand a to typeof(bool)',
      'unsupported mv-expand to typeof(bool) of other values: convert them with tobool',
      '',
    ],
    ['print a = dynamic([1]) | mv-expand a limit 0', 'unsupported row limit below 1', '1:44'],
    ['print a = dynamic([1]) | mv-apply a limit 0 on (count)', 'unsupported row limit below 1', '1:43'],
    ['print a = 1 | take -1', 'unsupported row count below 0', '1:20'],
  ],
);

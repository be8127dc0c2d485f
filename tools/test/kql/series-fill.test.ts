/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const GAPS = 'print s = dynamic([null, 10, null, null, 4, null]) ';
const REAL_GAPS = 'print s = dynamic([null, 10.0, null, null, 4.0, null]) ';

answersAsKusto(
  {
    series_fill_const: [
      [
        `${GAPS}| project a = series_fill_const(s, 0), b = series_fill_const(s, -1, long(null))`,
        'a,b',
        [
          [
            [0, 10, 0, 0, 4, 0],
            [-1, 10, -1, -1, 4, -1],
          ],
        ],
      ],
      ['print a = series_fill_const(dynamic([7, 0, null]), 5, 0)', 'a', [[[7, 5, null]]]],
      ['print a = series_fill_const(dynamic(null), 5)', 'a', [[null]]],
    ],
    'series_fill_forward and series_fill_backward': [
      [
        `${GAPS}| project f = series_fill_forward(s), b = series_fill_backward(s)`,
        'f,b',
        [
          [
            [null, 10, 10, 10, 4, 4],
            [10, 10, 4, 4, 4, null],
          ],
        ],
      ],
      ['print f = series_fill_forward(dynamic([1, -1, 3, -1]), -1)', 'f', [[[1, 1, 3, 3]]]],
    ],
    series_fill_linear: [
      [`${GAPS}| project l = tostring(series_fill_linear(s))`, 'l', [['[10,10,8,6,4,4]']]],
      [`${REAL_GAPS}| project l = tostring(series_fill_linear(s))`, 'l', [['[10.0,10.0,8.0,6.0,4.0,4.0]']]],
      [`${GAPS}| project l = series_fill_linear(s, real(null), false)`, 'l', [[[null, 10, 8, 6, 4, null]]]],
      [
        'print a = tostring(series_fill_linear(dynamic([1, null, 2]))), b = tostring(series_fill_linear(dynamic([1, null, 2.0])))',
        'a,b',
        [['[1,1,2]', '[1,1.5,2.0]']],
      ],
      [
        'print a = tostring(series_fill_linear(dynamic([null, null]))), b = tostring(series_fill_linear(dynamic([null]), int(null), true, 2.5)), c = tostring(series_fill_linear(dynamic([null]), int(null), true, real(null)))',
        'a,b,c',
        [['[0.0,0.0]', '[2.5]', '[null]']],
      ],
      ['print a = series_fill_linear(dynamic([0, 2, 0, 6, 0]), 0)', 'a', [[[2, 2, 4, 6, 6]]]],
    ],
    'over a made series': [
      [
        'datatable(t:datetime, n:long)[datetime(2026-01-01), 1, datetime(2026-01-04), 7] | make-series s = sum(n) default = long(null) on t from datetime(2026-01-01) to datetime(2026-01-05) step 1d | project f = series_fill_forward(s), l = series_fill_linear(s)',
        'f,l',
        [
          [
            [1, 1, 1, 7],
            [1, 3, 5, 7],
          ],
        ],
      ],
    ],
  },
  [
    [
      'print series_fill_const(dynamic([1, "x"]), 0)',
      'unsupported series: series_fill_const of values that are no numbers',
      '1:7',
    ],
  ],
);

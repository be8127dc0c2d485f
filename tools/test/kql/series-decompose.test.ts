/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const RISING = 'print y = dynamic([2, 5, 5, 8]) ';
const BULK = 'print y = dynamic([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 20]) ';
const WAVE = 'print y = dynamic([0, 5, 9, 5, 0, 5, 9, 5, 0, 5, 9, 5, 0, 5, 9, 5, 0, 5, 9, 5, 0, 5, 9, 5]) ';
const UNCERTAIN = 'unsupported series: seasonality that is not certain; give the period, or 0 for none';

answersAsKusto(
  {
    series_decompose: [
      [
        'print y = dynamic([1, 2, 3, 6]) | project series_decompose(y)',
        'series_decompose_y_baseline,series_decompose_y_seasonal,series_decompose_y_trend,series_decompose_y_residual',
        [
          [
            [3, 3, 3, 3],
            [0, 0, 0, 0],
            [3, 3, 3, 3],
            [-2, -1, 0, 3],
          ],
        ],
      ],
      [
        `${RISING}| extend (b, s, t, r) = series_decompose(y, 0, 'linefit') | project tostring(t), s, b = tostring(b)`,
        't,s,b',
        [['[2.3,4.1,5.9,7.7]', [0, 0, 0, 0], '[2.3,4.1,5.9,7.7]']],
      ],
      [
        "print y = dynamic([1, 5, 1, 5, 1, 5, 3, 9]) | project (b, s, t, r) = series_decompose(y, 2, 'none')",
        'b,s,t,r',
        [
          [
            [1, 5, 1, 5, 1, 5, 1, 5],
            [1, 5, 1, 5, 1, 5, 1, 5],
            [0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 2, 4],
          ],
        ],
      ],
      [
        "print y = dynamic([1, 4, 2, 6, 90, 90]) | project (b, s, t, r) = series_decompose(y, 2, 'none', 2)",
        'b,s,t,r',
        [
          [
            [1.5, 5, 1.5, 5, 1.5, 5],
            [1.5, 5, 1.5, 5, 1.5, 5],
            [0, 0, 0, 0, 0, 0],
            [-0.5, -1, 0.5, 1, 88.5, 85],
          ],
        ],
      ],
      [
        'datatable(y:dynamic)[dynamic(null)] | project (b, s, t, r) = series_decompose(y)',
        'b,s,t,r',
        [[null, null, null, null]],
      ],
    ],
    'detected seasonality': [
      [
        `${WAVE}| extend (b, s, t, r) = series_decompose(y) | project s = array_slice(s, 0, 5), t[0], r[7]`,
        's,t_0,r_7',
        [[[0, 5, 9, 5, 0, 5], 0, 0]],
      ],
      [
        `${WAVE}| extend (flag, score, base) = series_decompose_anomalies(y) | project f = array_length(set_union(flag, dynamic([0]))), base[2]`,
        'f,base_2',
        [[1, 9]],
      ],
      ['print s = series_seasonal(dynamic([3, 1, 4, 1, 5, 9, 2]))', 's', [[[0, 0, 0, 0, 0, 0, 0]]]],
    ],
    series_seasonal: [
      [
        'print a = series_seasonal(dynamic([1, 7, 3, 9, 2, 8]), 2), b = series_seasonal(dynamic([1, 2, 5, 6]), 2), c = series_seasonal(dynamic([1, 2]), 0)',
        'a,b,c',
        [
          [
            [2, 8, 2, 8, 2, 8],
            [3, 4, 3, 4],
            [0, 0],
          ],
        ],
      ],
    ],
    series_decompose_anomalies: [
      [
        `${BULK}| extend (flag, score, base) = series_decompose_anomalies(y, 1.5, 0, 'none') | project flag, low = round(todouble(score[0]), 9), high = round(todouble(score[10]), 9), base[3]`,
        'flag,low,high,base_3',
        [[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], -0.346575701, 3.812332708, 0]],
      ],
      [
        `${BULK}| extend (flag, score, base) = series_decompose_anomalies(y, 2.5, 0, 'none', 0, 'tukey') | project flag, score`,
        'flag,score',
        [
          [
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [-0.5, -0.3, -0.1, 0, 0, 0, 0, 0, 0.1, 0.3, 2.5],
          ],
        ],
      ],
      [
        `${BULK}| extend outliers = series_decompose_anomalies(y, 3, 0, 'none') | project outliers, n = array_length(series_decompose_anomalies_y_ad_score)`,
        'outliers,n',
        [[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 11]],
      ],
      [
        'print y = dynamic([5, 5, 5, 5]) | project series_decompose_anomalies(y)',
        'series_decompose_anomalies_y_ad_flag,series_decompose_anomalies_y_ad_score,series_decompose_anomalies_y_baseline',
        [
          [
            [0, 0, 0, 0],
            [0, 0, 0, 0],
            [5, 5, 5, 5],
          ],
        ],
      ],
      [
        "datatable(t:datetime, n:long)[datetime(2026-01-01), 2, datetime(2026-01-02), 5, datetime(2026-01-03), 5, datetime(2026-01-04), 8] | make-series n = sum(n) on t from datetime(2026-01-01) to datetime(2026-01-05) step 1d | extend (flag, score, base) = series_decompose_anomalies(n, 1.5, -1, 'linefit') | mv-expand n to typeof(long), base to typeof(double), flag to typeof(long) | project n, base = round(base, 9), flag",
        'n,base,flag',
        [
          [2, 2.3, 0],
          [5, 4.1, 0],
          [5, 5.9, 0],
          [8, 7.7, 0],
        ],
      ],
    ],
    series_decompose_forecast: [
      [
        'print f = tostring(series_decompose_forecast(dynamic([2, 5, 5, 8, 0, 0]), 2))',
        'f',
        [['[2.3,4.1,5.9,7.7,9.5,11.3]']],
      ],
      ["print f = series_decompose_forecast(dynamic([1, 3, 5, 0]), 1, 0, 'avg')", 'f', [[[3, 3, 3, 3]]]],
    ],
  },
  [
    ['print series_seasonal(dynamic([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]))', UNCERTAIN, '1:7'],
    [
      'print series_decompose_forecast(dynamic([1, 2, 3, 4]), 1)',
      'unsupported series: decomposition that leaves nothing but rounding',
      '1:7',
    ],
    [
      'print (a, b) = series_decompose_anomalies(dynamic([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9]))',
      'unsupported series: outliers of a series whose bulk is one value',
      '1:16',
    ],
    [
      "print (a, b) = series_decompose_anomalies(dynamic([1, 2, 4]), 1.5, 0, 'avg', 1)",
      'unsupported series: anomalies of test points',
      '1:16',
    ],
    [
      'print (a, b) = series_decompose(dynamic([1, null, 4]))',
      'unsupported series: series_decompose of a series with missing values',
      '1:16',
    ],
    [
      "print (a, b) = series_decompose(dynamic([1, 2, 4]), 0, 'cubic')",
      'unsupported series: trend: cubic',
      '1:16',
    ],
    ['print x = dynamic([1]) | project series_fft(x)', 'unsupported function: series_fft', '1:34'],
  ],
);

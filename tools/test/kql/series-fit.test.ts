/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

/** Mean 5, spread 24, slope 1.4 and misfit 4.4 over x = 1 .. 4, all by hand. */
const FOUR = 'print y = dynamic([2, 5, 5, 8]) ';
const STEP = 'print y = dynamic([0, 1, 0, 1, 20, 22, 20, 22]) ';

answersAsKusto(
  {
    series_stats: [
      [
        'print x = dynamic([4, 1, 7, 1, 7]) | project series_stats(x)',
        'series_stats_x_min,series_stats_x_min_idx,series_stats_x_max,series_stats_x_max_idx,series_stats_x_avg,series_stats_x_stdev,series_stats_x_variance',
        [[1, 1, 7, 2, 4, 3, 9]],
      ],
      [
        'print x = dynamic([1, null, 3]) | project (low, at, high) = series_stats(x, true), b = series_stats(x)',
        'low,at,high,series_stats_x_max_idx,series_stats_x_avg,series_stats_x_stdev,series_stats_x_variance,b,series_stats_x_min_idx,series_stats_x_max,series_stats_x_max_idx1,series_stats_x_avg1,series_stats_x_stdev1,series_stats_x_variance1',
        [[1, 0, 3, 2, 2, Math.SQRT2, 2, null, null, null, null, null, null, null]],
      ],
      [
        'print s = series_stats_dynamic(dynamic([2, 4]))',
        's',
        [
          [
            {
              min: 2,
              min_idx: 0,
              max: 4,
              max_idx: 1,
              avg: 3,
              stdev: Math.SQRT2,
              variance: 2,
              sum: 6,
              len: 2,
            },
          ],
        ],
      ],
    ],
    'names of several columns': [
      [
        'print x = dynamic([1, 3]) | extend (low, at) = series_stats(x), c = 1',
        'x,low,at,c',
        [[[1, 3], 1, 0, 1]],
      ],
      [
        'print x = dynamic([1, 3]) | extend low = series_stats(x) | project low, series_stats_x_max',
        'low,series_stats_x_max',
        [[1, 3]],
      ],
      ['print (low, at) = series_stats(dynamic([5, 3])), c = 2', 'low,at,c', [[3, 1, 2]]],
      [
        'print d = dynamic({"v": [1, 3]}) | extend a = 1, series_stats(d.v), 2 | project a, series_stats_d_v_avg, Column1',
        'a,series_stats_d_v_avg,Column1',
        [[1, 2, 2]],
      ],
      [
        'datatable(s:dynamic)[dynamic(null), dynamic({})] | project (a, b) = series_fit_line(s) | project a, b',
        'a,b',
        [
          [null, null],
          [null, null],
        ],
      ],
    ],
    series_fit_line: [
      [
        `${FOUR}| project (r, slope, v, rv, i, fit) = series_fit_line(y) | project r = round(r, 10), slope, v, rv = round(rv, 10), i, fit = tostring(fit)`,
        'r,slope,v,rv,i,fit',
        [[0.9, 1.8, 6, 0.6, 0.5, '[2.3,4.1,5.9,7.7]']],
      ],
      [
        `${FOUR}| project f = series_fit_line_dynamic(y) | project slope = f.slope, i = f.interception, keys = bag_keys(f)`,
        'slope,i,keys',
        [[1.8, 0.5, ['rsquare', 'slope', 'variance', 'rvariance', 'interception', 'line_fit']]],
      ],
    ],
    series_fit_2lines: [
      [
        `${STEP}| project r = round(todouble(series_fit_2lines_dynamic(y).rsquare), 9), fit = series_fit_2lines_dynamic(y).line_fit | project r, low = todouble(fit[0]), high = round(todouble(fit[7]), 9)`,
        'r,low,high',
        [[0.995269072, 0.2, 21.6]],
      ],
      [
        `${STEP}| extend (r, at, v, rv, fit) = series_fit_2lines(y) | project r = round(r, 9), n = array_length(fit)`,
        'r,n',
        [[0.995269072, 8]],
      ],
    ],
    'series_fir and series_iir': [
      [
        'print a = series_fir(dynamic([3, 6, 9, 3]), dynamic([1, 1, 1])), b = series_fir(dynamic([3, 6, 9, 3]), dynamic([1, 1, 1]), true, true), c = series_fir(dynamic([3, 6, 9, 3]), dynamic([1, 1, 1]), false)',
        'a,b,c',
        [
          [
            [1, 3, 6, 6],
            [3, 6, 6, 4],
            [3, 9, 18, 18],
          ],
        ],
      ],
      [
        'print a = tostring(series_fir(dynamic([3, 6, 9]), dynamic([1, -1]))), b = series_fir(dynamic([3]), dynamic([1, -1]), true)',
        'a,b',
        [['[3,3,3]', null]],
      ],
      [
        'print sum = series_iir(dynamic([1, 2, 3]), dynamic([1]), dynamic([1, -1])), smooth = series_iir(dynamic([8, 8, 8]), dynamic([1]), dynamic([2, -1]))',
        'sum,smooth',
        [
          [
            [1, 3, 6],
            [4, 6, 7],
          ],
        ],
      ],
    ],
    series_outliers: [
      [
        'print o = series_outliers(dynamic([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 20])), t = series_outliers(dynamic([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 20]), "tukey")',
        'o,t',
        [
          [
            [-0.3465757006884893, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3.8123327075733826],
            [-0.5, -0.3, -0.1, 0, 0, 0, 0, 0, 0.1, 0.3, 2.5],
          ],
        ],
      ],
      [
        'print o = series_outliers(dynamic([null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99, 10]), "ctukey", 99) | project o[0], o[11], n = array_length(o)',
        'o_0,o_11,n',
        [[0, 0, 13]],
      ],
    ],
    series_periods_validate: [
      [
        'print y = dynamic([1, 2, 1, 2, 1, 2, 1, 2]) | project series_periods_validate(y, 2.0, 5.0)',
        'series_periods_validate_y_periods,series_periods_validate_y_scores',
        [
          [
            [2, 5],
            [0, 0],
          ],
        ],
      ],
    ],
  },
  [
    [
      'print toreal(series_stats(dynamic([1, 2])))',
      'unsupported series_stats as one value: it gives several columns',
      '1:14',
    ],
    [
      'print y = 1 | project series_stats_dynamic(dynamic([1, null]))',
      'unsupported series: series_stats_dynamic of a series with missing values',
      '1:23',
    ],
    [
      'print series_outliers(dynamic([1, 2, 3]), "ctukey", real(null), 5, 95)',
      'unsupported series: series_outliers with percentiles other than 10 and 90',
      '1:7',
    ],
    [
      'print series_fir(dynamic([1, 2]), dynamic([1, 1]), true, true)',
      'unsupported series: centered series_fir of an even length',
      '1:7',
    ],
    [
      'print x = dynamic([1]) | extend series_fir(x, x)',
      'unsupported extend without a name: it replaces the column of its argument',
      '1:26',
    ],
  ],
);

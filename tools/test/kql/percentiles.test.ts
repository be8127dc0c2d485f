/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const TEN = 'range x from 1 to 10 step 1 | summarize ';
const BUCKETS = 'datatable(size:long, hits:long)[5,10, 9,1, 7,3, 8,0] | summarize ';

answersAsKusto(
  {
    'percentiles are of the nearest rank': [
      [
        `${TEN}percentile(x, 0), percentile(x, 10), percentile(x, 11), percentile(x, 100)`,
        'percentile_x_0,percentile_x_10,percentile_x_11,percentile_x_100',
        [[1, 1, 2, 10]],
      ],
      [`${TEN}percentile(x, 99.9)`, 'percentile_x_99_9', [[10]]],
      [`${TEN}percentiles(x, 25, 50, 75)`, 'percentile_x_25,percentile_x_50,percentile_x_75', [[3, 5, 8]]],
      [`${TEN}(low, high) = percentiles(x, 5, 95)`, 'low,high', [[1, 10]]],
      [`${TEN}median = percentiles(x, 50, 90)`, 'median,percentile_x_90', [[5, 9]]],
      [`${TEN}percentile(x * 0.5, 50)`, 'percentile__50', [[2.5]]],
      [
        `${TEN}round(percentile(x * 0.5, 50), 0) by odd = x % 2 | sort by odd asc`,
        'odd,Column1',
        [
          [0, 3],
          [1, 3],
        ],
      ],
    ],
    'percentiles as one array': [
      [`${TEN}percentiles_array(x, 20, 40)`, 'percentiles_x', [[[2, 4]]]],
      [`${TEN}percentiles_array(x, dynamic([0, 99.5]))`, 'percentiles_x', [[[1, 10]]]],
      [
        'datatable(x:long)[long(null)] | summarize percentiles_array(x, 50), percentile(x, 50)',
        'percentiles_x,percentile_x_50',
        [[null, null]],
      ],
    ],
    weights: [
      [
        `${BUCKETS}percentilew(size, hits, 50), percentilew(size, hits, 80)`,
        'percentile_size_50,percentile_size_80',
        [[5, 7]],
      ],
      [
        `${BUCKETS}percentilesw(size, hits, 0, 72, 100)`,
        'percentile_size_0,percentile_size_72,percentile_size_100',
        [[5, 7, 9]],
      ],
      [`${BUCKETS}percentilesw_array(size, hits, dynamic([50, 100]))`, 'percentiles_size', [[[5, 9]]]],
      [`${BUCKETS}percentilew(size, long(null), 50)`, 'percentile_size_50', [[null]]],
    ],
    'other types': [
      [
        'datatable(t:datetime)[datetime(2026-01-03), datetime(2026-01-01), datetime(null)] | summarize m = percentile(t, 50) | project tostring(m)',
        'm',
        [['2026-01-01T00:00:00.0000000Z']],
      ],
      [
        'datatable(t:timespan)[3h, 1h, 2h] | summarize m = percentile(t, 50) | project tostring(m)',
        'm',
        [['02:00:00']],
      ],
      [
        'datatable(i:int)[7, 5] | summarize m = percentile(i, 51) | extend t = gettype(m)',
        'm,t',
        [[7, 'int']],
      ],
    ],
  },
  [
    ['print s = "a" | summarize percentile(s, 50)', 'unsupported percentile of a string', '1:27'],
    [
      'range x from 1 to 3 step 1 | summarize percentile(x, 101)',
      'unsupported percentage that is not a constant of 0 to 100: 101',
      '1:54',
    ],
    [
      'range x from 1 to 3 step 1 | summarize percentiles_array(tostring(x), 50)',
      'unsupported percentile of a string',
      '1:40',
    ],
  ],
);

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const SETS = 'range x from 1 to 30 step 1 | summarize h = hll(x) by third = x % 3 | summarize ';
const DIGEST = 'range x from 1 to 20 step 1 | summarize d = tdigest(x) | project ';
const RAW = 'unsupported raw sketch in an answer: read it with dcount_hll or percentile_tdigest';

answersAsKusto(
  {
    'sets of distinct values': [
      [
        'datatable(x:long)[1, 2, 2, 3, long(null)] | summarize a = hll(x), b = hll(x, 4), c = hll_if(x, x > 1) | project dcount_hll(a), dcount_hll(b), dcount_hll(c)',
        'dcount_hll_a,dcount_hll_b,dcount_hll_c',
        [[3, 3, 2]],
      ],
      [`${SETS}all = hll_merge(h) | project dcount_hll(all)`, 'dcount_hll_all', [[30]]],
      [
        'range x from 1 to 9 step 1 | summarize a = hll(x), b = hll(x + 4), c = hll(tostring(x)) | project dcount_hll(hll_merge(a, b)), dcount_hll(hll_merge(a, c))',
        'dcount_hll_hll_merged_result,dcount_hll_hll_merged_result1',
        [[13, 18]],
      ],
      [
        'datatable(s:string)["a", "A", "", "a"] | summarize h = hll(s) | project n = dcount_hll(h)',
        'n',
        [[3]],
      ],
      ['datatable(x:long)[] | summarize h = hll(x), d = tdigest(x)', 'h,d', [[null, null]]],
    ],
    digests: [
      [
        `${DIGEST}percentile_tdigest(d, 50), percentile_tdigest(d, 95, typeof(long))`,
        'percentile_tdigest_d,percentile_tdigest_d1',
        [[10, 19]],
      ],
      [
        `${DIGEST}percentiles_array_tdigest(d, 25, 50), percentiles_array_tdigest(d, dynamic([0, 100]))`,
        'percentile_tdigest_d,percentile_tdigest_d1',
        [
          [
            [5, 10],
            [1, 20],
          ],
        ],
      ],
      [`${DIGEST}r = rank_tdigest(d, 7), p = percentrank_tdigest(d, 7)`, 'r,p', [[7, 35]]],
      [
        'range x from 1 to 20 step 1 | summarize d = tdigest(x) by x % 2 | summarize m = tdigest_merge(d), merge_tdigest(d) | project a = percentile_tdigest(m, 100), b = percentile_tdigest(merge_tdigests_d, 0)',
        'a,b',
        [[20, 1]],
      ],
      [
        'range x from 1 to 4 step 1 | summarize a = tdigest(x), b = tdigest(x + 10) | project m = merge_tdigest(a, b) | project p = percentile_tdigest(m, 50), q = percentile_tdigest(m, 51)',
        'p,q',
        [[4, 11]],
      ],
      [
        'datatable(v:real, w:long)[1.5, 1, 2.5, 3, 9.5, 0] | summarize d = tdigest(v, w) | project percentile_tdigest(d, 25), percentile_tdigest(d, 100)',
        'percentile_tdigest_d,percentile_tdigest_d1',
        [[1.5, 2.5]],
      ],
      [
        'datatable(t:datetime)[datetime(2026-02-01), datetime(2026-01-01)] | summarize d = tdigest(t) | project t = tostring(percentile_tdigest(d, 50, typeof(datetime)))',
        't',
        [['2026-01-01T00:00:00.0000000Z']],
      ],
    ],
  },
  [
    ['range x from 1 to 3 step 1 | summarize hll(x)', RAW, ''],
    ['range x from 1 to 3 step 1 | summarize d = tdigest(x) | project pack_array(d)', RAW, ''],
    [
      'range x from 1 to 3 step 1 | summarize d = tdigest(x) | project tostring(d)',
      'unsupported reading of a raw sketch',
      '',
    ],
    ['print dcount_hll(dynamic([1]))', 'unsupported value: not an hll of this engine', ''],
  ],
);

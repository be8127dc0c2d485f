/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const TWO = 'print a = dynamic([1, 2, 6]), b = dynamic([3, 0.5, 2]) ';

answersAsKusto({
  'whole numbers and reals': [
    [
      'print s = series_add(dynamic([1, 2]), dynamic([10, 20])), d = series_subtract(dynamic([1, 2]), dynamic([3, 1])), m = series_multiply(dynamic([3, -4]), dynamic([5, 6]))',
      's,d,m',
      [
        [
          [11, 22],
          [-2, 1],
          [15, -24],
        ],
      ],
    ],
    [
      `${TWO}| project s = tostring(series_add(a, b)), m = tostring(series_multiply(a, b))`,
      's,m',
      [['[4.0,2.5,8.0]', '[3.0,1.0,12.0]']],
    ],
    [
      'print d = tostring(series_divide(dynamic([6, 1, 0, -1]), dynamic([4, 0, 0, 0])))',
      'd',
      [['[1.5,"Infinity","NaN","-Infinity"]']],
    ],
    [
      'print p = tostring(series_pow(dynamic([2, 9, 2]), dynamic([10, 0.5, -1])))',
      'p',
      [['[1024.0,3.0,0.5]']],
    ],
    [
      'print w = tostring(series_add(dynamic([9223372036854775807]), dynamic([1])))',
      'w',
      [['[-9223372036854775808]']],
    ],
  ],
  'a number in place of a series, unlike lengths, and what is no number': [
    [
      'print s = series_multiply(10, dynamic([1, -2])), t = series_subtract(dynamic([1, 2]), 1)',
      's,t',
      [
        [
          [10, -20],
          [0, 1],
        ],
      ],
    ],
    ['print s = series_add(dynamic([1, 2, 3]), dynamic([10]))', 's', [[[11, null, null]]]],
    ['print s = series_add(dynamic([1, "x", null]), dynamic([1, 1, 1]))', 's', [[[2, null, null]]]],
    ['print s = series_add(dynamic(null), dynamic([1]))', 's', [[null]]],
    ['print s = series_abs(dynamic([])), t = series_add(dynamic([]), dynamic([]))', 's,t', [[[], []]]],
  ],
  comparisons: [
    [
      `${TWO}| project series_less(a, b), series_less_equals(a, b)`,
      'Column1,Column2',
      [
        [
          [true, false, false],
          [true, false, false],
        ],
      ],
    ],
    [
      'print g = series_greater(dynamic([1, 2, 3]), 2), ge = series_greater_equals(dynamic([1, 2, 3]), 2), e = series_equals(dynamic([1, 2.0]), dynamic([1, 2])), n = series_not_equals(dynamic([1, 2]), dynamic([1, 3]))',
      'g,ge,e,n',
      [
        [
          [false, false, true],
          [false, true, true],
          [true, true],
          [false, true],
        ],
      ],
    ],
    ['print e = series_equals(dynamic([1, null]), dynamic([1, null]))', 'e', [[[true, null]]]],
  ],
  'functions of one series': [
    [
      'print a = tostring(series_abs(dynamic([-1, 2]))), b = tostring(series_abs(dynamic([-1.5, 2]))), s = tostring(series_sign(dynamic([-3, 0, 9]))), c = tostring(series_ceiling(dynamic([1.2, -1.2]))), f = tostring(series_floor(dynamic([1.2, -1.2])))',
      'a,b,s,c,f',
      [['[1,2]', '[1.5,2.0]', '[-1,0,1]', '[2.0,-1.0]', '[1.0,-2.0]']],
    ],
    [
      'print e = tostring(series_exp(dynamic([0]))), l = tostring(series_log(dynamic([1]))), s = tostring(series_sin(dynamic([0]))), c = tostring(series_cos(dynamic([0]))), t = tostring(series_tan(dynamic([0]))), a = tostring(series_acos(dynamic([1]))), b = tostring(series_asin(dynamic([0]))), d = tostring(series_atan(dynamic([0])))',
      'e,l,s,c,t,a,b,d',
      [['[1.0]', '[0.0]', '[0.0]', '[1.0]', '[0.0]', '[0.0]', '[0.0]', '[0.0]']],
    ],
    ['print e = series_exp(dynamic([0, null, "x"]))', 'e', [[[1, null, null]]]],
  ],
  'sums and products': [
    [
      'print s = series_sum(dynamic([1, 2.5])), p = series_product(dynamic([2, 3, 4])), m = series_magnitude(dynamic([3, 4])), d = series_dot_product(dynamic([1, 2, 3]), dynamic([4, 5, 6])), k = series_dot_product(dynamic([1, 2, 3]), 10), t = series_dot_product(dynamic([1, 2, 3]), dynamic([2]))',
      's,p,m,d,k,t',
      [[3.5, 24, 5, 32, 60, 2]],
    ],
    [
      'print c = series_cosine_similarity(dynamic([3, 0]), dynamic([3, 4])), g = series_cosine_similarity(dynamic([3, 0]), dynamic([3, 4]), 3.0, 10.0), e = series_dot_product(dynamic([]), dynamic([]))',
      'c,g,e',
      [[0.6, 0.3, null]],
    ],
    [
      'print up = series_pearson_correlation(dynamic([1, 2, 3]), dynamic([2, 4, 6])), down = series_pearson_correlation(dynamic([1, 2, 3]), dynamic([5, 3, 1])), unlike = series_pearson_correlation(dynamic([1, 2]), dynamic([1])), odd = series_pearson_correlation(dynamic([1, null]), dynamic([1, 2]))',
      'up,down,unlike,odd',
      [[1, -1, null, null]],
    ],
  ],
  'over columns': [
    [
      'datatable(k:string, s:dynamic)["a", dynamic([1, 2]), "b", dynamic(null), "c", dynamic({"x": 1})] | project k, d = series_add(s, s), t = series_sum(s)',
      'k,d,t',
      [
        ['a', [2, 4], 3],
        ['b', null, null],
        ['c', null, null],
      ],
    ],
  ],
});

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

answersAsKusto({
  'gamma and error functions': [
    [
      'print gamma(5), gamma(1), round(gamma(0.5), 12), round(gamma(-1.5), 12), gamma(171), round(loggamma(5), 12), round(loggamma(1000), 9)',
      'print_0,print_1,print_2,print_3,print_4,print_5,print_6',
      [[24, 1, 1.772453850906, 2.363271801207, 7.257415615307999e306, 3.178053830348, 5905.220423209]],
    ],
    [
      'print round(erf(1), 12), erf(0.0), round(erf(-3), 12), round(erfc(2), 12), round(erfc(-1), 12), round(erfc(5) * 1e12, 6)',
      'print_0,print_1,print_2,print_3,print_4,print_5',
      [[0.84270079295, 0, -0.999977909503, 0.004677734981, 1.84270079295, 1.53746]],
    ],
  ],
  'the beta distribution': [
    [
      'print round(beta_pdf(0.5, 10.0, 20.0), 12), beta_pdf(1.5, 10, 20), beta_pdf(0.1, -1, 20), round(beta_cdf(0.9, 10.0, 20.0), 14), beta_cdf(-1, 10, 20), beta_cdf(0, 2, 3), beta_cdf(1, 2, 3), round(beta_cdf(0.5, 0.5, 0.5), 12)',
      'print_0,print_1,print_2,print_3,print_4,print_5,print_6,print_7',
      [[0.746176019311, 'NaN', 'NaN', 0.99999999999996, 'NaN', 0, 1, 0.5]],
    ],
    [
      'print round(beta_inv(0.1, 10.0, 20.0), 12), beta_inv(1.5, 10, 20), beta_inv(0.1, -1, 20), round(beta_cdf(beta_inv(0.37, 3, 4), 3, 4), 12)',
      'print_0,print_1,print_2,print_3',
      [[0.226415022389, null, 'NaN', 0.37]],
    ],
  ],
  "Welch's test": [
    [
      'print round(welch_test(20.82, 7.8, 15, 23.0, 3.8, 15), 6), welch_test(5, 1, 10, 5, 2, 10)',
      'print_0,print_1',
      [[0.020269, 1]],
    ],
  ],
  assert: [
    [
      'let longer = (n:long, s:string) { assert(n > 0, "n must be positive") and strlen(s) > n }; datatable(s:string)["123", "4567"] | where longer(3, s)',
      's',
      [['4567']],
    ],
  ],
  'sorting several arrays': [
    [
      'print array_sort_asc(dynamic([2, 1]), dynamic(["a", "b"]))',
      'array0_sorted,array1_sorted',
      [
        [
          [1, 2],
          ['b', 'a'],
        ],
      ],
    ],
    [
      'print (x, y) = array_sort_desc(dynamic([2, null, 3]), dynamic(["a", "b", "c"]), false)',
      'x,y',
      [
        [
          [null, 3, 2],
          ['b', 'c', 'a'],
        ],
      ],
    ],
    [
      'let a = dynamic([2, 1]); print z = array_sort_asc(a, dynamic(["a", "b"]))[1], w = array_sort_asc(a, dynamic(["a"]))[1], v = array_sort_asc(a, dynamic(["a"]))[0]',
      'z,w,v',
      [[['b', 'a'], null, [1, 2]]],
    ],
    [
      'datatable(c:string, n:long, u:string)["x", 2, "p", "y", 1, "p", "z", 5, "q"] | summarize ns = make_list(n), cs = make_list(c) by u | project u, r = array_sort_asc(ns, cs)[1] | sort by u asc',
      'u,r',
      [
        ['p', ['y', 'x']],
        ['q', ['z']],
      ],
    ],
  ],
});

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const LISTS = `datatable(d:dynamic, i:long)[dynamic([5, 3, null, 9]), 1, dynamic({"a": 1}), 0, dynamic(null), 2] `;

answersAsKusto(
  {
    'choosing, searching and cutting': [
      [
        'print a = array_iff(dynamic([true, false, 1, 0, "x", null, 2.5]), dynamic([1, 2, 3, 4]), "no"), b = array_iif(dynamic([false]), 1, dynamic([]))',
        'a,b',
        [[[1, 'no', 3, 'no', null, null, null], [null]]],
      ],
      [
        'let x = dynamic([1, 2, 3, 2, 5]); print a = array_index_of(x, 2, -2), b = array_index_of(x, 2, 0, -1, 2), c = array_index_of(x, 2, 2, 1), d = array_index_of(x, 2, 0, -2), e = array_index_of(x, "2"), f = array_index_of(x, 1, -99)',
        'a,b,c,d,e,f',
        [[3, 3, -1, null, -1, 0]],
      ],
      [
        'let x = dynamic([1, 2, 3, 4, 5]); print array_split(x, 2), array_split(x, dynamic([1, 3])), array_split(x, -1), array_split(x, 9)',
        'print_0,print_1,print_2,print_3',
        [
          [
            [
              [1, 2],
              [3, 4, 5],
            ],
            [[1], [2, 3], [4, 5]],
            [[1, 2, 3, 4], [5]],
            [[1, 2, 3, 4, 5], []],
          ],
        ],
      ],
      [
        'let x = dynamic([1, 2, 3, 4, 5]); print array_slice(x, 1, 2), array_slice(x, -3, -2), array_slice(x, 3, 99), array_slice(x, -99, 0), array_slice(x, 4, 1)',
        'print_0,print_1,print_2,print_3,print_4',
        [[[2, 3], [3, 4], [4, 5], [1], []]],
      ],
    ],
    'shifting and rotating': [
      [
        'print array_shift_left(dynamic(["a", "b", "c"]), 1), array_shift_right(dynamic([1, null, 3]), 1, -1), array_shift_left(dynamic([1, 2]), 5), array_shift_left(dynamic([1, 2, 3]), -1)',
        'print_0,print_1,print_2,print_3',
        [
          [
            ['b', 'c', ''],
            [-1, 1, null],
            [null, null],
            [null, 1, 2],
          ],
        ],
      ],
      [
        'print array_rotate_left(dynamic([1, 2, 3]), 4), array_rotate_right(dynamic([1, 2, 3]), 1), array_rotate_left(dynamic([]), 2), array_rotate_right(dynamic([1, 2, 3]), -1)',
        'print_0,print_1,print_2,print_3',
        [[[2, 3, 1], [3, 1, 2], [], [2, 3, 1]]],
      ],
    ],
    sorting: [
      [
        'print a = array_sort_asc(dynamic([null, "b", "a"]), false), b = array_sort_desc(dynamic([3, 1.5, 2, null])), c = array_sort_asc(dynamic(["b", 2, "a", 1.0])), d = array_sort_desc(dynamic(["B", "a", null]), false)',
        'a,b,c,d',
        [
          [
            [null, 'a', 'b'],
            [3, 2, 1.5, null],
            [1, 2, 'a', 'b'],
            [null, 'a', 'B'],
          ],
        ],
      ],
    ],
    ranges: [
      [
        'print range(1, 8, 3), range(3, 1), range(5, 1, -2), range(0.5, 2), range(1h, 3h), range(0s, 90s, 30s)',
        'print_0,print_1,print_2,print_3,print_4,print_5',
        [
          [
            [1, 4, 7],
            [],
            [5, 3, 1],
            [0.5, 1.5],
            ['01:00:00', '02:00:00', '03:00:00'],
            ['00:00:00', '00:00:30', '00:01:00', '00:01:30'],
          ],
        ],
      ],
      [
        'datatable(a:datetime, b:datetime)[datetime(2020-01-01), datetime(2020-01-02), datetime(null), datetime(2020-01-01)] | project r = range(a, b, 12h)',
        'r',
        [
          [['2020-01-01T00:00:00.0000000Z', '2020-01-01T12:00:00.0000000Z', '2020-01-02T00:00:00.0000000Z']],
          [null],
        ],
      ],
    ],
    'sums and sets': [
      [
        'print array_sum(dynamic([1, 2.5])), array_sum(dynamic([1, "a"])), array_sum(dynamic([])), array_concat(dynamic([1]), dynamic(null), dynamic([2]))',
        'print_0,print_1,print_2,print_3',
        [[3.5, null, 0, [1, 2]]],
      ],
      [
        'print jaccard_index(dynamic([1, 2, 2]), dynamic([2, 3])), set_equals(dynamic([1, 2, 2]), dynamic([2, 1])), set_equals(dynamic([1]), dynamic(["1"])), set_union(dynamic([1, 1]), dynamic([2]), dynamic([])), set_intersect(dynamic([1, 2]), dynamic([2, 3]), dynamic([2])), set_difference(dynamic([1, 2, 3]), dynamic([1]), dynamic([3])), set_has_element(dynamic(["a"]), "a")',
        'print_0,print_1,print_2,print_3,print_4,print_5,print_6',
        [[0.3333333333333333, true, false, [1, 2], [2], [2], true]],
      ],
    ],
    'columns of arrays': [
      [
        `${LISTS}| project a = array_sort_asc(d), b = array_slice(d, -2, -1), c = array_index_of(d, 9), e = array_rotate_left(d, i), f = array_shift_right(d, i), g = array_split(d, i), h = array_reverse(d), z = zip(d, d)`,
        'a,b,c,e,f,g,h,z',
        [
          [
            [3, 5, 9, null],
            [null, 9],
            3,
            [3, null, 9, 5],
            [null, 5, 3, null],
            [[5], [3, null, 9]],
            [9, null, 3, 5],
            [
              [5, 5],
              [3, 3],
              [null, null],
              [9, 9],
            ],
          ],
          [null, null, null, null, null, null, null, []],
          [null, null, null, null, null, null, null, []],
        ],
      ],
    ],
  },
  [
    [
      'print array_index_of(dynamic([1, 2.0]), 2)',
      'unsupported array_index_of: a whole number and an equal real',
      '1:7',
    ],
    [
      'print set_union(dynamic([1]), dynamic([1.0]))',
      'unsupported set_union: a whole number and an equal real',
      '1:7',
    ],
    [
      'print set_intersect(dynamic([1]), dynamic(null))',
      'unsupported set_intersect of what is no array',
      '1:7',
    ],
    ['print set_has_element(dynamic(null), 1)', 'unsupported set_has_element of null', '1:7'],
    [
      `print strcat_array(dynamic(['a', null]), ',')`,
      'unsupported strcat_array of an array with null',
      '1:7',
    ],
  ],
);

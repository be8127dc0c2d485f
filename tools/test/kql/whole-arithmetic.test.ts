/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const LONGS = 'datatable(l:long)[9223372036854775807, -9223372036854775808, 7]';
const INTS = 'datatable(i:int)[2147483647, -2147483648, 3]';

answersAsKusto(
  {
    'overflow of longs wraps around': [
      [
        `${LONGS} | project a = l + 2, b = l - 3, c = l * 3`,
        'a,b,c',
        [
          ['-9223372036854775807', '9223372036854775804', '9223372036854775805'],
          ['-9223372036854775806', '9223372036854775805', '-9223372036854775808'],
          [9, 4, 21],
        ],
      ],
      [
        `${LONGS} | project n = -l, z = (l + 1) * (l - 1) + l, back = (l * 4 + l) / 5`,
        'n,z,back',
        [
          ['-9223372036854775807', '9223372036854775807', '1844674407370955160'],
          ['-9223372036854775808', '9223372036854775807', '-1844674407370955161'],
          [-7, 55, 7],
        ],
      ],
      [
        'print a = 9223372036854775807 + 2, b = 4611686018427387904 * 2',
        'a,b',
        [['-9223372036854775807', '-9223372036854775808']],
      ],
    ],
    'ints are computed as longs': [
      [
        `${INTS} | project sq = i * i, neg = -i, size = abs(i), more = i + 1, t = gettype(i * i)`,
        'sq,neg,size,more,t',
        [
          ['4611686014132420609', -2147483647, 2147483647, 2147483648, 'long'],
          ['4611686018427387904', 2147483648, 2147483648, -2147483647, 'long'],
          [9, -3, 3, 4, 'long'],
        ],
      ],
    ],
    shifts: [
      [
        'print binary_shift_left(3, 65), binary_shift_left(1, 63), binary_shift_right(-8, 1), binary_shift_left(1, -1), binary_shift_right(1, -1)',
        'print_0,print_1,print_2,print_3,print_4',
        [[6, '-9223372036854775808', -4, null, null]],
      ],
    ],
    'division and remainder': [
      [
        'print a = -7 / 2, b = 7 / -2, c = -7 % 3, d = 7 % -3, e = 1 / 0, f = 1 % 0, g = 5 % 0.0',
        'a,b,c,d,e,f,g',
        [[-3, -3, 2, 1, null, null, 'NaN']],
      ],
    ],
  },
  [
    ['print long(-9223372036854775808) / -1', 'unsupported quotient beyond 64 bits', '1:7'],
    [
      'datatable(l: long, m: long)[-9223372036854775808, -1] | project l / m',
      'unsupported quotient beyond 64 bits',
      '',
    ],
    ['print abs(long(-9223372036854775808))', 'unsupported abs of the least long', '1:7'],
  ],
);

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

answersAsKusto(
  {
    'whole numbers': [
      [
        'print toint("2147483648"), tolong(" 12 "), toint("0x1F"), tolong("1.5"), toint("+5")',
        'print_0,print_1,print_2,print_3,print_4',
        [[null, 12, 31, null, 5]],
      ],
      [
        'print toint(2.99), toint(-2.99), toint(1e12), toint(real(null)), tolong(-1e30)',
        'print_0,print_1,print_2,print_3,print_4',
        [[2, -2, 2147483647, null, '-9223372036854775808']],
      ],
      [
        'print toint(2h), toint(5000000000), toint(true), tolong(1s), toint(decimal(7.9))',
        'print_0,print_1,print_2,print_3,print_4',
        [[-1014444032, 705032704, 1, 10000000, 7]],
      ],
      ['datatable(t:timespan)[2h] | project toint(t), tolong(t)', 't,t1', [[-1014444032, 72000000000]]],
    ],
    'reals as text': [
      [
        'print tostring(0.1 + 0.2), tostring(0.1 + 0.7), tostring(1.0 / 3), tostring(-2.0), tostring(1e14), tostring(0.0001)',
        'print_0,print_1,print_2,print_3,print_4,print_5',
        [
          [
            '0.30000000000000007',
            '0.7999999999999999',
            '0.3333333333333333',
            '-2.0',
            '100000000000000.0',
            '0.0001',
          ],
        ],
      ],
    ],
    decimals: [
      [
        'print decimal(10) / 4, todecimal(7) / 2, decimal(1.5) * 3, decimal(7.5) % 2, decimal(1e3) - 1',
        'print_0,print_1,print_2,print_3,print_4',
        [['2.5', '3.5', '4.5', '1.5', '999']],
      ],
      [
        'print decimal(1) / 3 * 3 > decimal(0.999), todecimal(0.1) + todecimal(0.2) == todecimal(0.3), gettype(decimal(1) + 1)',
        'print_0,print_1,print_2',
        [[true, true, 'decimal']],
      ],
      [
        'print toguid("74be27de-1e4e-49d9-b579-fe0b331d3642 and more"), toguid("0123456789ab-cdef-0123-456789abcdef"), toguid("0123456789abcdef0123456789abcdef"), toguid("a string that is not a guid")',
        'print_0,print_1,print_2,print_3',
        [
          [
            '74be27de-1e4e-49d9-b579-fe0b331d3642',
            '01234567-89ab-cdef-0123-456789abcdef',
            '01234567-89ab-cdef-0123-456789abcdef',
            null,
          ],
        ],
      ],
      [
        'print todecimal("1e3"), todecimal("x"), todecimal(true), todecimal(2.25), todecimal(dynamic("1.5"))',
        'print_0,print_1,print_2,print_3,print_4',
        [['1000', null, '1', '2.25', '1.5']],
      ],
    ],
  },
  [
    ['print toint(real(nan))', 'unsupported whole number of NaN', '1:7'],
    ['datatable(x: real)[real(nan)] | project tolong(x)', 'unsupported whole number of NaN', ''],
    [
      'print tolong("0xFFFFFFFFFFFFFFFF")',
      'unsupported hexadecimal number that is too large: 0xFFFFFFFFFFFFFFFF',
      '1:7',
    ],
    ['print toreal("1e400")', 'unsupported real beyond the greatest one: 1e400', '1:7'],
    ['print toint(decimal(3000000000))', 'unsupported whole number of a decimal beyond its range', ''],
    ['print tostring(1e15)', 'unsupported text of a real as large or small as 1000000000000000', '1:7'],
    ['print strcat(0.00001)', 'unsupported text of a real as large or small as 0.00001', '1:7'],
    [
      'print tostring(decimal(1) / 3)',
      'unsupported text of a decimal of more than 14 digits after the point',
      '',
    ],
    ['print tostring(decimal(1.50))', 'unsupported text of a decimal that ends in zeros', '1:7'],
    ["print strcat(todecimal('2.0'))", 'unsupported text of a decimal that ends in zeros', '1:7'],
    ['print decimal(1) / decimal(0)', 'unsupported decimal divided by zero', ''],
    ['print decimal(-5) % decimal(3)', 'unsupported remainder of decimals that are not positive', ''],
    [
      'print toguid("{74be27de-1e4e-49d9-b579-fe0b331d3642}")',
      'unsupported guid of {74be27de-1e4e-49d9-b579-fe0b331d3642}',
      '1:7',
    ],
    ['print datetime(2020-01-01) == "2020-01-01"', 'unsupported comparison of datetime with string', '1:7'],
    ['print round(1.005, 2)', 'unsupported round of 1.005 to 2 digits', '1:7'],
    ['print asin(2)', 'unsupported asin of 2', '1:7'],
  ],
);

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

answersAsKusto({
  'whole numbers': [
    [
      'print toint("2147483648"), tolong(" 12 "), toint("0x1F"), tolong("1.5"), toint("+5")',
      'print_0,print_1,print_2,print_3,print_4',
      [[null, 12, 31, null, 5]],
    ],
    [
      'print toint(2.99), toint(-2.99), toint(1e12), toint(real(nan)), tolong(-1e30)',
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
      'print tostring(0.1 + 0.2), tostring(0.1 + 0.7), tostring(1.0 / 3), tostring(-2.0), tostring(1e14), tostring(1e15), tostring(0.00001), tostring(0.000002)',
      'print_0,print_1,print_2,print_3,print_4,print_5,print_6,print_7',
      [
        [
          '0.30000000000000007',
          '0.7999999999999999',
          '0.3333333333333333',
          '-2.0',
          '100000000000000.0',
          '1E+15',
          '0.00001',
          '2E-06',
        ],
      ],
    ],
  ],
  decimals: [
    [
      'print decimal(10) / 4, todecimal(7) / 0, decimal(1.5) * 3, decimal(7.5) % 2, decimal(1e3) - 1',
      'print_0,print_1,print_2,print_3,print_4',
      [['2.5', null, '4.5', '1.5', '999']],
    ],
    [
      'print decimal(1) / 3 * 3 > decimal(0.999), todecimal(0.1) + todecimal(0.2) == todecimal(0.3), gettype(decimal(1) + 1)',
      'print_0,print_1,print_2',
      [[true, true, 'decimal']],
    ],
    [
      'print todecimal("1e3"), todecimal("x"), todecimal(true), todecimal(2.25), todecimal(dynamic("1.5"))',
      'print_0,print_1,print_2,print_3,print_4',
      [['1000', null, '1', '2.25', '1.5']],
    ],
  ],
});

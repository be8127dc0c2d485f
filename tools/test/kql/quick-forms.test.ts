/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

answersAsKusto({
  'quick forms answer as the slow ones do': [
    [
      "datatable(ip:string)['10.0.0.1', '172.15.0.1', '172.16.0.1', '172.31.255.255', '172.32.0.1', '192.168.1.1', '192.169.0.1', '127.0.0.1', '8.8.8.8', '', 'x', '10.0.0.256', '10.0.0.0/8', '1720.1.1.1'] | project P = ipv4_is_private(ip)",
      'P',
      [
        [true],
        [false],
        [true],
        [true],
        [false],
        [true],
        [false],
        [false],
        [false],
        [null],
        [null],
        [null],
        [true],
        [null],
      ],
    ],
    [
      "datatable(d:dynamic)[dynamic([1,2,3]), dynamic([-5, 999999999]), dynamic([1.5,2]), dynamic([]), dynamic(['a']), dynamic(7), dynamic(null), dynamic([9007199254740993, 1])] | project S = array_sum(d)",
      'S',
      [[6], [999999994], [3.5], [0], [null], [null], [null], [9007199254740993]],
    ],
    [
      'datatable(d:dynamic)[dynamic({"t":["a","null",null,1,1.5,true,{"k":[1]},["x"]]}), dynamic({"t":"s"}), dynamic({"t":null}), dynamic({"t":{"p":"q"}}), dynamic({"t":4})] | mv-expand t = d.t to typeof(string) | project t',
      't',
      [
        ['a'],
        ['null'],
        [''],
        ['1'],
        ['1.5'],
        ['true'],
        ['{"k":[1]}'],
        ['["x"]'],
        ['s'],
        [''],
        ['{"p":"q"}'],
        ['4'],
      ],
    ],
    [
      'datatable(d:dynamic)[dynamic({"t":["a\\"b","é\\u0001"]})] | mv-expand t = d.t to typeof(string) limit 1 | project t, n = strlen(t)',
      't,n',
      [['a"b', 3]],
    ],
    [
      'datatable(d:dynamic)[dynamic({"n":12}), dynamic({"n":"12"}), dynamic({"n":1.9}), dynamic({"n":true}), dynamic({"n":""}), dynamic({"n":null}), dynamic({}), dynamic({"n":[1]}), dynamic({"n":"0x10"})] | project L = tolong(d.n), I = toint(d.n)',
      'L,I',
      [
        [12, 12],
        [12, 12],
        [1, 1],
        [1, 1],
        [null, null],
        [null, null],
        [null, null],
        [null, null],
        [16, 16],
      ],
    ],
  ],
});

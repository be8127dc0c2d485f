/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const ROWS = 'datatable(id:string, v:string, n:long)["A", "x", 1, "", "y", long(null)] ';

answersAsKusto({
  'keys of bags': [
    [
      'print a = bag_set_key(dynamic({"a": {"b": 1}}), "$.a.c", "x"), b = bag_set_key(dynamic({"a": 1}), "a", dynamic([1])), c = bag_set_key(dynamic({}), "$.p.q", 1d), d = bag_set_key(parse_json("[1]"), "a", 1)',
      'a,b,c,d',
      [[{ a: { b: 1, c: 'x' } }, { a: [1] }, { p: { q: '1.00:00:00' } }, null]],
    ],
    [
      'print a = bag_remove_keys(dynamic({"k": 1, "l": {"m": 2, "n": 3}, "o": [1]}), dynamic(["$.l.m", "o", "none", 7])), b = bag_remove_keys(parse_json("7"), dynamic(["a"])), c = bag_has_key(dynamic({"a": {"b": null}}), "$.a.b"), d = bag_has_key(dynamic({"a": 1}), "b")',
      'a,b,c,d',
      [[{ k: 1, l: { n: 3 } }, null, true, false]],
    ],
    [
      'print bag_zip(dynamic(["a", 8, "b", "c"]), dynamic([1, "2", 2.5])), bag_zip(dynamic(["a"]), parse_json("1")), bag_zip(parse_json("\\"a\\""), dynamic([1])), bag_keys(dynamic({"b": 1, "a": 2})), bag_keys(parse_json("[]"))',
      'print_0,print_1,print_2,print_3,print_4',
      [[{ a: 1, b: 2.5, c: null }, { a: null }, null, ['b', 'a'], null]],
    ],
    [
      'print t = treepath(parse_json(\'{"p": [1, 2, {"x": "y"}], "q": {"r": 1}}\')), j = dynamic_to_json(dynamic({"b": 1, "a": [{"d": 1, "c": 2}]}))',
      't,j',
      [[["['p']", "['p'][0]", "['p'][0]['x']", "['q']", "['q']['r']"], '{"a":[{"c":2,"d":1}],"b":1}']],
    ],
  ],
  'columns as bags': [
    [
      `${ROWS}| project a = bag_pack_columns(id, n), b = pack_all(true), c = pack_all()`,
      'a,b,c',
      [
        [
          { id: 'A', n: 1 },
          { id: 'A', v: 'x', n: 1 },
          { id: 'A', v: 'x', n: 1 },
        ],
        [{ id: '', n: null }, { v: 'y' }, { id: '', v: 'y', n: null }],
      ],
    ],
    [`let T = ${ROWS}; print names = column_names_of(T)`, 'names', [[['id', 'v', 'n']]]],
    ['let f = (x:int) { print A = "", B = x }; print names = column_names_of(f(1))', 'names', [[['A', 'B']]]],
  ],
});

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

answersAsKusto({
  'quotes within texts hide no column': [
    [
      `print s = 'a"b' | extend t = strcat('["]', s), n = 1 | extend u = strcat('"', t) | project u`,
      'u',
      [['"["]a"b']],
    ],
  ],
  'arg_max and arg_min keep the names of the columns, whatever their order': [
    [
      'union (print k = "x", n = 1, only = "left"), (print n = 2, other = "right", k = "x") | summarize arg_max(n, *) by k | project k, n, only, other',
      'k,n,only,other',
      [['x', 2, '', 'right']],
    ],
    [
      'print a = 1, b = 2, c = "x" | summarize arg_max(a, *), arg_min(a, *) by c',
      'c,a,b,a1,b1',
      [['x', 1, 2, 1, 2]],
    ],
  ],
  'the star of arg_max and take_any leaves out a column that is a key, under whatever name': [
    [
      'print a = "x", b = 1, c = 2 | summarize n = count(), arg_max(b, *) by K = a',
      'K,n,b,c',
      [['x', 1, 1, 2]],
    ],
    ['print a = "x", b = 1, c = 2 | summarize take_any(*) by K = a', 'K,b,c', [['x', 1, 2]]],
    [
      'print a = "X", b = 1, c = 2 | summarize arg_max(b, *) by a = tolower(a)',
      'a,b,a1,c',
      [['x', 1, 'X', 2]],
    ],
    ['print a = "x", b = 1, c = 2 | summarize arg_max(b, *) by a = c', 'a,b,a1', [[2, 1, 'x']]],
  ],
  'a function without parameters is called by its name alone': [
    [
      'let words = () { pack_array("a", "b") }; let n = () { 5 }; print x = "a c", y = n | where x has_any (words)',
      'x,y',
      [['a c', 5]],
    ],
  ],
  'a brace that begins no count is a brace': [
    [
      `print extract('{"a":(.)', 1, '{"a":2'), 'x{y' matches regex 'x{y', extract('a{2}', 0, 'caaa')`,
      'print_0,print_1,print_2',
      [['2', true, 'aa']],
    ],
  ],
});

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const TYPED = `datatable(s: string)['r=1.5 b=true t=02:00:00 d=2026-01-02', 'r=x b=no t=1 d=then'] `;

answersAsKusto(
  {
    'parse, simple': [
      [
        `datatable(s: string)['id 12 (new)', 'id -7 (old)', 'id x (bad)', 'none'] | parse s with 'id ' n: int ' (' state ')' | project n, state`,
        'n,state',
        [
          [12, 'new'],
          [-7, 'old'],
          [null, ''],
          [null, ''],
        ],
      ],
      [
        `${TYPED}| parse s with 'r=' r: real ' b=' b: bool ' t=' t: timespan ' d=' d: datetime | project-away s`,
        'r,b,t,d',
        [
          [1.5, true, '02:00:00', '2026-01-02T00:00:00Z'],
          [null, null, null, null],
        ],
      ],
      [
        `datatable(s: string)['x [a.b] y', '[*]', '[]'] | parse s with * '[' inside ']' * | project inside`,
        'inside',
        [['a.b'], ['*'], ['']],
      ],
      [`print s = 'a1b2c3' | parse s with head '2' tail | project head, tail`, 'head,tail', [['a1b', 'c3']]],
      [`print s = 'one\\ntwo=2\\nthree' | parse s with * 'two=' two: long * | project two`, 'two', [[2]]],
      [`print d = dynamic({'k': 'v=9'}) | parse d.k with 'v=' v: int | project v`, 'v', [[9]]],
      [`print s = 'new text' | parse s with s ' ' tail`, 's,tail', [['new', 'text']]],
    ],
    'parse, relaxed': [
      [
        `${TYPED}| parse kind=relaxed s with 'r=' r: real ' b=' b: bool ' t=' t: timespan ' d=' d: datetime | project-away s`,
        'r,b,t,d',
        [
          [1.5, true, '02:00:00', '2026-01-02T00:00:00Z'],
          [null, null, '1.00:00:00', null],
        ],
      ],
      [
        `datatable(s: string)['n=5 of 6', 'n=five of 6'] | parse kind=relaxed s with 'n=' n: long ' of ' m: long | project n, m`,
        'n,m',
        [
          [5, 6],
          [null, 6],
        ],
      ],
    ],
    'parse, by regular expressions': [
      [
        `print s = 'user: Ann (42) logged in' | parse kind=regex s with 'user: ' name @' [(]' n: long @'[)] .*' | project name, n`,
        'name,n',
        [['Ann', 42]],
      ],
      [
        `print s = 'k1=v1, K2=v2, k2=v3' | parse kind=regex flags=iU s with * 'k2=' v '(,|$)' * | project v`,
        'v',
        [['v2']],
      ],
      [
        `print s = 'a=1;b=22' | parse kind=regex s with '(a|x)=' a: long ';(b)=' b: long | project a, b`,
        'a,b',
        [[1, 22]],
      ],
    ],
    'parse-where': [
      [`datatable(s: string)['p=1', 'p=x', 'q=2'] | parse-where s with 'p=' p: long | project p`, 'p', [[1]]],
      [
        `datatable(s: string)['p=1', 'p=x', 'q=2'] | parse-where kind=relaxed s with 'p=' p: long | project p`,
        'p',
        [[1], [null]],
      ],
    ],
  },
  [
    [`print s = 'a' | parse kind=regex flags=x s with 'a' b`, 'unsupported parse flags: x', '1:17'],
    ...[`'a=b=5' | parse s with k '=' v: long`, `'x=a; y=b;' | parse s with 'x=' v ';'`].map(
      (rest) =>
        [
          `print s = ${rest}`,
          'unsupported parse: a delimiter that comes more than once before the pattern goes on',
          '',
        ] as const,
    ),
  ],
);

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const DOORS = `datatable(t:timespan, who:string, what:string)[
  1m, 'ann', 'in', 2m, 'bob', 'in', 3m, 'ann', 'read', 4m, 'ann', 'out',
  5m, 'bob', 'read', 9m, 'ann', 'in', 30m, 'ann', 'out'] | sort by t asc `;

answersAsKusto(
  {
    'columns named as the engine names its own': [
      [
        'datatable(c:long, g0:string, l:long)[1, "x", 5, 2, "y", 6, 3, "x", 7] | sort by c asc | scan declare (n:long = 0) with (step s: true => n = s.n + l;)',
        'c,g0,l,n',
        [
          [1, 'x', 5, 5],
          [2, 'y', 6, 11],
          [3, 'x', 7, 18],
        ],
      ],
      [
        'datatable(c:long, g0:string)[1, "x", 2, "y", 3, "x"] | partition hint.strategy=native by g0 (sort by c asc | scan declare (n:long = 0) with (step s: true => n = s.n + c;)) | sort by c asc',
        'c,g0,n',
        [
          [1, 'x', 1],
          [2, 'y', 2],
          [3, 'x', 4],
        ],
      ],
    ],
    'one step': [
      [
        'range x from 1 to 4 step 1 | scan declare (total:long = 100) with (step s: true => total = x + s.total;)',
        'x,total',
        [
          [1, 101],
          [2, 103],
          [3, 106],
          [4, 110],
        ],
      ],
      [
        'range x from 1 to 5 step 1 | scan declare (a:long, b:string, c:long = 7) with (step s: x % 2 == 1 => a = s.x, b = strcat(s.b, "-", x);)',
        'x,a,b,c',
        [
          [1, null, '-1', 7],
          [3, 1, '-1-3', 7],
          [5, 3, '-1-3-5', 7],
        ],
      ],
      [
        'range x from 1 to 3 step 1 | scan declare (n:long = 5) with (step s: true => n = n + x;)',
        'x,n',
        [
          [1, 6],
          [2, 7],
          [3, 8],
        ],
      ],
      [
        'range x from 1 to 3 step 1 | scan with_match_id = id with (step s: x > 1;) | extend r = row_number()',
        'x,id,r',
        [
          [2, 0, 1],
          [3, 0, 2],
        ],
      ],
      ['range x from 1 to 3 step 1 | scan with (step s: x > 9;)', 'x', []],
      ['range x from 1 to 3 step 1 | where x > 9 | scan with (step s: true;)', 'x', []],
      [
        'let limit = 2; range x from 1 to 3 step 1 | scan declare (y:real) with (step s: x >= limit => y = x * 0.5;)',
        'x,y',
        [
          [2, 1],
          [3, 1.5],
        ],
      ],
      [
        'let m = toscalar(print 2); range x from 1 to 3 step 1 | scan declare (l:long) with (step q: x >= m => l = m + coalesce(q.l, 0);)',
        'x,l',
        [
          [2, 2],
          [3, 4],
        ],
      ],
      [
        'let add = (a:long, b:long) { a + b }; range x from 1 to 3 step 1 | scan declare (t:long = 0) with (step q: add(x, 1) > 2 => t = add(q.t, x);)',
        'x,t',
        [
          [2, 2],
          [3, 5],
        ],
      ],
      [
        'range x from 1 to 600 step 1 | scan declare (s:long = 0) with (step k: true => s = k.s + x;) | where x > 598',
        'x,s',
        [
          [599, 179700],
          [600, 180300],
        ],
      ],
    ],
    'several steps': [
      [
        `${DOORS}| where who == 'ann' | scan with_match_id = id declare (since:timespan, stage:string) with (
           step come: what == 'in' => stage = 'come';
           step work: what == 'read' and t - come.t <= 5m => since = come.t, stage = 'work';
           step go: what == 'out' => since = work.t, stage = strcat(come.stage, '>', work.stage);)
         | project t, since, stage, id`,
        't,since,stage,id',
        [
          ['00:01:00', null, 'come', 0],
          ['00:03:00', '00:01:00', 'work', 0],
          ['00:04:00', '00:03:00', 'come>work', 0],
          ['00:09:00', null, 'come', 1],
          ['00:30:00', '00:03:00', 'come>work', 0],
        ],
      ],
      [
        `${DOORS}| scan with_match_id = id declare (began:timespan) with (
           step inside: true => began = iff(isnull(inside.began), t, inside.began);
           step over output=none: t - inside.began > 6m;)
         | project t, began, id`,
        't,began,id',
        [
          ['00:01:00', '00:01:00', 0],
          ['00:02:00', '00:01:00', 0],
          ['00:03:00', '00:01:00', 0],
          ['00:04:00', '00:01:00', 0],
          ['00:05:00', '00:01:00', 0],
          ['00:09:00', '00:09:00', 1],
          ['00:30:00', '00:30:00', 2],
        ],
      ],
      [
        `range x from 1 to 4 step 1 | scan with_match_id = id declare (step_:string) with (
           step a: x == 1 => step_ = 'a'; step b: x > 1 and x < 4 => step_ = 'b'; step c: x > 2 => step_ = 'c';)`,
        'x,step_,id',
        [
          [1, 'a', 0],
          [2, 'b', 0],
          [3, 'c', 0],
          [4, 'c', 0],
        ],
      ],
    ],
    'in partitions': [
      [
        `${DOORS}| partition hint.strategy=native by who (sort by t asc | scan declare (stay:timespan) with (
           step come output=none: what == 'in';
           step go: what == 'out' => stay = t - come.t;))
         | project who, stay | sort by stay asc`,
        'who,stay',
        [
          ['ann', '00:03:00'],
          ['ann', '00:21:00'],
        ],
      ],
    ],
  },
  [
    [
      'datatable(x:long)[1] | scan with (step s: true;)',
      'unsupported scan over rows without an order',
      '1:24',
    ],
    ['range x from 1 to 2 step 1 | scan with (step s: x;)', 'unsupported scan condition of a long', '1:41'],
    [
      'range x from 1 to 2 step 1 | scan with (step s output=last: true;)',
      'unsupported scan output=last',
      '1:41',
    ],
    [
      'range x from 1 to 2 step 1 | scan declare (a:long) with (step s: prev(x) > 1 => a = 1;)',
      'unsupported prev over rows without an order',
      '1:66',
    ],
    [
      'range x from 1 to 2 step 1 | scan declare (a:long, b:long) with (step s: true => a = x, b = a + 1;)',
      'unsupported scan assignment that reads another one: a',
      '1:89',
    ],
  ],
);

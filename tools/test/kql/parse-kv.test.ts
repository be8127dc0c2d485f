/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const LINE = `print s = 'user=ada host = h1 msg="logged in" code=7 '`;

answersAsKusto(
  {
    'parse-kv by delimiters': [
      [
        `${LINE} | parse-kv s as (code: int, user: string, msg: string, none: long) with (pair_delimiter=' ', kv_delimiter='=', quote='"') | project-away s`,
        'code,user,msg,none',
        [[7, 'ada', 'logged in', null]],
      ],
      [
        `datatable(s: string)['a==1;b=2', 'b=x;a=', '', 'a', ';;a = 3 ;'] | parse-kv s as (a: string, b: long) with (pair_delimiter=';', kv_delimiter='=') | project a, b`,
        'a,b',
        [
          ['=1', 2],
          ['', null],
          ['', null],
          ['', null],
          ['3', null],
        ],
      ],
      [
        `print s = 'k||v1##j||v2##k||v3' | parse-kv s as (k: string, j: string) with (pair_delimiter='##', kv_delimiter='||')`,
        's,k,j',
        [['k||v1##j||v2##k||v3', 'v1', 'v2']],
      ],
      [
        `print s = 'when={2026-01-02 03:04:05} {the ip}={10.0.0.1}' | parse-kv s as (when: datetime, ['the ip']: string) with (pair_delimiter=' ', kv_delimiter='=', quote='{}') | project-away s`,
        'when,the ip',
        [['2026-01-02T03:04:05Z', '10.0.0.1']],
      ],
      [
        `print s = @'say="a \\"b\\" c" n=1.5' | parse-kv s as (say: string, n: real) with (pair_delimiter=' ', kv_delimiter='=', quote='"', escape='\\\\') | project-away s`,
        'say,n',
        [['a "b" c', 1.5]],
      ],
    ],
    'parse-kv, greedy, by words, by a regular expression': [
      [
        `print s = 'title=Of Mice and Men by=John Steinbeck' | parse-kv s as (title: string, by: string) with (pair_delimiter=' ', kv_delimiter='=', greedy=true) | project-away s`,
        'title,by',
        [['Of Mice and Men', 'John Steinbeck']],
      ],
      [
        `print s = '[x] Level: warn; Thread#42 (Name=worker)' | parse-kv s as (Thread: long, Name: string, Level: string) | project-away s`,
        'Thread,Name,Level',
        [[42, 'worker', 'warn']],
      ],
      [
        `print s = "Text: 'it\\\\'s up', N: 5" | parse-kv s as (Text: string, N: int) with (quote="'", escape='\\\\') | project-away s`,
        'Text,N',
        [["it's up", 5]],
      ],
      [
        `print s = '<a x> <b  22 > <a z>' | parse-kv s as (a: string, b: int) with (regex='<([a-z]) ([^>]*)>') | project-away s`,
        'a,b',
        [['x', 22]],
      ],
    ],
  },
  [
    [
      `print s = '' | parse-kv s as (a: string) with (regex='(a)')`,
      'unsupported parse-kv regex without exactly two groups',
      '1:16',
    ],
    [
      `print s = '' | parse-kv s as (a: string) with (pair_delimiter=';')`,
      'unsupported parse-kv with one delimiter',
      '1:16',
    ],
  ],
);

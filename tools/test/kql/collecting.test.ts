/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const T = `datatable(k:string, n:long, s:string)['a', 3, 'x', 'b', 1, 'y', 'a', long(null), '', 'a', 1, 'x', 'b', 1, 'z'] `;
const BAGS =
  'datatable(n:long, d:dynamic)[1, dynamic({"a": 1}), 2, dynamic({"a": 2, "b": 3}), 3, dynamic(null), 4, dynamic({"c": [1]}), 5, dynamic([7, 8])] | summarize ';

answersAsKusto(
  {
    lists: [
      [
        `${T}| summarize make_list(n), make_list_with_nulls(n) by k | sort by k asc`,
        'k,list_n,list_n1',
        [
          ['a', [3, 1], [3, null, 1]],
          ['b', [1, 1], [1, 1]],
        ],
      ],
      [
        `${T}| sort by n desc, s desc | summarize make_list(s), make_list(s, 2)`,
        'list_s,list_s1',
        [
          [
            ['x', 'z', 'y', 'x', ''],
            ['x', 'z'],
          ],
        ],
      ],
      [
        `${T}| sort by n asc nulls last | summarize make_list_if(n, k == 'a'), make_list_if(n, k == 'b', 1), makelist(n, 1)`,
        'list_n,list_n1,list_n2',
        [[[1, 3], [1], [1]]],
      ],
      [`${BAGS}make_list(d)`, 'list_d', [[[{ a: 1 }, { a: 2, b: 3 }, { c: [1] }, 7, 8]]]],
      [
        `${T}| where false | summarize make_list(n), make_set(s), make_bag(bag_pack(s, n))`,
        'list_n,set_s,bag_',
        [[[], [], {}]],
      ],
      [
        'print a = 1.0, t = 1h, d = datetime(2026-01-01), b = true | summarize l = make_list(a), m = make_list(t), o = make_list(d), p = make_list(b)',
        'l,m,o,p',
        [[[1], ['01:00:00'], ['2026-01-01T00:00:00.0000000Z'], [true]]],
      ],
    ],
    'the 128 of the deprecated spellings': [
      [
        'range x from 1 to 200 step 1 | summarize a = makelist(x), b = makeset(x), c = makelist(x, 150), d = make_list(x), e = make_dictionary(bag_pack(tostring(x), x)) | project array_length(a), array_length(b), array_length(c), array_length(d), array_length(bag_keys(e))',
        'Column1,Column2,Column3,Column4,Column5',
        [[128, 128, 150, 200, 128]],
      ],
      ['print x = range(1, 200) | mvexpand x | count', 'Count', [[128]]],
      ['print x = range(1, 200) | mvexpand x limit 150 | count', 'Count', [[150]]],
      ['print x = range(1, 200) | mv-expand x | count', 'Count', [[200]]],
    ],
    sets: [
      [
        `${T}| summarize make_set(n), make_set(s) by k | sort by k asc`,
        'k,set_n,set_s',
        [
          ['a', [3, 1], ['x', '']],
          ['b', [1], ['y', 'z']],
        ],
      ],
      [
        `${T}| summarize make_set(s, 2), make_set_if(s, n == 1), make_set_if(s, n == 1, 1), makeset(k)`,
        'set_s,set_s1,set_s2,set_k',
        [[['x', 'y'], ['y', 'x', 'z'], ['y'], ['a', 'b']]],
      ],
      [
        'range x from 1 to 500 step 1 | summarize s = make_set(x % 90) | project n = array_length(s), a = tolong(s[0]), b = tolong(s[89]), c = tolong(s[88])',
        'n,a,b,c',
        [[90, 1, 0, 89]],
      ],
      [
        'datatable(s:string, e:long, q1:long, l:long)["z", 1, 2, 3, "y", 2, 3, 3] | summarize make_set(s), make_set(e), make_set(q1), make_set(l)',
        'set_s,set_e,set_q1,set_l',
        [[['z', 'y'], [1, 2], [2, 3], [3]]],
      ],
    ],
    bags: [
      [
        `${BAGS}make_bag(d), make_bag(d, 2), make_bag_if(d, n > 1), make_dictionary(d)`,
        'bag_d,bag_d1,bag_d2,dictionary_d',
        [
          [
            { a: 1, b: 3, c: [1] },
            { a: 1, b: 3 },
            { a: 2, b: 3, c: [1] },
            { a: 1, b: 3, c: [1] },
          ],
        ],
      ],
    ],
    'any values': [
      [
        `${T}| summarize take_any(s), any(n) by k | sort by k asc`,
        'k,s,any_n',
        [
          ['a', 'x', 3],
          ['b', 'y', 1],
        ],
      ],
      [
        `${T}| summarize take_any(n), take_anyif(n, n < 2), anyif(s, s == 'z')`,
        'n,n1,anyif_s',
        [[3, 1, 'z']],
      ],
      [`${T}| where k == 'b' | take 1 | summarize take_any(*)`, 'k,n,s', [['b', 1, 'y']]],
      [
        `${T}| where k == 'b' | take 1 | summarize take_any(n, s), strcat(take_any(k), '!')`,
        'n,s,Column1',
        [[1, 'y', 'b!']],
      ],
      [
        'datatable(s:string, n:long)["", long(null), "", 4, "v", 5] | summarize take_any(s), take_any(n)',
        's,n',
        [['v', 4]],
      ],
    ],
    'rows of extreme values': [
      [
        `${T}| summarize arg_max(n, s), arg_min(n, *) by k | sort by k asc`,
        'k,n,s,n1,s1',
        [
          ['a', 3, 'x', 1, 'x'],
          ['b', 1, 'y', 1, 'y'],
        ],
      ],
      [`${T}| summarize arg_max(n, *)`, 'n,k,s', [[3, 'a', 'x']]],
      [`${T}| summarize arg_max(n * 2, upper = toupper(s), k)`, 'max_,upper,k', [[6, 'X', 'a']]],
      [
        `${T}| where s != '' | summarize (most, which) = arg_max(n, k), latest = arg_min(s, n)`,
        'most,which,latest,n',
        [[3, 'a', 'x', 3]],
      ],
      [`${T}| summarize argmax(n, k), argmin(n, k)`, 'max_n,max_n_k,min_n,min_n_k', [[3, 'a', 1, 'b']]],
      [
        'datatable(t:datetime, v:long)[datetime(null), 1, datetime(null), 2] | summarize arg_max(t, v)',
        't,v',
        [[null, 1]],
      ],
      ['datatable(t:long, v:long)[] | summarize arg_max(t, *)', 't,v', [[null, null]]],
    ],
  },
  [[`${T}| summarize make_list(n, 0)`, 'unsupported size that is not a constant above 0: 0', '1:137']],
);

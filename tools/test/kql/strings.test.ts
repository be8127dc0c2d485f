/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

answersAsKusto(
  {
    indexof: [
      [
        `print a = indexof('hello', 'l'), b = indexof('hello', 'l', 0, -1, 2), c = indexof('hello', 'z'), d = indexof('hello', ''), e = indexof('hello', 'l', -2), f = indexof('hello', 'llo', 1, 2), g = indexof('hello', 'llo', 0, 2), h = indexof('😀é x', 'x'), i = indexof(12345, 34)`,
        'a,b,c,d,e,f,g,h,i',
        [[2, 3, -1, null, 3, 2, -1, 3, 2]],
      ],
    ],
    'delimiters and order by row': [
      [
        `datatable(s: string, d: string)['a-b', '-', 'a.b', '.'] | project x = split(s, d), y = format_datetime(datetime(2026-07-04), 'dd.MM.'), z = strcmp(s, d), i = isascii(s)`,
        'x,y,z,i',
        [
          [['a', 'b'], '04.07.', 1, true],
          [['a', 'b'], '04.07.', 1, true],
        ],
      ],
      [
        `print a = strcmp('a', 'b'), b = strcmp('b', 'a'), c = strcmp('a', 'a'), d = strcmp('abc', 'ab'), e = isascii('é'), f = split('a,b', ',', 1), g = split('a,b', ',', 5), h = todatetime('12-02-2022') == datetime('12-02-2022')`,
        'a,b,c,d,e,f,g,h',
        [[-1, 1, 0, 1, false, ['b'], null, true]],
      ],
    ],
    replace_strings: [
      [
        `print a = replace_strings('This is it', dynamic(['is', 'This']), dynamic(['was', 'That'])), b = replace_strings('This is it', dynamic(['This', 'is']), dynamic(['That', 'was']))`,
        'a,b',
        [['Thwas was it', 'That was it']],
      ],
    ],
    'addresses in text': [
      [
        `let s = 'from 10.1.2.3:443 (via 192.168.1.77), not 1.2.3.4.5, 300.1.1.1 or x8.8.8.8'; print a = has_ipv4(s, '10.1.2.3'), b = has_ipv4(s, '1.2.3.4'), c = has_ipv4(s, '300.1.1.1'), d = has_ipv4(s, '8.8.8.8'), e = has_ipv4_prefix(s, '192.168.'), f = has_ipv4_prefix(s, '192.168'), g = has_ipv4_prefix(s, '192.168.1.7'), h = has_any_ipv4(s, dynamic(['1.1.1.1', '10.1.2.3'])), i = has_any_ipv4_prefix(s, '11.', '10.1.'), j = has_any_ipv4(s, '9.9.9.9'), k = has_ipv4('end 10.0.0.1.', '10.0.0.1')`,
        'a,b,c,d,e,f,g,h,i,j,k',
        [[true, false, false, false, true, false, false, true, true, false, true]],
      ],
    ],
  },
  [
    [
      `print indexof('aaaa', 'aa', 0, -1, 2)`,
      'unsupported indexof of an occurrence that overlaps another',
      '1:7',
    ],
    [`print toupper('straße')`, 'unsupported toupper of ß', '1:7'],
    [`datatable(s: string)['ﬁ'] | project toupper(s)`, 'unsupported toupper of ﬁ', ''],
    [`print split('a,b', ',', -1)`, 'unsupported split with a negative index', '1:7'],
    [`print base64_decode_tostring('S3VzdG8')`, 'unsupported base64 without its padding', '1:7'],
    ['print format_bytes(-1024)', 'unsupported format_bytes of a negative size', '1:7'],
  ],
);

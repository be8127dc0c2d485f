/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const R = String.raw;

answersAsKusto(
  {
    'classes know all of Unicode': [
      [
        R`print a = '٣４' matches regex @'^\d\d$', b = 'ſtraße_٣' matches regex @'^\w+$', c = 'a b' matches regex @'a\sb', d = 'é' matches regex @'(?-u:\w)', e = 'é' matches regex @'[[:alpha:]]'`,
        'a,b,c,d,e',
        [[true, true, true, false, false]],
      ],
      [
        R`print a = extract(@'[^\W\d_]+', 0, '7_äöx9'), b = extract(@'[\p{Greek}]+', 0, 'abΓδε'), c = extract(@'\p{Lu}\P{Lu}', 0, 'aBÄb'), d = extract(@'[\w\-\_]+', 0, '+a-b_c+')`,
        'a,b,c,d',
        [['äöx', 'Γδε', 'Äb', 'a-b_c']],
      ],
      [
        R`print a = extract(@'[a-z&&[^aeiou]]+', 0, 'aebcd'), b = extract(@'[0-9--4-6]+', 0, '5123'), c = extract(@'[a-c[x-z]]+', 0, 'mybz'), d = extract(@'[a-m~~h-z]+', 0, 'hag')`,
        'a,b,c,d',
        [['bcd', '123', 'ybz', 'ag']],
      ],
    ],
    'borders of words are those of Unicode': [
      [
        R`datatable(s: string)['caf bar', 'café bar', 'écaf', 'x'] | project a = s matches regex @'\bcaf\b', b = extract(@'\b(\w+)$', 1, s), c = replace_regex(s, @'\b\w', '_'), d = countof(s, @'\b\w', 'regex')`,
        'a,b,c,d',
        [
          [true, 'bar', '_af _ar', 2],
          [false, 'bar', '_afé _ar', 2],
          [false, 'écaf', '_caf', 1],
          [false, 'x', '_', 1],
        ],
      ],
      [R`print a = 'éb' matches regex @'(?-u:\b)b', b = 'éb' matches regex @'\bb'`, 'a,b', [[true, false]]],
    ],
    'half borders of words': [
      [
        R`datatable(s: string)['cat concat cats', 'été'] | project a = extract(@'\<\w+', 0, s), b = replace_regex(s, @'\<cat\>', 'dog'), c = s matches regex @'\b{end}$', d = countof(s, @'\b{start}', 'regex'), e = extract_all(@'(\w)\b{end-half}', s), f = extract(@'(?i)\b{start-half}T', 0, s)`,
        'a,b,c,d,e,f',
        [
          ['cat', 'dog concat cats', true, 3, ['t', 't', 's'], ''],
          ['été', 'été', true, 1, ['é'], ''],
        ],
      ],
      [
        R`let s = '<Name>x</Name>'; print a = extract(@'<Name>(.*?)<\/Name>', 1, s), b = extract(@'\<Name\>(.*?)\<\/Name\>', 1, s), c = extract(@'\<Name\>', 0, s)`,
        'a,b,c',
        [['x', '', 'Name']],
      ],
    ],
    'flags, groups and escapes': [
      [
        R`print a = extract('(?i)A(?-i)b', 0, 'aB ab'), b = extract('(?U)a+', 0, 'aaa'), c = extract('(?s)a.b', 0, 'a\nb'), d = extract('(?m)^b$', 0, 'a\nb\nc'), e = extract(@'(?x) a \  b # remark', 0, 'a b'), f = extract('b$', 0, 'b\n')`,
        'a,b,c,d,e,f',
        [['ab', 'a', 'a\nb', 'b', 'a b', '']],
      ],
      [
        R`print a = extract(@'\x41\u0042\u{43}\U{44}', 0, 'ABCD'), b = extract(@'a{2}{2}', 0, 'aaaaa'), c = extract(@'(?<year>\d+)-(?P<month>\d+)', 2, 'on 2026-07'), d = extract(@'\Aa\z', 0, 'a')`,
        'a,b,c,d',
        [['ABCD', 'aaaa', '07', 'a']],
      ],
      [
        R`print a = extract('(x)?(y)', 1, 'y'), b = extract(@'(\d+)', 1, 'n=42', typeof(long)), c = extract(@'(\w+)', 1, 'q', typeof(long)), d = extract('a|ab', 0, 'ab'), e = extract('(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)', 11, 'abcdefghijk')`,
        'a,b,c,d,e',
        [['', 42, null, 'a', 'k']],
      ],
    ],
    'extract_all, countof, indexof_regex': [
      [
        R`print a = extract_all(@'(?P<k>\w+)=(?P<v>\w+)', dynamic(['v', 1]), 'a=1, b=2'), b = extract_all(@'(\d)(x)?', '1x2'), c = extract_all('(z)', 'a'), d = extract_all('(b*)', 'abbc')`,
        'a,b,c,d',
        [
          [
            [
              ['1', 'a'],
              ['2', 'b'],
            ],
            [
              ['1', 'x'],
              ['2', ''],
            ],
            null,
            ['', 'bb', ''],
          ],
        ],
      ],
      [
        R`print a = countof('aaaa', 'aa'), b = countof('aaaa', 'aa', 'regex'), c = countof('aaaa', 'aa', 'normal'), d = countof('abc', 'x*', 'regex')`,
        'a,b,c,d',
        [[3, 2, 3, 4]],
      ],
      [
        R`print a = indexof_regex('😀ab ab', 'a.'), b = indexof_regex('ab ab', 'a.', 1), c = indexof_regex('ab ab', 'a.', 0, -1, 2), d = indexof_regex('ab ab', 'a.', 0, 3, 2), e = indexof_regex('ab', 'a', -1), f = indexof_regex('ab', 'z'), g = indexof_regex('ab', 'a', 0, -2)`,
        'a,b,c,d,e,f,g',
        [[1, 3, 3, -1, null, -1, null]],
      ],
    ],
    'replace_regex and trim': [
      [
        R`print a = replace_regex('2026-07-04', @'(\d+)-(\d+)-(\d+)', @'\3.\2.\1 (\0)'), b = replace_regex('abc', 'x*', '-'), c = replace_regex('a.b', @'\.', '$ '), d = replace('b+', 'c', 'abba')`,
        'a,b,c,d',
        [['04.07.2026 (2026-07-04)', '-a-b-c-', 'a$ b', 'aca']],
      ],
      [
        R`print a = trim(@'\s+', ' \t x y \n'), b = trim('--', '----x--'), c = trim_start(@'[^\w]+', '«é»'), d = trim_end('a|ba', 'xba')`,
        'a,b,c,d',
        [['x y', '--x', 'é»', 'x']],
      ],
    ],
    parse_command_line: [
      [
        R`print a = parse_command_line(@'"C:\my dir\x.exe" -n "a b" c\d "e""f" \"g\" \\"h i"', 'windows')`,
        'a',
        [[['C:\\my dir\\x.exe', '-n', 'a b', 'c\\d', 'e"f "g" \\h', 'i']]],
      ],
    ],
  },
  [
    [
      R`print 'a' matches regex @'(a)\1'`,
      'unsupported in a regular expression: back reference or octal code: \\1',
      '1:7',
    ],
    [
      R`print extract('x{,2}', 0, 'a')`,
      'unsupported in a regular expression: a count of repetitions without its least',
      '1:7',
    ],
    [R`print extract_all('a', 'a')`, 'unsupported extract_all without a capturing group', '1:7'],
    [R`print extract_all('(a)', dynamic([2]), 'a')`, 'unsupported extract_all with these groups', '1:7'],
    [R`print extract('a', 1, 'a')`, 'unsupported extract of group 1', '1:7'],
    [
      R`print p = 'a' | where 'x' matches regex p`,
      'unsupported regular expression that is not a constant',
      '1:23',
    ],
    [R`print replace_regex('a', '(a)', @'\2')`, 'unsupported replacement: \\2', '1:7'],
    [R`print replace_regex('a', '(a)', '$1')`, 'unsupported replacement: $1', '1:7'],
    [
      R`print trim(@'\<a', 'a')`,
      'unsupported regular expression: half borders of words where RE2 is needed',
      '',
    ],
  ],
);

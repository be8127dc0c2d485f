/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

answersAsKusto({
  parse_version: [
    [
      `print a = parse_version('2.10'), b = parse_version('2.9.99999999.1') < parse_version('2.10'), c = parse_version('1.2.3.4.5'), d = parse_version('1.'), e = tostring(parse_version('0.0.10.0'))`,
      'a,b,c,d,e',
      [['2000000100000000000000000', true, null, null, '1000000000']],
    ],
    [
      `datatable(v: string)['1.0.1', '', 'v1', '123456789'] | project n = parse_version(v)`,
      'n',
      [['1000000000000000100000000'], [null], [null], [null]],
    ],
  ],
  punycode: [
    [
      `print a = punycode_from_string('bücher'), b = punycode_to_string('bcher-kva'), c = punycode_from_string('plain'), d = punycode_to_string('plain-'), e = punycode_to_string('ü')`,
      'a,b,c,d,e',
      [['bcher-kva', 'bücher', 'plain-', 'plain', '']],
    ],
    [
      `print a = punycode_domain_to_string('www.bücher。example'), b = punycode_domain_from_string('www.xn--bcher-kva.example')`,
      'a,b',
      [['www.xn--bcher-kva.example', 'www.bücher.example']],
    ],
  ],
  'code points and CSV': [
    [
      `print a = unicode_codepoints_to_string(72, dynamic([228, 128512]), 33), b = make_string(55296), c = unicode_codepoints_from_string('a😀')`,
      'a,b,c',
      [['Hä😀!', '', [97, 128512]]],
    ],
    [
      `print a = parse_csv('x,,"y, ""z"""'), b = parse_csv('one,two\\nthree,four'), c = parse_csv('"l1\\nl2",3')`,
      'a,b,c',
      [
        [
          ['x', '', 'y, "z"'],
          ['one', 'two'],
          ['l1\nl2', '3'],
        ],
      ],
    ],
  ],
  'replace_strings, has_any_index': [
    [
      `print a = replace_strings('the cat and the dog', dynamic(['cat', 'dog']), dynamic(['dog', 'cat'])), b = replace_strings('aaa', dynamic(['aa', 'a']), dynamic(['b', 'c'])), c = replace_strings('abc', dynamic(['ab', 'b']), dynamic([1, 'x']))`,
      'a,b,c',
      [['the dog and the cat', 'bc', 'abc']],
    ],
    [
      `print a = has_any_index('red green', dynamic(['blue', 'GREEN'])), b = has_any_index('redgreen', dynamic(['green'])), c = has_any_index('x 7', range(5, 9, 1))`,
      'a,b,c',
      [[1, -1, 2]],
    ],
  ],
  'make_timespan and toint of a timespan': [
    [
      `print a = make_timespan(1, 30), b = make_timespan(1, 30, 5.5), c = make_timespan(2, 1, 30, 5.25), d = make_timespan(24, 0), e = make_timespan(0, 60), f = toint(1h), g = toint(5tick)`,
      'a,b,c,d,e,f,g',
      [['01:30:00', '01:30:05.5000000', '2.01:30:05.2500000', null, null, 1640261632, 5]],
    ],
  ],
  'formats read a run of letters as the longest specifiers it begins with': [
    [
      `let t = datetime(2026-07-04 15:06:07.0123456); print a = format_datetime(t, 'dddd ddd MMMM MMM'), b = format_datetime(t, 'yyy-yyyyy'), c = format_datetime(t, 'ffffffff'), d = format_timespan(time(1.02:03:04), 'hhh mmm')`,
      'a,b,c,d',
      [['0404 044 0707 077', '2626-202626', '01234560', '022 033']],
    ],
  ],
});

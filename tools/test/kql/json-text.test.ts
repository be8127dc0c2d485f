/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const TEXTS = String.raw`'{"a":1,}', '[1,]', 'nan', 'Infinity', '{"a":[2]}', ' [ 1 ] ', '1 2', 'x, inf', '{"m":"x: NaN"}', ' null ', ' ', ''`;

answersAsKusto(
  {
    'text that is JSON and text that only looks like it': [
      [
        `datatable(s: string)[${TEXTS}] | extend d = parse_json(s) | project t = gettype(d), x = tostring(d), n = isnull(d)`,
        't,x,n',
        [
          ['string', '{"a":1,}', false],
          ['string', '[1,]', false],
          ['string', 'nan', false],
          ['string', 'Infinity', false],
          ['dictionary', '{"a":[2]}', false],
          ['array', '[1]', false],
          ['string', '1 2', false],
          ['string', 'x, inf', false],
          ['dictionary', '{"m":"x: NaN"}', false],
          ['null', '', true],
          ['null', '', true],
          ['null', '', true],
        ],
      ],
    ],
    'paths into JSON text': [
      [
        `print a = extract_json('$.a', '{"a":1.5}'), b = extract_json('$.b', '{"b":{"c":[1,2]}}'), c = extract_json('$.s', '{"s": "x y"}'), d = extract_json('$.n', '{"n":null}')`,
        'a,b,c,d',
        [['1.5', '{"c":[1,2]}', 'x y', '']],
      ],
    ],
  },
  [
    [`print parse_json('{"a":1,"a":2}')`, 'unsupported JSON with a repeated key: a', '1:7'],
    [`print parse_json('[NaN]')`, 'unsupported NaN or Infinity within JSON', '1:7'],
    [`print parse_json('1e400')`, 'unsupported number beyond the greatest real: 1e400', '1:7'],
    [
      `print gettype(dynamic({"t":"2020-01-01T00:00:00Z"}).t)`,
      'unsupported gettype of a text that may be a value: 2020-01-01T00:00:00Z',
      '1:7',
    ],
    ['print gettype(dynamic(1h))', 'unsupported gettype of a text that may be a value: 01:00:00', '1:7'],
    [`print extract_json('$.a[-1]', '{"a":[1]}')`, 'unsupported JSON path', '1:7'],
    [
      `print extract_json('$.a', '{"a": [1, 2]}')`,
      'unsupported extract_json of what JSON writes in several ways',
      '1:7',
    ],
  ],
);

/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

answersAsKusto({
  'tostring of reals': [
    [
      'print a = tostring(0.1 + 0.2), b = tostring(1.0 / 3), c = tostring(-250.0), d = tostring(99999999999999.0), e = tostring(0.0001), f = tostring(-0.0), g = tostring(real(-inf)), h = tostring(real(null))',
      'a,b,c,d,e,f,g,h',
      [
        [
          '0.30000000000000007',
          '0.3333333333333333',
          '-250.0',
          '99999999999999.0',
          '0.0001',
          '-0.0',
          '-inf',
          '',
        ],
      ],
    ],
  ],
  'tostring of the other types': [
    [
      "print a = tostring(1d), b = tostring(-1tick), c = tostring(datetime(0001-01-01)), d = tostring(guid(74BE27DE-1E4E-49D9-B579-FE0B331D3642)), e = tostring(dynamic({'a': [1, 2.0, null, 'x']})), f = tostring(dynamic('x')), g = tostring(decimal(1.5)), h = tostring(dynamic(null)), i = tostring(false)",
      'a,b,c,d,e,f,g,h,i',
      [
        [
          '1.00:00:00',
          '-00:00:00.0000001',
          '0001-01-01T00:00:00.0000000Z',
          '74be27de-1e4e-49d9-b579-fe0b331d3642',
          '{"a":[1,2.0,null,"x"]}',
          'x',
          '1.5',
          '',
          'False',
        ],
      ],
    ],
  ],
  parse_xml: [
    [
      `print d = parse_xml('<?xml version="1.0"?><r><!-- c --><v>118.0</v><n> 5 </n><z>007</z><e/><g x="y">t &amp;&#x41;</g><g>h</g><m> a <b>c</b> </m></r>')`,
      'd',
      [
        [
          {
            r: {
              v: 118,
              n: 5,
              z: '007',
              e: null,
              g: [{ '@x': 'y', '#text': 't &A' }, 'h'],
              m: { '#text': 'a', b: 'c' },
            },
          },
        ],
      ],
    ],
    [
      `print a = parse_xml('<a><b></a>'), b = parse_xml(''), c = parse_xml('text'), d = tostring(parse_xml('<a k="v"/>').a['@k']), e = parse_xml('<a>&nope;</a>')`,
      'a,b,c,d,e',
      [[null, null, null, 'v', null]],
    ],
  ],
});

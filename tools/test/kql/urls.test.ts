/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

answersAsKusto(
  {
    parse_url: [
      [
        `print u = parse_url('ftp://ann:s3cret@files.example.org:2121/pub/a%20b.txt?x=1&y=%C3%A9&z#top')`,
        'u',
        [
          [
            {
              Scheme: 'ftp',
              Host: 'files.example.org',
              Port: '2121',
              Path: '/pub/a%20b.txt',
              Username: 'ann',
              Password: 's3cret',
              'Query Parameters': { x: '1', y: 'é', z: '' },
              Fragment: 'top',
            },
          ],
        ],
      ],
      [
        `datatable(u: string)['https://example.com', 'http://bob@h:80/', ''] | project h = tostring(parse_url(u).Host), p = tostring(parse_url(u).Port), n = tostring(parse_url(u).Username)`,
        'h,p,n',
        [
          ['example.com', '', ''],
          ['h', '80', 'bob'],
          ['', '', ''],
        ],
      ],
      [
        `print q = parse_urlquery('a=1&b=x%20y&c'), e = parse_urlquery('')`,
        'q,e',
        [[{ 'Query Parameters': { a: '1', b: 'x y', c: '' } }, { 'Query Parameters': {} }]],
      ],
    ],
    'percent encoding': [
      [
        `print a = url_encode('k=v w/ü'), b = url_encode_component('k=v w/ü'), c = url_decode('k%3dv+w%2F%c3%bc'), d = url_encode('a-b_c.d')`,
        'a,b,c,d',
        [['k%3dv+w%2f%c3%bc', 'k%3dv%20w%2f%c3%bc', 'k=v w/ü', 'a-b_c.d']],
      ],
    ],
    parse_path: [
      [
        String.raw`print a = parse_path(@'D:\logs\app.log.gz'), b = tostring(parse_path('/var/log/x').DirectoryName), c = tostring(parse_path(@'C:\x.exe:hidden.dll').AlternateDataStreamName)`,
        'a,b,c',
        [
          [
            {
              Scheme: '',
              RootPath: 'D:',
              DirectoryPath: 'D:\\logs',
              DirectoryName: 'logs',
              Filename: 'app.log.gz',
              Extension: 'gz',
              AlternateDataStreamName: '',
            },
            'log',
            'hidden.dll',
          ],
        ],
      ],
    ],
    'sign by sign in lower case': [
      [
        `datatable(s: string)['ΟΔΟΣ', 'É'] | project a = s =~ 'οδοσ', b = s contains 'ΔΟΣ', c = s has 'é', d = tolower(s), e = s in~ ('ΟΔΟΣ', 'é')`,
        'a,b,c,d,e',
        [
          [true, true, false, 'οδοσ', true],
          [false, false, true, 'é', true],
        ],
      ],
    ],
  },
  [
    [`print parse_url('https://[::1]:80/a')`, 'unsupported parse_url of an IPv6 host', '1:7'],
    [`print url_encode("it's")`, "unsupported url_encode of '", '1:7'],
    [`print url_decode('100%')`, 'unsupported url_decode of a malformed escape', '1:7'],
    [String.raw`print parse_path(@'\\?\C:\a')`, 'unsupported parse_path of a long path', '1:7'],
    [`print strrep('a', 2000)`, 'unsupported strrep by less than 1 or more than 1024', '1:7'],
    [`print regex_quote('a b')`, 'unsupported regex_quote of  ', '1:7'],
    [`print format_bytes(1, 0, 'mb')`, 'unsupported format_bytes in mb', '1:7'],
  ],
);

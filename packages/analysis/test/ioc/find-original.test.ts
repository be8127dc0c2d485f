import fc from 'fast-check';
import { findOriginal } from '../../src/ioc/original/find-original';
import type { IocType } from '../../src/ioc/patterns';

/** The patterns as the original writes them, which take more than linear time. */
const DNS = String.raw`(?:(?=[a-z0-9-]{1,63}\[?\.\]?)[a-z0-9]+(?:-[a-z0-9]+)*\[?\.\]?){1,126}[a-z]{2,63}`;
const WRITTEN = {
  dns: new RegExp(DNS, 'gi'),
  email: new RegExp(`[a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~-]+(?:@|\\[at\\])${DNS}`, 'gi'),
  windows_path: /(?:[a-z]:|\\\\[a-z0-9_.$-]+||[.]+)\\(?:[^/:*?"'<>|\r\n]+\\)*[^\\/*?"<>|\r\n ]+/gi,
  linux_path: /(?:\/+||[.]+)\/(?:[^\\/:*?<>|\r\n]+\/)*[^/\0<>|\r\n ]+/gi,
} as const;

const kinds = Object.keys(WRITTEN) as (keyof typeof WRITTEN)[];
const texts = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'b1',
        'com',
        '.',
        '[.]',
        '[.',
        ' ',
        '/',
        '\\',
        '\\\\',
        'c:',
        '@',
        '[AT]',
        '-',
        '_',
        ':',
        '"',
        "'",
      ],
      ...[
        '..',
        '*',
        '<',
        '|',
        '\n',
        '\r',
        '\0',
        '\u00e9',
        'x'.repeat(63),
        'a.'.repeat(130),
        '1.'.repeat(130),
      ],
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));

it.each(kinds)('finds %s where the pattern of the original does', (kind) => {
  fc.assert(
    fc.property(texts, (text) => {
      const found = findOriginal(text, { types: [kind], anySuffix: true, customTypes: [] });
      expect(found.map(({ matched }) => matched)).toEqual([...new Set(text.match(WRITTEN[kind]) ?? [])]);
    }),
    { numRuns: 2_000 },
  );
});

it.each<[string, readonly IocType[], readonly string[]]>([
  ['999.1.1.1 1[.]2.3.4', ['ipv4'], ['ipv4 999.1.1.1', 'ipv4 1[.]2.3.4']],
  [':: 10:20:30 a::b.', ['ipv6'], ['ipv6 ::', 'ipv6 10:20:30']],
  ['run.ps1 a.example.com x.nosuffix', ['dns'], ['dns run.ps', 'dns a.example.com']],
  ["see 'http://a.example.com/b')", ['url', 'dns'], ['dns a.example.com', "url http://a.example.com/b')"]],
  [
    'http://a.b/?u=http%3A%2F%2Fc.d%2Fe',
    ['url'],
    ['url http://a.b/?u=http%3A%2F%2Fc.d%2Fe', 'url http://a.b/?u=http://c.d/e', 'dns a.b'],
  ],
  [`x${'f'.repeat(32)}h ${'0'.repeat(33)}`, ['md5_hash'], [`md5_hash ${'f'.repeat(32)}`]],
  ['a@b.co 1.2.3.4', ['email', 'ipv4', 'dns'], ['ipv4 1.2.3.4', 'dns b.co', 'email a@b.co']],
])('in %j of %j', (text, types, expected) => {
  const found = findOriginal(text, { types, anySuffix: false, customTypes: [] });
  expect(found.map(({ type, matched }) => `${type} ${matched}`)).toEqual(expected);
});

it('gives kinds of the caller the highest priority', () => {
  const customTypes = [{ name: 'mine', pattern: /b\.(?<ioc>co)/ }];
  expect(findOriginal('a.b.co', { types: ['dns'], anySuffix: true, customTypes })).toEqual([
    { type: 'dns', observable: 'a.b.co', matched: 'a.b.co', position: 0 },
    { type: 'mine', observable: 'co', matched: 'co', position: 4 },
  ]);
});

import fc from 'fast-check';
import { windowsArguments } from '@casebook/analysis';

it.each([
  ['', []],
  ['a.exe', ['a.exe']],
  [' a', ['', 'a']],
  ['"C:\\Program Files\\a.exe" -x  y\tz ', ['C:\\Program Files\\a.exe', '-x', 'y', 'z']],
  ['C:\\dir"a b"\\x.exe c', ['C:\\dir"a', 'b\\x.exe c']],
  ['"C:\\a b\\"c d', ['C:\\a b\\', 'c', 'd']],
  ['p "abc" d e', ['p', 'abc', 'd', 'e']],
  ['p a\\\\b d"e f"g h', ['p', 'a\\\\b', 'de fg', 'h']],
  ['p a\\\\\\"b c d', ['p', 'a\\"b', 'c', 'd']],
  ['p a\\\\\\\\"b c" d e', ['p', 'a\\\\b c', 'd', 'e']],
  ['p "a b"" c d"', ['p', 'a b"', 'c', 'd']],
  ['p a"b"" c d', ['p', 'ab"', 'c', 'd']],
  ['p """a b""" c', ['p', '"a', 'b"', 'c']],
  ['p """"a b"', ['p', '"a b']],
  ['p ""', ['p', '']],
  ['p "open to the end', ['p', 'open to the end']],
  ['p C:\\ "D:\\\\" end\\', ['p', 'C:\\', 'D:\\', 'end\\']],
  ['p \\"a b\\"', ['p', '"a', 'b"']],
])('parses %j', (line, found) => expect(windowsArguments(line)).toEqual(found));

/** Quotes an argument so that it is one again. */
const quoted = (argument: string): string =>
  `"${argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;

it('finds arguments again that were quoted', () => {
  const argument = fc.array(fc.constantFrom(...'ab \t"\\/é'), { maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(argument, { maxLength: 5 }), (all) => {
      expect(windowsArguments(['p.exe', ...all.map(quoted)].join(' '))).toEqual(['p.exe', ...all]);
    }),
  );
});

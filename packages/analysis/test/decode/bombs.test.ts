import { deflateRawSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { decodeBase64Text, type DecodeTextOptions } from '@casebook/analysis';

const b64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');
const nested = <T>(times: number, value: T, wrap: (value: T) => T): T =>
  Array.from({ length: times }).reduce<T>(wrap, value);
const limits = (text: string, options: DecodeTextOptions = {}): string[] => {
  const { items } = decodeBase64Text(text, options);
  return [...items.values('limit')].filter((limit) => limit !== '').map(String);
};
const zeros = Buffer.alloc(20 * 2 ** 20);

it('stops content that is larger than it may be, and says at which limit', () => {
  expect(limits(b64(gzipSync(zeros)))).toEqual(['ratio']);
  expect(limits(b64(gzipSync(gzipSync(zeros))))).toEqual(['ratio']);
  expect(limits(b64(deflateRawSync(zeros)))).toEqual(['ratio']);
  expect(limits(b64(gzipSync(zeros)), { maxRatio: 2000 })).toEqual(['bytes']);
  expect(limits(b64(gzipSync(zeros)), { maxTotalBytes: 1000 })).toEqual(['totalBytes']);
  expect(limits(b64(gzipSync(Buffer.alloc(60_000))))).toEqual([]);
});

it('gives the stopped item a row without content', () => {
  const { items, text } = decodeBase64Text(b64(gzipSync(zeros)));
  const [packed, stopped] = items.rows();
  expect(packed).toMatchObject({ reference: '1', file_type: 'gz', encoding_type: 'binary', limit: '' });
  expect(stopped).toMatchObject({
    reference: '1.1',
    file_name: 'gzip_file',
    decoded_string: '',
    encoding_type: 'limit',
    limit: 'ratio',
    md5: '',
  });
  expect(text).toContain("<decoded type='limit ratio' name='gzip_file' index='1.1' depth='2'></decoded>");
});

it('stops at the depth', () => {
  const deep = nested(25, 'the end of it all', b64);
  expect(limits(deep)).toEqual(['depth']);
  expect(limits(deep, { maxDepth: 30 })).toEqual([]);
  const gzips = nested<Uint8Array>(30, strToU8('the end of it'), (bytes) => gzipSync(bytes));
  expect(limits(b64(gzips))).toEqual(['depth']);
});

it('stops at the number of items, in an archive, over archives and in a text', () => {
  const many = zipSync(Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`${at}`, strToU8('x')])));
  const { items } = decodeBase64Text(b64(many));
  expect(items.values('limit')).toHaveLength(1000);
  expect(limits(b64(many))).toEqual(['items']);
  expect(limits(`${b64('one of the texts')}, `.repeat(30), { maxItems: 20 })).toEqual(['items']);
  const wide = nested<Uint8Array>(4, strToU8('leaf'), (bytes) =>
    zipSync(Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`${at}.zip`, bytes])), { level: 0 }),
  );
  expect(limits(b64(wide))).toEqual(['items']);
});

it('spends the limit of the call over all texts', () => {
  const small = gzipSync(Buffer.alloc(50_000, 'a, b'));
  expect(limits(`${b64(small)}, `.repeat(3), { maxTotalBytes: 120_000 })).toEqual(['totalBytes']);
});

it.each([0, -1, 1.5, Number.NaN])('refuses a limit of %s', (maxDepth) => {
  expect(() => decodeBase64Text('', { maxDepth })).toThrow('invalid maxDepth');
});

const MB = 2 ** 20;
it.each([
  ['A', 'A'],
  ['=', '='],
  ['line ends', '\n'],
  ['A and line ends', 'A\n'],
  ['A=', 'A='],
  ['seventeens', `${'A'.repeat(17)} `],
  ['seventeens of text', 'QUFBQUFBQUFBQUFBQ '],
  ['seventeen and eighteen', `QUFBQUFBQUFBQUFBQ QUFBQUFBQUFBQUFBQU `],
  ['dashes', 'Ab1-/'],
  ['spaces', 'A'.repeat(16) + ' '.repeat(60)],
])('takes 1 MB of %s in linear time', (_, unit) => {
  const text = (size: number): string => unit.repeat(Math.floor(size / unit.length));
  decodeBase64Text(text(MB / 8));
  const start = process.cpuUsage();
  decodeBase64Text(text(MB));
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(400);
});

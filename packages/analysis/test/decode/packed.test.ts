import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { decodeBase64Text } from '@casebook/analysis';

const b64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');

/** A tar archive of one file, as POSIX.1-2001 describes its header. */
function tar(name: string, bytes: Uint8Array, kind = '0'): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100, 'utf8');
  header.write('0000644\0', 100);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(' '.repeat(8), 148);
  header.write(`${kind}ustar\u000000`, 156, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

const cells = (text: string, ...names: string[]): string[] =>
  decodeBase64Text(text)
    .items.rows()
    .map((row) => names.map((name) => String((row as Record<string, unknown>)[name])).join(' | '));

it('gives the members of a zip archive rows of their own, whatever their names', () => {
  const zip = zipSync({
    '../../etc/passwd': strToU8('root'),
    "' index='9'><script>": strToU8('x'),
    'folder/': new Uint8Array(),
    'C:\\a\\b.gz': gzipSync('inner text'),
    'stored.png': [Buffer.from('89504e470d0a1a0a0000', 'hex'), { level: 0 }],
  });
  expect(
    cells(`a ${b64(zip)} b`, 'reference', 'file_name', 'file_type', 'encoding_type', 'decoded_string'),
  ).toEqual([
    '1 | unknown | zip | binary | ',
    '1.1 | ../../etc/passwd |  | utf-8 | root',
    "1.2 | ' index='9'><script> |  | utf-8 | x",
    '1.3 | C:\\a\\b.gz | gz | binary | ',
    '1.3.1 | gzip_file |  | utf-8 | inner text',
    '1.4 | stored.png | png | binary | ',
  ]);
  expect(decodeBase64Text(b64(zip)).text).toContain(
    "name='&#39; index=&#39;9&#39;&gt;&lt;script&gt;' index='1.2'",
  );
});

it('gives the members of a tar archive, long names too', () => {
  const long = `${'d/'.repeat(80)}name`;
  const archive = Buffer.concat([
    tar('a folder/', Buffer.alloc(0), '5'),
    tar('a folder/a.txt', Buffer.from('hello')),
    tar('././@LongLink', Buffer.from(`${long}\0`), 'L'),
    tar(long.slice(0, 99), Buffer.from('behind a long name')),
    tar('pax', Buffer.from('17 path=pax name\n'), 'x'),
    tar('short', Buffer.from('behind a pax name')),
    Buffer.alloc(1024),
  ]);
  expect(cells(b64(archive), 'reference', 'file_name', 'file_type', 'decoded_string')).toEqual([
    '1 | unknown | tar | ',
    '1.1 | a folder/a.txt |  | hello',
    `1.2 | ${long} |  | behind a long name`,
    '1.3 | pax name |  | behind a pax name',
  ]);
});

it('says what is encrypted or damaged, and keeps the rest', () => {
  const zip = Buffer.from(zipSync({ a: strToU8('one of them, to be told apart'), b: strToU8('other') }));
  const entry = zip.indexOf('PK\x01\x02', 0, 'latin1');
  zip.writeUInt16LE(1, entry + 8);
  expect(cells(b64(zip), 'file_name', 'encoding_type', 'limit')).toEqual([
    'unknown | binary | ',
    'a | encrypted | ',
    'b | utf-8 | ',
  ]);
  zip.writeUInt16LE(0, entry + 8);
  zip.writeUInt32LE(0xffffff, entry + 42);
  expect(cells(b64(zip), 'file_name', 'encoding_type')).toEqual([
    'unknown | binary',
    'a | damaged',
    'b | utf-8',
  ]);
  const gzip = gzipSync(Buffer.from(Array.from({ length: 200 }, (_, at) => (at * at * 7919) % 251)));
  expect(cells(b64(gzip.subarray(0, 100)), 'file_type', 'encoding_type')).toEqual([
    'gz | binary',
    ' | damaged',
  ]);
});

it.each([
  ['exe', '4d5a9000030000000400000000000000', 64],
  ['elf', '7f454c460201010000000000', 40],
  ['7z', '377abcaf271c0004', 40],
  ['rar', '526172211a0700', 40],
  ['pdf', '255044462d312e370d0a', 40],
  ['ole', 'd0cf11e0a1b11ae1', 40],
  ['wim', '4d5357494d000000', 40],
  ['jpeg', 'ffd8ffe000104a46', 40],
  ['der', '30820024', 40],
])('knows %s by its first bytes', (type, head, size) => {
  const bytes = Buffer.alloc(size);
  bytes.write(head, 'hex');
  expect(cells(`x=${b64(bytes)}`, 'file_type', 'encoding_type')).toEqual([`${type} | binary`]);
});

it.each([
  ['dll', 0x2000, 2],
  ['sys', 0, 1],
  ['exe', 0, 3],
])('tells a program %s by its header', (type, characteristics, subsystem) => {
  const bytes = Buffer.alloc(0x100);
  bytes.write('MZ');
  bytes.writeUInt32LE(0x80, 0x3c);
  bytes.write('PE\0\0', 0x80, 'latin1');
  bytes.writeUInt16LE(characteristics, 0x80 + 22);
  bytes.writeUInt16LE(subsystem, 0x80 + 0x5c);
  expect(cells(b64(bytes), 'file_type')).toEqual([type]);
});

const text = fc
  .array(fc.constantFrom(...'abcdefghij KLMNOP.,;:!?-\n"\'äßжé€😀'), { minLength: 12, maxLength: 60 })
  .map((letters) => `echo 01;52;98: ${letters.join(' ')}.`);
const ascii = fc
  .array(fc.constantFrom(...'abcxyz ABC.:$(\\)'), { minLength: 16, maxLength: 60 })
  .map((all) => `echo 01;52;98: ${all.join(' ')}.`);

type Wrap = (bytes: Buffer) => Buffer;
const WRAPS: Readonly<Record<string, Wrap>> = {
  base64: (bytes) => Buffer.from(bytes.toString('base64')),
  'base64 of a UTF-16 copy': (bytes) =>
    Buffer.from(Buffer.from(bytes.toString('base64'), 'utf16le').toString('base64')),
  'url-safe': (bytes) => Buffer.from(bytes.toString('base64url')),
  'in a sentence': (bytes) => Buffer.from(`run (${bytes.toString('base64')}) now`),
  gzip: (bytes) => gzipSync(bytes),
  zlib: (bytes) => deflateSync(bytes),
  deflate: (bytes) => deflateRawSync(bytes),
  zip: (bytes) => Buffer.from(zipSync({ 'a b.bin': bytes })),
  tar: (bytes) => tar('a.bin', bytes),
};

it('finds again what was packed, through six layers of any kind', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        ascii.map((one) => `\ufeff${one}`),
      ),
      fc.boolean(),
      fc.array(fc.constantFrom(...Object.keys(WRAPS)), { maxLength: 6 }),
      (leaf, wide, kinds) => {
        const utf16 = wide && leaf.startsWith('\ufeff');
        const plain = leaf.replace('\ufeff', '');
        const start: Buffer = utf16 ? Buffer.from(leaf, 'utf16le') : Buffer.from(plain);
        const packed = kinds.reduce<Buffer>((bytes, kind) => (WRAPS[kind] as Wrap)(bytes), start);
        const found = [...decodeBase64Text(`> ${b64(packed)} <`).items.values('decoded_string')];
        expect(found).toContain(plain);
      },
    ),
    { numRuns: 300 },
  );
});

it('never throws, and keeps the text around what it finds', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...Object.keys(WRAPS)), (bytes, kind) => {
      const packed = (WRAPS[kind] as Wrap)(Buffer.from(bytes));
      const { text: shown } = decodeBase64Text(`, ${b64(packed)} .`);
      expect(shown.startsWith(', ') && shown.endsWith(' .')).toBe(true);
      decodeBase64Text(Buffer.from(bytes).toString('latin1'), { utf16: true });
      decodeBase64Text(b64(packed.subarray(0, packed.length >> 1)), { compatibility: 'msticpy' });
    }),
  );
});

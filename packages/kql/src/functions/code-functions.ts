import { gunzipSync, gzipSync, inflateSync, deflateSync } from 'node:zlib';
import type { Constant } from '../plan/scalar';
import { isArray } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import type { FunctionRow } from './function-row';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** Up to here Kusto stores the bytes as they are: any code table takes more room. */
const MOST_STORED = 100;
const MOST_PLAIN = 2 ** 26;
const STORED_NOTE = `texts of up to ${MOST_STORED} bytes, which Kusto stores uncompressed`;

const bytesOf = (text: string): Buffer | undefined =>
  BASE64.test(text) ? Buffer.from(text, 'base64') : undefined;

function byteList(text: string): Constant {
  if (text === '') throw new RangeError('unsupported base64_decode_toarray of an empty text');
  const bytes = bytesOf(text);
  return bytes ? `[${[...bytes].join(',')}]` : null;
}

function fromByteList(list: string): string {
  const items = parseJson(list);
  if (!isArray(items)) return '';
  const bytes = items.map((item) =>
    typeof item === 'bigint' && item >= 0n && item < 256n ? Number(item) : -1,
  );
  return bytes.includes(-1) ? '' : Buffer.from(bytes).toString('base64');
}

/** The first three groups of a GUID are numbers, least byte first. */
function guidBytes(guid: string): string {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex');
  bytes.subarray(0, 4).reverse();
  bytes.subarray(4, 6).reverse();
  bytes.subarray(6, 8).reverse();
  return bytes.toString('base64');
}

/**
 * 16 bytes as a GUID; null for other texts. Throws RangeError where the two bytes of the third group differ: the
 * documented answer has them in the other order than `base64_encode_fromguid`.
 */
function guidOf(text: string): Constant {
  const bytes = bytesOf(text);
  if (bytes?.length !== 16) return null;
  if (bytes[6] !== bytes[7]) throw new RangeError('unsupported base64_decode_toguid: the order of its bytes');
  bytes.subarray(0, 4).reverse();
  bytes.subarray(4, 6).reverse();
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function stored(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length === 0 || bytes.length > MOST_STORED)
    throw new RangeError(`unsupported compression: only ${STORED_NOTE}`);
  return bytes;
}

/** RFC 1952 with no time, no flags and an unknown system. */
function zipped(text: string): string {
  const bytes = gzipSync(stored(text), { level: 0 });
  bytes.set([0, 255], 8);
  return bytes.toString('base64');
}

function expanded(text: string, expand: (bytes: Buffer) => Buffer): string {
  const bytes = bytesOf(text);
  if (!bytes) return '';
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(expand(bytes));
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new RangeError('unsupported decompression: more than 64 MiB');
    return '';
  }
}

const text = (name: string, js: (value: string) => string, note?: string): FunctionRow => ({
  name,
  takes: ['string'],
  gives: 'string',
  js,
  ...(note === undefined ? {} : { note }),
});

/** Functions between text and bytes: base64, gzip (RFC 1952) and zlib (RFC 1950). */
export const CODE_FUNCTIONS: readonly FunctionRow[] = [
  { name: 'base64_decode_toarray', takes: ['string'], gives: 'dynamic', js: byteList },
  {
    name: 'base64_encode_fromarray',
    takes: ['dynamic'],
    gives: 'string',
    nulls: true,
    js: (list: string | null) => (list === null ? '' : fromByteList(list)),
  },
  {
    name: 'base64_decode_toguid',
    takes: ['string'],
    gives: 'guid',
    js: guidOf,
    note: 'null for what is no GUID; most others are refused, for the documented order of bytes is doubtful',
  },
  { name: 'base64_encode_fromguid', takes: ['guid'], gives: 'string', js: guidBytes },
  text('gzip_compress_to_base64_string', zipped, STORED_NOTE),
  text(
    'zlib_compress_to_base64_string',
    (value) => deflateSync(stored(value), { level: 0 }).toString('base64'),
    STORED_NOTE,
  ),
  text('gzip_decompress_from_base64_string', (value) =>
    expanded(value, (bytes) =>
      bytes[3] === 0 ? gunzipSync(bytes, { maxOutputLength: MOST_PLAIN }) : Buffer.of(0xff),
    ),
  ),
  text('zlib_decompress_from_base64_string', (value) =>
    expanded(value, (bytes) => inflateSync(bytes, { maxOutputLength: MOST_PLAIN })),
  ),
];

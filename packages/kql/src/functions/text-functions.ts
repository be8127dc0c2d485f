import type { FunctionRow } from './function-row';
import { lowerCase, upperCase } from '../values/lower-case';
import { once } from './once';
import { unanswerable } from '../values/unanswerable';

/** Where the given occurrence of a text begins, each sought so far behind the one before; -1 where there are fewer. */
function nth(text: string, sought: string, occurrence: bigint, step: number): number {
  let at = text.indexOf(sought);
  for (let left = occurrence; left > 1n && at >= 0; left--) at = text.indexOf(sought, at + step);
  return at;
}

/** Where a text stands in another, in signs (code points); it must begin within the range, and may end behind it. */
function found(text: string, sought: string, start = 0n, length = -1n, occurrence = 1n): bigint | null {
  if (sought === '' || occurrence < 1n || length < -1n) return null;
  const signs = [...text];
  const from = start < 0n ? Math.max(0, signs.length + Number(start)) : Number(start);
  const rest = signs.slice(from).join('');
  const at = nth(rest, sought, occurrence, 1);
  if (at !== nth(rest, sought, occurrence, sought.length))
    unanswerable('indexof of an occurrence that overlaps another');
  if (at < 0) return -1n;
  const place = [...rest.slice(0, at)].length;
  return length >= 0n && place >= Number(length) ? -1n : BigInt(from + place);
}

function fromBase64(text: string): string {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return '';
  if (text.length % 4 !== 0) unanswerable('base64 without its padding');
  const bytes = Buffer.from(text, 'base64');
  const plain = bytes.toString('utf8');
  return Buffer.from(plain, 'utf8').equals(bytes) ? plain : '';
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    unanswerable('url_decode of a malformed escape');
  }
};

/** Percent-encodes with lower-case digits; the signs on which encoders differ and that Kusto does not document are refused. */
export function percentEncoded(text: string): string {
  const unclear = /[!'()*~]/.exec(text)?.[0];
  if (unclear !== undefined) unanswerable(`url_encode of ${unclear}`);
  return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}

/** By code points, which is the order of the engine, too. */
const strcmp = (a: string = '', b: string = ''): string =>
  once([a, b], (x, y) => `CASE WHEN ${x} < ${y} THEN -1 WHEN ${x} > ${y} THEN 1 ELSE 0 END`);

function translated(from: string, to: string, text: string): string {
  const source = [...from];
  const target = [...to];
  const map = new Map(
    source.map((letter, index) => [letter, target.length ? (target[index] ?? target.at(-1)) : '']),
  );
  return [...text].map((letter) => map.get(letter) ?? letter).join('');
}

const SIZES = ['Bytes', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB'];

function formatBytes(size: number, digits: bigint = 0n, unit: string = ''): string {
  const natural = Math.min(SIZES.length - 1, Math.max(0, Math.floor(Math.log2(Math.abs(size) || 1) / 10)));
  const at = unit === '' ? natural : SIZES.indexOf(unit);
  if (at < 0) unanswerable(`format_bytes in ${unit}`);
  if (size < 0) unanswerable('format_bytes of a negative size');
  return `${Number((size / 1024 ** at).toFixed(Number(digits)))} ${SIZES[at]}`;
}

const substring = (s: string, start: string, length?: string): string =>
  once([s, start, ...(length === undefined ? [] : [length])], (x, from, size) => {
    const begin = `CASE WHEN ${from} >= 0 THEN ${from} WHEN length(${x}) + ${from} >= 0 THEN length(${x}) + ${from} ELSE length(${x}) END + 1`;
    return size === undefined
      ? `substring(${x}, ${begin})`
      : `substring(${x}, ${begin}, greatest(${size}, 0))`;
  });

/** Functions over text. */
export const TEXT_FUNCTIONS: readonly FunctionRow[] = [
  {
    name: 'tolower',
    takes: ['string'],
    gives: 'string',
    sql: (s) => `lower(${s})`,
    js: lowerCase,
  },
  {
    name: 'toupper',
    takes: ['string'],
    gives: 'string',
    note: 'a letter whose capital is several letters, as ß, ends the query',
    quick: (host, s) => `CASE WHEN strlen(${s}) = length(${s}) THEN upper(${s}) ELSE ${host} END`,
    js: upperCase,
  },
  { name: 'strlen', takes: ['string'], gives: 'long', sql: (s) => `length(${s})` },
  { name: 'format_bytes', takes: ['real', 'long?', 'string?'], gives: 'string', js: formatBytes },
  { name: 'string_size', takes: ['string'], gives: 'long', sql: (s) => `strlen(${s})` },
  {
    name: 'strcat',
    takes: ['string', 'string*'],
    gives: 'string',
    sql: (...s) => `(${s.join(' || ')})`,
    js: (...s: string[]) => s.join(''),
  },
  {
    name: 'strcat_delim',
    takes: ['string', 'string', 'string*'],
    gives: 'string',
    sql: (delimiter, ...s) => `concat_ws(${delimiter}, ${s.join(', ')})`,
  },
  {
    name: 'isempty',
    takes: ['string'],
    gives: 'bool',
    sql: (s) => `(${s} = '')`,
    js: (s: string) => s === '',
  },
  {
    name: 'isnotempty',
    aliases: ['notempty'],
    takes: ['string'],
    gives: 'bool',
    sql: (s) => `(${s} <> '')`,
    js: (s: string) => s !== '',
  },
  {
    name: 'replace_string',
    takes: ['string', 'string', 'string'],
    gives: 'string',
    sql: (s, from, to) => `replace(${s}, ${from}, ${to})`,
  },
  {
    name: 'substring',
    takes: ['string', 'long', 'long?'],
    gives: 'string',
    sql: (s, start, length) => `coalesce(${substring(s ?? '', start ?? '', length)}, '')`,
  },
  { name: 'reverse', takes: ['string'], gives: 'string', js: (s: string) => [...s].reverse().join('') },
  {
    name: 'strrep',
    takes: ['string', 'long', 'string?'],
    gives: 'string',
    js: (s: string, times: bigint, delimiter: string = '') => {
      if (times < 1n || times > 1024n) unanswerable('strrep by less than 1 or more than 1024');
      return Array.from({ length: Number(times) }, () => s).join(delimiter);
    },
  },
  { name: 'indexof', takes: ['string', 'string', 'long?', 'long?', 'long?'], gives: 'long', js: found },
  { name: 'strcmp', takes: ['string', 'string'], gives: 'int', sql: strcmp },
  { name: 'translate', takes: ['string', 'string', 'string'], gives: 'string', js: translated },
  {
    name: 'base64_encode_tostring',
    aliases: ['base64_encodestring'],
    takes: ['string'],
    gives: 'string',
    sql: (s) => `to_base64(encode(${s}))`,
  },
  {
    name: 'base64_decode_tostring',
    aliases: ['base64_decodestring'],
    takes: ['string'],
    gives: 'string',
    js: fromBase64,
  },
  {
    name: 'url_encode',
    note: "text with one of !'()*~ ends the query",
    takes: ['string'],
    gives: 'string',
    js: (s: string) => percentEncoded(s).replaceAll('%20', '+'),
  },
  {
    name: 'url_decode',
    note: 'a malformed escape ends the query',
    takes: ['string'],
    gives: 'string',
    js: decoded,
  },
  { name: 'hash_md5', takes: ['string'], gives: 'string', sql: (s) => `md5(${s})` },
  { name: 'hash_sha256', takes: ['string'], gives: 'string', sql: (s) => `sha256(${s})` },
  { name: 'hash_sha1', takes: ['string'], gives: 'string', sql: (s) => `sha1(${s})` },
  {
    name: 'isascii',
    takes: ['string'],
    gives: 'bool',
    sql: (s = '') => once([s], (x) => `(strlen(${x}) = length(${x}))`),
  },
  {
    name: 'to_utf8',
    aliases: ['unicode_codepoints_from_string'],
    takes: ['string'],
    gives: 'dynamic',
    js: (s: string) => `[${[...s].map((c) => c.codePointAt(0)).join(',')}]`,
  },
];

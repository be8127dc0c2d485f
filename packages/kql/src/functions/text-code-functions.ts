import { windowsArguments } from '../values/command-line';
import { csvFields } from '../values/csv-record';
import { isArray, type JsonValue } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { jsonText, printJson } from '../values/print-json';
import { fromPunycode, toPunycode } from '../values/punycode';
import { replaceStrings } from '../values/replace-strings';
import { xmlToJson } from '../values/xml-to-json';
import type { FunctionRow } from './function-row';
import { once } from './once';
import { hasTerm } from './term-match';
import { percentEncoded } from './text-functions';
import { unanswerable } from '../values/unanswerable';

/** Up to four parts of up to eight digits each, as one number of eight digits a part. */
const version = (text: string): string =>
  once([text], (v) => {
    const parts = once([`string_split(${v}, '.')`], (p) =>
      [1, 2, 3, 4].map((at) => `lpad(coalesce(${p}[${at}], '0'), 8, '0')`).join(' || '),
    );
    return `CASE WHEN regexp_full_match(${v}, '[0-9]{1,8}(?:\\.[0-9]{1,8}){0,3}') THEN CAST(${parts} AS DECIMAL(38,0)) END`;
  });

const DOTS = /[.\u3002\uff0e\uff61]/;

const toDomain = (domain: string): string => {
  const labels = domain.split(DOTS).map((label) => {
    const code = /^[\0-\x7f]*$/.test(label) ? label : toPunycode(label);
    return code === undefined || code === label ? code : `xn--${code}`;
  });
  return labels.includes(undefined) ? '' : labels.join('.');
};

const fromDomain = (domain: string): string => {
  const labels = domain
    .split('.')
    .map((label) => (/^xn--/i.test(label) ? fromPunycode(label.slice(4)) : label));
  return labels.includes(undefined) ? '' : labels.join('.');
};

function fromCodepoints(...values: (string | bigint | null)[]): string {
  const flat = values.flatMap((value): readonly JsonValue[] => {
    const read = typeof value === 'string' ? parseJson(value) : value;
    return isArray(read) ? read : [read];
  });
  const valid = flat.every(
    (point): point is bigint =>
      typeof point === 'bigint' && point >= 0n && point <= 0x10ffffn && (point < 0xd800n || point > 0xdfffn),
  );
  return valid ? flat.map((point) => String.fromCodePoint(Number(point))).join('') : '';
}

function firstTerm(text: string, values: string): bigint | null {
  const list = parseJson(values);
  if (!isArray(list)) return null;
  return BigInt(list.findIndex((item) => hasTerm(text, jsonText(item), 'term', false)));
}

/** Functions that read or write a notation: versions, Punycode, CSV, command lines, escaped text. */
export const TEXT_CODE_FUNCTIONS: readonly FunctionRow[] = [
  { name: 'parse_version', takes: ['string'], gives: 'decimal', sql: (s) => version(s ?? '') },
  {
    name: 'regex_quote',
    note: 'signs that Rust and RE2 escape differently, as a space, end the query',
    takes: ['string'],
    gives: 'string',
    js: (s: string) => {
      const unclear = /[ -/:-@[-^`{-~]/g;
      const differing = s.match(unclear)?.find((sign) => !/[\\.+*?()|[\]{}^$#&\-~]/.test(sign));
      if (differing !== undefined) unanswerable(`regex_quote of ${differing}`);
      return s.replace(/[\\.+*?()|[\]{}^$#&\-~]/g, '\\$&');
    },
  },
  {
    name: 'punycode_from_string',
    takes: ['string'],
    gives: 'string',
    js: (s: string) => toPunycode(s) ?? '',
  },
  {
    name: 'punycode_to_string',
    takes: ['string'],
    gives: 'string',
    js: (s: string) => fromPunycode(s) ?? '',
  },
  { name: 'punycode_domain_to_string', takes: ['string'], gives: 'string', js: toDomain },
  { name: 'punycode_domain_from_string', takes: ['string'], gives: 'string', js: fromDomain },
  {
    name: 'unicode_codepoints_to_string',
    aliases: ['make_string'],
    takes: ['any', 'any*'],
    gives: 'string',
    nulls: true,
    js: fromCodepoints,
  },
  {
    name: 'parse_csv',
    takes: ['string'],
    gives: 'dynamic',
    js: (s: string) => JSON.stringify(csvFields(s)),
  },
  {
    name: 'parse_xml',
    takes: ['string'],
    gives: 'dynamic',
    js: (s: string) => {
      const value = xmlToJson(s);
      return value === null ? null : printJson(value);
    },
    note: 'a number is a number where it prints as it stands, else text; text in several pieces ends the query',
  },
  {
    name: 'replace_strings',
    takes: ['string', 'dynamic', 'dynamic'],
    gives: 'string',
    js: (s: string, from: string, to: string) => replaceStrings(s, parseJson(from), parseJson(to)),
  },
  { name: 'has_any_index', takes: ['string', 'dynamic'], gives: 'long', js: firstTerm },
  { name: 'isutf8', takes: ['string'], gives: 'bool', sql: () => 'true', js: () => true },
  {
    name: 'url_encode_component',
    note: "text with one of !'()*~ ends the query",
    takes: ['string'],
    gives: 'string',
    js: percentEncoded,
  },
];

/** The arguments of a command line; `windows` is the one dialect that Kusto has. */
export const commandLine = (line: string): string | null =>
  line === '' ? null : JSON.stringify(windowsArguments(line));

import {
  compareIpv4,
  coveringBlocks,
  inIpv4Range,
  isPrivateIpv4,
  masked,
  readIpv4,
  writeIpv4,
} from '../values/ipv4';
import { isArray } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { jsonText } from '../values/print-json';
import { quickPrivateIpv4 } from './quick-conversions';
import type { FunctionRow } from './function-row';
import { IPV6_FUNCTIONS } from './ipv6-functions';

const number = (ip: string): bigint | null => {
  const read = readIpv4(ip);
  return read ? masked(read.address, read.prefix) : null;
};

const shorter = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** The block of an address, given as text or as a number, under the shorter of its prefix and a given one. */
function blockOf(ip: string | bigint, prefix = 32n): { address: string; prefix: bigint } | undefined {
  const read = typeof ip === 'bigint' ? { address: ip, prefix: 32n } : readIpv4(ip);
  if (!read || prefix < 0n || prefix > 32n || read.address < 0n || read.address >= 1n << 32n)
    return undefined;
  const shortest = shorter(read.prefix, prefix);
  return { address: writeIpv4(masked(read.address, shortest)), prefix: shortest };
}

const inAny = (ip: string, ranges: readonly string[]): boolean | null =>
  readIpv4(ip) ? ranges.some((range) => inIpv4Range(ip, range) === true) : null;

/** Functions over IP addresses. */
export const IP_FUNCTIONS: readonly FunctionRow[] = [
  ...IPV6_FUNCTIONS,
  { name: 'parse_ipv4', takes: ['string'], gives: 'long', js: number },
  {
    name: 'ipv4_is_private',
    takes: ['string'],
    gives: 'bool',
    quick: quickPrivateIpv4,
    js: (ip: string) => isPrivateIpv4(ip) ?? null,
  },
  {
    name: 'ipv4_is_in_range',
    takes: ['string', 'string'],
    gives: 'bool',
    js: (ip: string, range: string) => inIpv4Range(ip, range) ?? null,
  },
  {
    name: 'ipv4_is_match',
    takes: ['string', 'string', 'long?'],
    gives: 'bool',
    js: (a: string, b: string, prefix?: bigint) => {
      const order = compareIpv4(a, b, prefix);
      return order === undefined ? null : order === 0n;
    },
  },
  {
    name: 'ipv4_compare',
    takes: ['string', 'string', 'long?'],
    gives: 'int',
    js: (a: string, b: string, prefix?: bigint) => compareIpv4(a, b, prefix) ?? null,
  },
  {
    name: 'ipv4_is_in_any_range',
    takes: ['string', 'any', 'string*'],
    gives: 'bool',
    js: (ip: string, first: string, ...rest: string[]) => {
      const list = first.startsWith('[') ? parseJson(first) : first;
      return inAny(ip, isArray(list) ? list.map((item) => jsonText(item)) : [first, ...rest]);
    },
  },
  {
    name: 'ipv4_netmask_suffix',
    takes: ['string'],
    gives: 'long',
    js: (ip: string) => readIpv4(ip)?.prefix ?? null,
  },
  {
    name: 'format_ipv4',
    takes: ['any', 'long?'],
    gives: 'string',
    js: (ip: string | bigint, prefix?: bigint) => blockOf(ip, prefix)?.address ?? '',
  },
  {
    name: 'format_ipv4_mask',
    takes: ['any', 'long?'],
    gives: 'string',
    js: (ip: string | bigint, prefix?: bigint) => {
      const block = blockOf(ip, prefix);
      return block ? `${block.address}/${block.prefix}` : '';
    },
  },
  {
    name: 'parse_ipv4_mask',
    takes: ['string', 'long'],
    gives: 'long',
    js: (ip: string, prefix: bigint) => {
      const read = readIpv4(ip);
      return read && prefix >= 0n && prefix <= 32n
        ? masked(read.address, shorter(read.prefix, prefix))
        : null;
    },
  },
  {
    name: 'ipv4_range_to_cidr_list',
    takes: ['string', 'string'],
    gives: 'dynamic',
    js: (start: string, end: string) => {
      const [first, last] = [readIpv4(start), readIpv4(end)];
      if (!first || !last) return null;
      if (first.address > last.address || first.prefix < 32n || last.prefix < 32n)
        throw new RangeError('unsupported ipv4_range_to_cidr_list: ends with a prefix or in falling order');
      return JSON.stringify(coveringBlocks(first.address, last.address));
    },
  },
];

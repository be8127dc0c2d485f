import { compareIpv4, inIpv4Range, isPrivateIpv4, masked, readIpv4, writeIpv4 } from '../values/ipv4';
import { isArray } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { jsonText } from '../values/print-json';
import { quickPrivateIpv4 } from './quick-conversions';
import type { FunctionRow } from './function-row';

const number = (ip: string): bigint | null => {
  const read = readIpv4(ip);
  return read ? masked(read.address, read.prefix) : null;
};

const inAny = (ip: string, ranges: readonly string[]): boolean | null =>
  readIpv4(ip) ? ranges.some((range) => inIpv4Range(ip, range) === true) : null;

/** Functions over IPv4 addresses. */
export const IP_FUNCTIONS: readonly FunctionRow[] = [
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
    js: (ip: string | bigint, prefix: bigint = 32n) => {
      const address = typeof ip === 'bigint' ? ip : readIpv4(ip)?.address;
      return address === undefined || prefix < 0n || prefix > 32n ? '' : writeIpv4(masked(address, prefix));
    },
  },
];

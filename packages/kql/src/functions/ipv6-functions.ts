import type { Constant } from '../plan/scalar';
import { compareIpv6, inIpv6Range, maskedIpv6, readIpv6, writeIpv6 } from '../values/ipv6';
import { isArray } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { jsonText } from '../values/print-json';
import type { FunctionRow } from './function-row';

function canonical(ip: string, prefix = 128n): string {
  const read = readIpv6(ip);
  if (!read || prefix < 0n || prefix > 128n) return '';
  return writeIpv6(maskedIpv6(read.address, read.prefix < prefix ? read.prefix : prefix));
}

function inAny(ip: string, ranges: readonly string[]): Constant {
  if (!readIpv6(ip)) return null;
  return ranges.some((range) => inIpv6Range(ip, range) === true);
}

/** Functions over IPv6 addresses; IPv4 ones are mapped. */
export const IPV6_FUNCTIONS: readonly FunctionRow[] = [
  { name: 'parse_ipv6', takes: ['string'], gives: 'string', js: (ip: string) => canonical(ip) },
  {
    name: 'parse_ipv6_mask',
    takes: ['string', 'long'],
    gives: 'string',
    js: (ip: string, prefix: bigint) => canonical(ip, prefix),
  },
  {
    name: 'ipv6_compare',
    takes: ['string', 'string', 'long?'],
    gives: 'int',
    js: (a: string, b: string, prefix?: bigint) => compareIpv6(a, b, prefix) ?? null,
    note: '`::a.b.c.d` with a prefix is refused where Kusto documents two readings',
  },
  {
    name: 'ipv6_is_match',
    takes: ['string', 'string', 'long?'],
    gives: 'bool',
    js: (a: string, b: string, prefix?: bigint) => {
      const order = compareIpv6(a, b, prefix);
      return order === undefined ? null : order === 0n;
    },
    note: '`::a.b.c.d` with a prefix is refused where Kusto documents two readings',
  },
  {
    name: 'ipv6_is_in_range',
    takes: ['string', 'string'],
    gives: 'bool',
    js: (ip: string, range: string) => inIpv6Range(ip, range) ?? null,
  },
  {
    name: 'ipv6_is_in_any_range',
    takes: ['string', 'any', 'string*'],
    gives: 'bool',
    js: (ip: string, first: string, ...rest: string[]) => {
      const list = first.startsWith('[') ? parseJson(first) : first;
      return inAny(ip, isArray(list) ? list.map((item) => jsonText(item)) : [first, ...rest]);
    },
  },
];

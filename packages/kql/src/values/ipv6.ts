import { readIpv4 } from './ipv4';

/** An address of 128 bits with the length of its prefix; IPv4 addresses are mapped to `::ffff:a.b.c.d`. */
export interface Ipv6 {
  readonly address: bigint;
  readonly prefix: bigint;
  /** Whether the text is an IPv4 address behind colons that Kusto reads in two ways: `::10.1.2.3`, or one with a prefix. */
  readonly embedded: boolean;
}

const MAPPED = 0xffffn << 32n;
const DOTTED = /^(.*:)(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

/** Reads an IPv6 or IPv4 address, with or without a prefix; nothing where the text is neither. */
export function readIpv6(text: string): Ipv6 | undefined {
  const v4 = readIpv4(text);
  if (v4) return { address: MAPPED | v4.address, prefix: 96n + v4.prefix, embedded: false };
  const match = /^\s*([0-9a-fA-F:.]+)(?:\/(\d{1,3}))?\s*$/.exec(text);
  if (!match) return undefined;
  const dotted = DOTTED.exec(match[1] ?? '');
  const tail = dotted ? readIpv4(dotted[2] ?? '') : undefined;
  if (dotted && !tail) return undefined;
  const words = wordsOf(
    dotted && tail
      ? `${dotted[1]}${(tail.address >> 16n).toString(16)}:${(tail.address & 0xffffn).toString(16)}`
      : (match[1] ?? ''),
  );
  const given = match[2] === undefined ? undefined : BigInt(match[2]) + (dotted ? 96n : 0n);
  if (!words || (given ?? 0n) > 128n) return undefined;
  const address = words.reduce((sum, word) => (sum << 16n) | BigInt(`0x${word}`), 0n);
  const unmapped = address >> 32n === 0n;
  return { address, prefix: given ?? 128n, embedded: dotted !== null && (unmapped || given !== undefined) };
}

function wordsOf(text: string): readonly string[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const given = [...left, ...right];
  if (!given.every((word) => /^[0-9a-fA-F]{1,4}$/.test(word))) return undefined;
  if (halves.length === 1) return given.length === 8 ? given : undefined;
  if (given.length > 7) return undefined;
  return [...left, ...Array.from({ length: 8 - given.length }, () => '0'), ...right];
}

/** The address with the bits beyond a prefix cleared. */
export const maskedIpv6 = (address: bigint, prefix: bigint): bigint =>
  (address >> (128n - prefix)) << (128n - prefix);

/** Eight words of four digits, as `parse_ipv6` writes an address. */
export const writeIpv6 = (address: bigint): string =>
  (address.toString(16).padStart(32, '0').match(/.{4}/g) ?? []).join(':');

/**
 * Orders two addresses under the shortest of their prefixes and a given one; nothing where one is not an address.
 * Throws RangeError where it matters how Kusto counts the prefix of an embedded IPv4 address.
 */
export function compareIpv6(a: string, b: string, prefix = 128n): bigint | undefined {
  const [left, right] = [readIpv6(a), readIpv6(b)];
  if (!left || !right || prefix < 0n || prefix > 128n) return undefined;
  const orders = readings(left).flatMap((x) => readings(right).map((y) => ordered(x, y, prefix)));
  const [first] = orders;
  if (orders.some((order) => order !== first))
    throw new RangeError('unsupported comparison of an IPv4 address behind colons');
  return first;
}

/** An embedded address as it is, with its prefix in bits of the whole, and as a mapped one. */
const readings = (ip: Ipv6): readonly Ipv6[] =>
  ip.embedded
    ? [
        { ...ip, prefix: ip.prefix === 128n ? 128n : ip.prefix - 96n },
        { ...ip, address: ip.address | (ip.address >> 32n === 0n ? MAPPED : 0n) },
      ]
    : [ip];

function ordered(a: Ipv6, b: Ipv6, prefix: bigint): bigint {
  const shortest = [a.prefix, b.prefix, prefix].reduce((x, y) => (x < y ? x : y));
  const [x, y] = [maskedIpv6(a.address, shortest), maskedIpv6(b.address, shortest)];
  return x < y ? -1n : x > y ? 1n : 0n;
}

/** Whether an address lies in a range; nothing where one of them is malformed. */
export function inIpv6Range(ip: string, range: string): boolean | undefined {
  const [address, block] = [readIpv6(ip), readIpv6(range)];
  if (!address || !block) return undefined;
  if (address.embedded || block.embedded)
    throw new RangeError('unsupported range of an IPv4 address behind colons');
  return maskedIpv6(address.address, block.prefix) === maskedIpv6(block.address, block.prefix);
}

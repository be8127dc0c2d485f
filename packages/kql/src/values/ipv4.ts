/** An IPv4 address with the length of its prefix. */
export interface Ipv4 {
  readonly address: bigint;
  readonly prefix: bigint;
}

const FORM = /^\s*(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?\s*$/;
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(readIpv4);

/** Reads `a.b.c.d` or `a.b.c.d/n`; nothing where the text is neither. */
export function readIpv4(text: string): Ipv4 | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const bytes = match.slice(1, 5).map(Number);
  const prefix = Number(match[5] ?? 32);
  if (prefix > 32 || bytes.some((byte) => byte > 255)) return undefined;
  return { address: bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n), prefix: BigInt(prefix) };
}

/** The address with the bits beyond a prefix cleared. */
export const masked = (address: bigint, prefix: bigint): bigint => {
  const size = 1n << (32n - prefix);
  return address - (address % size);
};

/** `a.b.c.d`. */
export const writeIpv4 = (address: bigint): string =>
  [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join('.');

/** Orders two addresses under the shortest of their prefixes and a given one; nothing where one is not an address. */
export function compareIpv4(a: string, b: string, prefix = 32n): bigint | undefined {
  const [left, right] = [readIpv4(a), readIpv4(b)];
  if (!left || !right || prefix < 0n || prefix > 32n) return undefined;
  const shortest = [left.prefix, right.prefix, prefix].reduce((x, y) => (x < y ? x : y));
  const [x, y] = [masked(left.address, shortest), masked(right.address, shortest)];
  return x < y ? -1n : x > y ? 1n : 0n;
}

/** Whether an address lies in a range; nothing where one of them is malformed. */
export function inIpv4Range(ip: string, range: string): boolean | undefined {
  const [address, block] = [readIpv4(ip), readIpv4(range)];
  if (!address || !block) return undefined;
  return masked(address.address, block.prefix) === masked(block.address, block.prefix);
}

/** Whether an address lies in one of the private ranges; nothing where it is malformed. */
export function isPrivateIpv4(ip: string): boolean | undefined {
  const address = readIpv4(ip);
  if (!address) return undefined;
  return PRIVATE.some(
    (block) =>
      block && address.prefix >= block.prefix && masked(address.address, block.prefix) === block.address,
  );
}

/** The fewest blocks that cover all addresses from one to another, in order. */
export function coveringBlocks(first: bigint, last: bigint): readonly string[] {
  const blocks: string[] = [];
  for (let at = first; at <= last;) {
    let bits = 0n;
    while (bits < 32n && at % (1n << (bits + 1n)) === 0n && at + (1n << (bits + 1n)) - 1n <= last) bits += 1n;
    blocks.push(`${writeIpv4(at)}/${32n - bits}`);
    at += 1n << bits;
  }
  return blocks;
}

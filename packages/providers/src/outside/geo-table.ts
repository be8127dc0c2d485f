import type { GeoLookup, GeoPlace } from '@casebook/kql';
import type { TextFile } from '../source/source-file';
import { delimitedRecords, unreadable } from './read-records';
import { readText } from './read-text';

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  network: ['network', 'cidr', 'range'],
  country: ['country', 'country_name'],
  state: ['state', 'region', 'subdivision_1_name', 'subdivision'],
  city: ['city', 'city_name'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'lng', 'long'],
};

type Networks = Map<number, Map<bigint, GeoPlace>>;

/**
 * A table of networks from a CSV file with the columns network (an address or a CIDR, IPv4 or IPv6), country, state, city,
 * latitude and longitude: read on first use; of the networks that hold an address the narrowest counts.
 */
export const geoTable = (file: TextFile): GeoLookup => {
  const loaded: { tables?: { readonly v4: Networks; readonly v6: Networks } } = {};
  return (address) => {
    const value = addressBits(address.trim());
    if (!value) return undefined;
    loaded.tables ??= load(file);
    const networks = value.width === 32 ? loaded.tables.v4 : loaded.tables.v6;
    for (const [length, places] of networks) {
      const found = places.get(value.bits >> BigInt(value.width - length));
      if (found) return found;
    }
    return undefined;
  };
};

const load = ({ name, path }: TextFile): { readonly v4: Networks; readonly v6: Networks } => {
  const [header, ...rows] = delimitedRecords(name, readText(name, path).replace(/^\uFEFF/, ''), ',');
  const titles = (header ?? []).map((title) => title.trim().toLowerCase());
  const at = Object.fromEntries(
    Object.entries(COLUMNS).map(([key, names]) => [key, titles.findIndex((title) => names.includes(title))]),
  );
  if ((at.network ?? -1) < 0) throw unreadable(name, 'it has no column network');
  const v4: Networks = new Map();
  const v6: Networks = new Map();
  for (const row of rows) {
    const network = networkOf(row[at.network ?? 0] ?? '');
    if (!network) throw unreadable(name, `no network: ${JSON.stringify(row[at.network ?? 0])}`);
    const table = network.width === 32 ? v4 : v6;
    const places = table.get(network.length) ?? new Map<bigint, GeoPlace>();
    table.set(network.length, places);
    places.set(network.bits >> BigInt(network.width - network.length), placeOf(row, at));
  }
  const narrowFirst = (table: Networks): Networks => new Map([...table].sort(([a], [b]) => b - a));
  return { v4: narrowFirst(v4), v6: narrowFirst(v6) };
};

const placeOf = (row: readonly string[], at: Readonly<Record<string, number>>): GeoPlace => {
  const text = (key: string): string | undefined => row[at[key] ?? -1]?.trim() || undefined;
  const number = (key: string): number | undefined => {
    const value = Number(text(key) ?? Number.NaN);
    return Number.isFinite(value) ? value : undefined;
  };
  const [country, state, city] = [text('country'), text('state'), text('city')];
  const [latitude, longitude] = [number('latitude'), number('longitude')];
  return {
    ...(country === undefined ? {} : { country }),
    ...(state === undefined ? {} : { state }),
    ...(city === undefined ? {} : { city }),
    ...(latitude === undefined ? {} : { latitude }),
    ...(longitude === undefined ? {} : { longitude }),
  };
};

interface Bits {
  readonly width: 32 | 128;
  readonly bits: bigint;
}

const networkOf = (text: string): (Bits & { readonly length: number }) | undefined => {
  const [address = '', mask] = text.trim().split('/');
  const value = addressBits(address);
  const length = mask === undefined ? value?.width : /^\d{1,3}$/.test(mask) ? Number(mask) : undefined;
  return value && length !== undefined && length <= value.width ? { ...value, length } : undefined;
};

const addressBits = (text: string): Bits | undefined => {
  const v4 = ipv4(text);
  if (v4 !== undefined) return { width: 32, bits: v4 };
  const mapped = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const tail = mapped ? ipv4(mapped[2] ?? '') : undefined;
  const hex =
    mapped && tail !== undefined
      ? `${mapped[1]}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`
      : text;
  const bits = ipv6(hex);
  if (bits === undefined) return undefined;
  return bits >> 32n === 0xffffn ? { width: 32, bits: bits & 0xffffffffn } : { width: 128, bits };
};

const ipv4 = (text: string): bigint | undefined => {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return undefined;
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
};

const ipv6 = (text: string): bigint | undefined => {
  if (!/^[0-9a-f:]+$/i.test(text) || !text.includes(':')) return undefined;
  const [head = '', tail, more] = text.split('::');
  if (more !== undefined) return undefined;
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const [first, last] = [groups(head), groups(tail ?? '')];
  const missing = 8 - first.length - last.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...first, ...Array.from({ length: Math.max(missing, 0) }, () => '0'), ...last];
  if (all.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return all.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
};

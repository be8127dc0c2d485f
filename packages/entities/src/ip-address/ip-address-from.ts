import { compact } from '../compact';
import type { GeoLocation, IpAddress } from './ip-address';

/** The address that a text holds, without blanks, brackets or a port; its place, if one is known. Text without one is null. */
export const ipAddressFrom = (text: string, location: GeoLocation = {}): IpAddress | null => {
  const Address = withoutPort(text.trim());
  if (!isAddress(Address)) return null;
  const Location = compact(location);
  return Object.freeze({ Type: 'ip', Address, ...(Object.keys(Location).length ? { Location } : {}) });
};

/** The addresses of a list, or of a text with commas or blanks between; each once, other text left out. */
export const ipAddressesFrom = (texts: string | readonly string[]): readonly IpAddress[] => {
  const parts: readonly string[] = typeof texts === 'string' ? texts.split(/[\s,;]+/) : texts;
  const found = parts.flatMap((text) => ipAddressFrom(text) ?? []);
  return Object.freeze(
    found.filter(({ Address }, index) => found.findIndex((other) => other.Address === Address) === index),
  );
};

const withoutPort = (text: string): string =>
  /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(text)?.[1] ?? text;

const isAddress = (text: string): boolean => isV4(text) || isV6(text);

const isV4 = (text: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255);

const isV6 = (text: string): boolean => {
  const [, body = '', tail] = /^([0-9a-f:]*?)(\d+(?:\.\d+){3})?(?:%[\w.]+)?$/i.exec(text) ?? [];
  if (!body.includes(':') || /:::|::.*::/.test(body) || (tail !== undefined && !isV4(tail))) return false;
  const groups = body.split(':').filter((group) => group !== '');
  const count = groups.length + (tail === undefined ? 0 : 2);
  const open = /^:[^:]/.test(body) || (tail === undefined && /[^:]:$/.test(body));
  return (
    !open && groups.every((group) => group.length <= 4) && (body.includes('::') ? count < 8 : count === 8)
  );
};

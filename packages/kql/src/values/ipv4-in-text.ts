import { readIpv4 } from './ipv4';

const ADDRESS = /(?<![\p{L}\p{N}])(?<!\d\.)\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}])(?!\.\d)/gu;

/** The IPv4 addresses in a text that signs other than letters and digits set apart. */
export const addressesIn = (text: string): readonly string[] =>
  (text.match(ADDRESS) ?? []).filter((address) => readIpv4(address) !== undefined);

/** Whether a text holds an address. */
export const hasAddress = (text: string, address: string): boolean =>
  isAddress(address) && addressesIn(text).includes(address);

/** Whether a text holds an address with a prefix: a whole address, or one to three numbers with a dot behind each. */
export function hasAddressPrefix(text: string, prefix: string): boolean {
  if (isAddress(prefix)) return hasAddress(text, prefix);
  if (!/^(?:\d{1,3}\.){1,3}$/.test(prefix) || prefix.split('.').some((part) => Number(part) > 255))
    return false;
  return addressesIn(text).some((address) => address.startsWith(prefix));
}

const isAddress = (text: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) && readIpv4(text) !== undefined;

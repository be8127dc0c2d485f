import { isIPv6 } from 'node:net';
import { customIndicators } from './custom-indicators';
import type { CustomIocType, Indicator } from './indicator';
import { PATTERNS, type IocType } from './patterns';
import { refang } from './refang';
import { hostNames, type HostCheck, type IsHostName } from './valid-host';

/** What is looked for. */
export interface FindOptions extends HostCheck {
  readonly types: readonly IocType[];
  readonly customTypes?: readonly CustomIocType[];
}

/** Which kind counts where two match the same characters, best first. */
const PRECEDENCE: readonly string[] = [
  'url',
  'ipv4',
  'ipv6',
  'email',
  'sha256_hash',
  'sha1_hash',
  'md5_hash',
  'dns',
  'windows_path',
  'linux_path',
];

/**
 * The indicators of a text in the order in which they stand, each once; of two kinds over the same characters the one of
 * higher precedence counts. Linear time.
 */
export function findIndicators(text: string, options: FindOptions): readonly Indicator[] {
  return search(text, { ...options, isHost: hostNames() });
}

/** What is looked for, and what is known of hosts so far. */
interface Search extends FindOptions {
  readonly isHost: IsHostName;
}

function search(text: string, options: Search): readonly Indicator[] {
  const urls = indicatorsOf('url', text, options, []);
  const found = options.types.flatMap((type) =>
    type === 'url' ? urls : indicatorsOf(type, text, options, urls),
  );
  const nested = options.types.includes('url') ? urls.flatMap((url) => nestedIn(url, options)) : [];
  return ordered([...found, ...nested, ...customIndicators(text, options.customTypes ?? [])]);
}

function indicatorsOf(
  type: IocType,
  text: string,
  options: Search,
  urls: readonly Indicator[],
): readonly Indicator[] {
  if (!mayHold(type, text)) return [];
  const found: Indicator[] = [];
  const settled = new Set<string>();
  for (const { 0: whole, index } of text.matchAll(PATTERNS[type])) {
    if (settled.has(whole)) continue;
    const matched = TRIMMED.has(type) ? trimmed(type === 'url' ? whole.replace(MARKUP, '') : whole) : whole;
    const observable = REFANGED.has(type) ? refang(matched) : matched;
    const candidate = { type, observable, matched, position: index };
    const possible = isPossible(type, observable, options, urls.length > 0);
    if (possible && !fitsItsPlace(candidate, text, options, urls)) continue;
    if (possible) found.push(candidate);
    settled.add(whole);
  }
  return found;
}

/** What a text must hold to be worth a search. */
function mayHold(type: IocType, text: string): boolean {
  if (type === 'url') return /:|\[:\]/.test(text) && text.includes('//');
  if (type === 'email') return text.includes('@') || /[[(]at[\])]/i.test(text);
  if (type === 'ipv6') return text.includes(':');
  if (type === 'windows_path') return text.includes('\\');
  return type !== 'linux_path' || text.includes('/');
}

const REFANGED: ReadonlySet<IocType> = new Set(['url', 'email', 'ipv4', 'dns']);
const TRIMMED: ReadonlySet<IocType> = new Set(['url', 'linux_path', 'windows_path']);

/** From here on a text that was escaped for XML or HTML goes on. */
const MARKUP = /&(?:quot|apos|lt|gt|#0?3[49]|#x2[27]);.*/is;

/** Whether an indicator of this kind can look like this, wherever it stands, be it in an address where there are some. */
function isPossible(type: IocType, observable: string, options: Search, inUrl: boolean): boolean {
  if (type === 'ipv4') return observable.split('.').every(isOctet);
  if (type === 'ipv6') return observable.length > 2 && isIPv6(observable);
  if (type === 'email') return isEmail(observable, options);
  if (type === 'url') return /^[a-z]+:\/\/[^/?#]/i.test(observable) || /^file:\/\/\//i.test(observable);
  return type !== 'dns' || options.isHost(observable, { ...options, anyEnding: inUrl });
}

/** Whether what stands around an indicator lets it be one. */
function fitsItsPlace(found: Indicator, text: string, options: Search, urls: readonly Indicator[]): boolean {
  const { type, observable, position } = found;
  if (type === 'email') return !withinAuthority(found, urls);
  if (type !== 'dns') return true;
  if (hostAt(found, urls)) return true;
  return text[position - 1] !== '%' && !isPartOfPath(text, position) && options.isHost(observable, options);
}

const isOctet = (octet: string): boolean => Number(octet) <= 255 && String(Number(octet)) === octet;

function isEmail(address: string, options: Search): boolean {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  return (
    local.length <= 64 &&
    !/^\.|\.$|\.\./.test(local) &&
    options.isHost(address.slice(at + 1), { ...options, anyEnding: true })
  );
}

/** A name behind a single slash or backslash is a file or folder; behind two it is a host. */
const isPartOfPath = (text: string, position: number): boolean =>
  isSlash(text.charCodeAt(position - 1)) && !isSlash(text.charCodeAt(position - 2));

const isSlash = (code: number): boolean => code === 0x2f || code === 0x5c;

const authorityEnd = ({ matched, position }: Indicator): number => {
  const start = matched.indexOf('//') + 2;
  const length = matched.slice(start).replace(/^\]/, '').search(/[/?#]/);
  return position + (length < 0 ? matched.length : start + length);
};

/** The last address that starts before a place; addresses come in order. */
function addressBefore(urls: readonly Indicator[], position: number): Indicator | undefined {
  let low = 0;
  let high = urls.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((urls[middle] as Indicator).position < position) low = middle + 1;
    else high = middle;
  }
  return urls[low - 1];
}

const hostAt = ({ position }: Indicator, urls: readonly Indicator[]): boolean => {
  const url = addressBefore(urls, position);
  return url !== undefined && position < authorityEnd(url);
};

const withinAuthority = ({ position, matched }: Indicator, urls: readonly Indicator[]): boolean => {
  const url = addressBefore(urls, position);
  return url !== undefined && position + matched.indexOf('@') < authorityEnd(url);
};

/** Without the punctuation and quotes that end a sentence and not an address; a closing bracket stays where one opens. Linear. */
function trimmed(text: string): string {
  if (!/[.,;:!?'")\]]$/.test(text)) return text;
  const open = { ')': count(text, '(') - count(text, ')'), ']': count(text, '[') - count(text, ']') };
  let end = text.length;
  for (; end > 0; end -= 1) {
    const last = text[end - 1] as string;
    if (last === ')' || last === ']') {
      if (open[last] >= 0) break;
      open[last] += 1;
    } else if (!'.,;:!?\'"'.includes(last)) break;
  }
  return text.slice(0, end);
}

const count = (text: string, character: string): number => text.split(character).length - 1;

/** Addresses that are part of an address, percent-encoded. */
function nestedIn(url: Indicator, options: Search): readonly Indicator[] {
  if (!/%[0-9a-f]{2}/i.test(url.observable)) return [];
  const decoded = url.observable.replace(/(?:%[0-9a-f]{2})+/gi, decode);
  const types = options.types.filter((type) => type === 'url' || type === 'dns' || type === 'ipv4');
  return indicatorsOf('url', decoded.slice(1), options, []).flatMap((inner) => [
    { ...inner, position: url.position },
    ...types
      .filter((type) => type !== 'url')
      .flatMap((type) =>
        indicatorsOf(type, inner.observable, options, [{ ...inner, position: 0, matched: inner.observable }]),
      )
      .map((part) => ({ ...part, position: url.position })),
  ]);
}

function decode(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}

function ordered(found: readonly Indicator[]): readonly Indicator[] {
  const rank = ({ type }: Indicator): number =>
    (PRECEDENCE.indexOf(type) + PRECEDENCE.length + 1) % (PRECEDENCE.length + 1);
  const sorted = [...found].sort((a, b) => a.position - b.position || rank(a) - rank(b));
  const taken = new Set<string>();
  const spans = new Set<string>();
  return sorted.filter(({ type, observable, matched, position }) => {
    const span = `${position} ${matched}`;
    const key = `${type} ${observable}`;
    if (spans.has(span) || taken.has(key)) return false;
    spans.add(span);
    taken.add(key);
    return true;
  });
}

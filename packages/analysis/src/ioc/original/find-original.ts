import { parse } from 'tldts';
import { customIndicators } from '../custom-indicators';
import type { CustomIocType, Indicator } from '../indicator';
import type { IocType } from '../patterns';
import { DnsNames, type Span } from './dns-spans';
import { emailSpans } from './email-spans';
import { linuxPathSpans } from './linux-path-spans';
import { ORIGINAL_PATTERNS } from './original-patterns';
import { windowsPathSpans } from './windows-path-spans';

/** What the original is told. */
export interface OriginalOptions {
  readonly types: readonly IocType[];
  readonly anySuffix: boolean;
  readonly customTypes: readonly CustomIocType[];
}

/** The kinds in the order in which they are looked for, with their priorities: of two kinds of one text the lower number counts, the first of equals. */
const PRIORITIES: Readonly<Record<IocType, number>> = {
  ipv4: 0,
  ipv6: 0,
  dns: 2,
  url: 0,
  email: 1,
  windows_path: 3,
  linux_path: 4,
  md5_hash: 1,
  sha1_hash: 1,
  sha256_hash: 1,
};

/**
 * The indicators that MSTICPy 3.0.2's `IoCExtract` finds in a text, each text once, as it stands there; in the order of kinds, which the
 * original does not fix. Source: its `_scan_for_iocs`. Linear time.
 */
export function findOriginal(
  text: string,
  { types, anySuffix, customTypes }: OriginalOptions,
): readonly Indicator[] {
  const found = new Found();
  const names = new DnsNames(text.includes('.') ? text : '');
  for (const type of Object.keys(PRIORITIES) as IocType[]) {
    if (!types.includes(type)) continue;
    if (type === 'url') addUrls(text, found);
    else
      for (const { start, end } of spansOf(type, text, names)) {
        const matched = text.slice(start, end);
        if (type === 'dns' && !anySuffix && !found.has(matched) && !hasSuffix(matched)) continue;
        found.add(matched, type, PRIORITIES[type], start);
      }
  }
  for (const { type, matched, position } of customIndicators(text, customTypes))
    found.add(matched, type, 0, position);
  return found.indicators();
}

function spansOf(type: Exclude<IocType, 'url'>, text: string, names: DnsNames): readonly Span[] {
  if (type === 'dns') return names.spans();
  if (type === 'email') return emailSpans(text, names);
  if (type === 'windows_path') return windowsPathSpans(text);
  if (type === 'linux_path') return linuxPathSpans(text);
  return Array.from(text.matchAll(ORIGINAL_PATTERNS[type]), ({ 0: whole, index, groups }) => {
    const matched = groups?.['ioc'] ?? whole;
    const start = index + whole.indexOf(matched);
    return { start, end: start + matched.length };
  });
}

/** Addresses, and those that a percent-encoded address holds from where the last one ended on, with their hosts. */
function addUrls(text: string, found: Found): void {
  const pattern = new RegExp(ORIGINAL_PATTERNS.url);
  let last = 0;
  for (const { 0: url, index } of text.matchAll(ORIGINAL_PATTERNS.url)) {
    found.add(url, 'url', PRIORITIES.url, index);
    pattern.lastIndex = last;
    const parts = last < url.length ? unquoted(url).matchAll(pattern) : [];
    for (const { 0: inner, groups } of parts) {
      found.add(inner, 'url', PRIORITIES.url, index);
      found.add(groups?.['host'] ?? '', 'dns', PRIORITIES.dns, index);
    }
    last = index + url.length;
  }
}

const unquoted = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) =>
    Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'),
  );

const hasSuffix = (name: string): boolean =>
  parse(name.replaceAll('[.]', '.').toLowerCase(), { validateHostname: false, extractHostname: false })
    .isIcann === true;

/** What was found so far. */
class Found {
  readonly #byText = new Map<string, Indicator & { readonly priority: number }>();

  add(matched: string, type: string, priority: number, position: number): void {
    const known = this.#byText.get(matched);
    if (known && priority >= known.priority) return;
    this.#byText.set(matched, { type, matched, observable: matched, position, priority });
  }

  has(matched: string): boolean {
    return this.#byText.has(matched);
  }

  indicators(): readonly Indicator[] {
    return Array.from(this.#byText.values(), ({ type, matched, observable, position }) => ({
      type,
      matched,
      observable,
      position,
    }));
  }
}

import { escapeHtml } from '@casebook/vis';

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const PLAIN =
  /^(?:title|alt|colspan|rowspan|scope|align|width|height|open|start|dir|lang|role|datetime|aria-[a-z]+)$/;
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i;
const LINK = /^(?:https?:\/\/|mailto:|#)/i;
const STYLE_PROPERTY = /^(?!position$|z-index$|content$|behavior$|inset|float$)[a-z-]+$/;
const STYLE_VALUE = /^(?!.*(?:url|image|expression|import|attr)\s*\()[^\\@<>{}]*$/i;

/** The attributes of an element that only format: pictures as data addresses, links to read, styles that load nothing. */
export function sanitizeAttributes(tag: string, source: string): string {
  const kept = new Map<string, string>();
  for (const [, name = '', ...quoted] of source.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    const value = decode(quoted.find((text) => text !== undefined) ?? '');
    const clean = cleanValue(tag, key, value);
    if (clean !== null && !kept.has(key)) kept.set(key, clean);
  }
  if (kept.has('href')) kept.set('rel', 'noopener noreferrer');
  return [...kept].map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('');
}

function cleanValue(tag: string, name: string, value: string): string | null {
  if (name === 'style') return cleanStyle(value);
  if (name === 'src') return tag === 'img' && PICTURE.test(value) ? value : null;
  if (name === 'href') return tag === 'a' && LINK.test(value) ? value : null;
  return PLAIN.test(name) ? value : null;
}

function cleanStyle(value: string): string {
  return value
    .split(';')
    .map((declaration) => {
      const at = declaration.indexOf(':');
      return [declaration.slice(0, at).trim().toLowerCase(), declaration.slice(at + 1).trim()] as const;
    })
    .filter(([property, text]) => STYLE_PROPERTY.test(property) && STYLE_VALUE.test(text))
    .map(([property, text]) => `${property}: ${text}`)
    .join('; ');
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  colon: ':',
  tab: '\t',
  newline: '\n',
};

function decode(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|([a-z]+));?/gi,
    (whole, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex !== undefined ? parseInt(hex, 16) : Number(digits);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

import type { SafeHtml } from '@casebook/vis';
import { trusted } from './trusted';
import { sanitizeAttributes } from './sanitize-attributes';

const VOID = new Set(['br', 'hr', 'img', 'wbr', 'col']);
const ALLOWED = new Set(
  (
    'a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure ' +
    'h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strong sub summary sup ' +
    'table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
);
const DROPPED_WITH_CONTENT =
  /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|plaintext|template|object|embed|svg|math|select|audio|video)$/;
const MARKUP = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>?|<(\/?)([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

/**
 * HTML of a cell's output as a part of a report: only elements and attributes that format text, no scripts, no addresses to load
 * from, nothing that reaches out of its place. Unclosed elements are closed, stray ends dropped.
 */
export function sanitizeHtml(source: string): SafeHtml {
  const out: string[] = [];
  const open: string[] = [];
  let at = 0;
  const pattern = new RegExp(MARKUP);
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    out.push(textOf(source.slice(at, match.index)));
    at = pattern.lastIndex;
    const [, slash, name, attributes] = match;
    if (name === undefined) continue;
    const tag = name.toLowerCase();
    if (slash) closeTag(tag, open, out);
    else if (DROPPED_WITH_CONTENT.test(tag)) {
      at = endOf(tag, source, at);
      pattern.lastIndex = at;
    } else if (ALLOWED.has(tag)) {
      out.push(`<${tag}${sanitizeAttributes(tag, attributes ?? '')}>`);
      if (!VOID.has(tag)) open.push(tag);
    }
  }
  out.push(textOf(source.slice(at)));
  while (open.length > 0) out.push(`</${open.pop()}>`);
  return trusted(out.join(''));
}

function textOf(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function closeTag(tag: string, open: string[], out: string[]): void {
  if (!open.includes(tag)) return;
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    out.push(`</${last}>`);
    if (last === tag) return;
  }
}

function endOf(tag: string, source: string, from: number): number {
  const end = new RegExp(`</${tag}[^>]*>`, 'gi');
  end.lastIndex = from;
  return end.test(source) ? end.lastIndex : source.length;
}

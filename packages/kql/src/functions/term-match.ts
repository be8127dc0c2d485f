import { quoteText } from '../sql/quote-sql';
import { lowerCase } from '../values/lower-case';
import { isPlain } from './once';

const ALPHANUMERIC = /[\p{L}\p{N}]/u;
const EDGE = '[^\\pL\\pN]';

/** Which ends of a term must lie at the edge of a word. */
export type TermKind = 'term' | 'prefix' | 'suffix';

/** Escapes text for a regular expression of RE2. */
export const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * A regular expression (RE2) for `has`, `hasprefix` and `hassuffix`: a term is a longest run of letters and digits, so
 * `_` and every other sign splits; an end of the searched text that is itself such a sign needs no edge.
 */
export const termRegex = (term: string, kind: TermKind, caseSensitive: boolean): string =>
  `(?s${caseSensitive ? '' : 'i'})${edges(term, kind).join(escapeRegex(term))}`;

/** What must lie before and after a term. */
function edges(term: string, kind: TermKind): readonly [string, string] {
  const [first, last] = [[...term][0] ?? '', [...term].at(-1) ?? ''];
  const before = kind !== 'suffix' && ALPHANUMERIC.test(first) ? `(?:^|${EDGE})` : '';
  const after = kind !== 'prefix' && ALPHANUMERIC.test(last) ? `(?:$|${EDGE})` : '';
  return [before, after];
}

/** SQL that tells whether a text has a constant term. */
export function hasTermSql(text: string, term: string, kind: TermKind, caseSensitive: boolean): string {
  if (term === '') return 'true';
  const match = `regexp_matches(${text}, ${quoteText(termRegex(term, kind, caseSensitive))})`;
  if (!isPlain(text) || !/^[\x20-\x7e]+$/.test(term)) return match;
  const found = caseSensitive
    ? `contains(${text}, ${quoteText(term)})`
    : `contains(lower(${text}), ${quoteText(term.toLowerCase())})`;
  return `(${found} AND ${match})`;
}

const TERMS_OF_A_PATTERN = 200;

/** SQL that tells whether a text has at least one of some constant terms, whatever their case. */
export function hasAnyTermSql(text: string, terms: readonly string[]): string {
  if (terms.includes('')) return 'true';
  const byEdges = new Map<string, string[]>();
  for (const term of new Set(terms)) {
    const [before, after] = edges(term, 'term');
    const key = `${before}\0${after}`;
    byEdges.set(key, [...(byEdges.get(key) ?? []), escapeRegex(term)]);
  }
  const patterns = [...byEdges].flatMap(([key, all]) => {
    const [before = '', after = ''] = key.split('\0');
    return chunks(all, TERMS_OF_A_PATTERN).map((some) => `(?si)${before}(?:${some.join('|')})${after}`);
  });
  return `(${patterns.map((pattern) => `regexp_matches(${text}, ${quoteText(pattern)})`).join(' OR ')})`;
}

const chunks = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** Whether a text has a term, for terms that are not constant. */
export function hasTerm(text: string, term: string, kind: TermKind, caseSensitive: boolean): boolean {
  if (term === '') return true;
  const haystack = caseSensitive ? text : lowerCase(text);
  const needle = caseSensitive ? term : lowerCase(term);
  const first = [...needle][0] ?? '';
  const last = [...needle].at(-1) ?? '';
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const before = [...haystack.slice(Math.max(0, at - 2), at)].at(-1);
    const after = [...haystack.slice(at + needle.length, at + needle.length + 2)][0];
    const open = kind === 'suffix' || !before || !ALPHANUMERIC.test(first) || !ALPHANUMERIC.test(before);
    const close = kind === 'prefix' || !after || !ALPHANUMERIC.test(last) || !ALPHANUMERIC.test(after);
    if (open && close) return true;
  }
  return false;
}

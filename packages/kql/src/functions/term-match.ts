import { quoteText } from '../sql/quote-sql';

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
export function termRegex(term: string, kind: TermKind, caseSensitive: boolean): string {
  const first = [...term][0] ?? '';
  const last = [...term].at(-1) ?? '';
  const before = kind !== 'suffix' && ALPHANUMERIC.test(first) ? `(?:^|${EDGE})` : '';
  const after = kind !== 'prefix' && ALPHANUMERIC.test(last) ? `(?:$|${EDGE})` : '';
  return `(?s${caseSensitive ? '' : 'i'})${before}${escapeRegex(term)}${after}`;
}

/** SQL that tells whether a text has a constant term. */
export const hasTermSql = (text: string, term: string, kind: TermKind, caseSensitive: boolean): string =>
  term === '' ? 'true' : `regexp_matches(${text}, ${quoteText(termRegex(term, kind, caseSensitive))})`;

/** Whether a text has a term, for terms that are not constant. */
export function hasTerm(text: string, term: string, kind: TermKind, caseSensitive: boolean): boolean {
  if (term === '') return true;
  const haystack = caseSensitive ? text : text.toLowerCase();
  const needle = caseSensitive ? term : term.toLowerCase();
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

import type { Mistake } from './mistakes';

interface Overruling {
  readonly code: string;
  /** What the text before the diagnostic looks like, and the text at it. */
  readonly before: RegExp;
  readonly at: RegExp;
  readonly why: string;
  /** A query that the engine answers and the binder does not, over a table `T(a:string, n:long, d:dynamic)`. */
  readonly example: string;
}

/** What the binder refuses although the engine answers it. */
export const OVERRULED: readonly Overruling[] = [
  {
    code: 'KS134',
    before: /\bmake_timespan\s*\([^()]*$/,
    at: /^-?\d*\.\d/,
    why: 'the seconds of make_timespan may be real',
    example: `print make_timespan(1, 2, 3.5)`,
  },
  {
    code: 'KS107',
    before: /\bcount\s*\(\s*$/,
    at: /./,
    why: 'count(x) counts rows, whatever x is',
    example: `T | summarize count(n)`,
  },
  {
    code: 'KS107',
    before: /\bnot\s*\(\s*$/,
    at: /^["'@h]/,
    why: 'search not("term") is the rows without the term',
    example: `T | search not("a")`,
  },
  {
    code: 'KS106',
    before: /\bsearch\b[^|]*$/,
    at: /^(and|or)$/,
    why: 'a number in a search is a term',
    example: `T | search "a" or 42`,
  },
  {
    code: 'KS142',
    before: /\bisfuzzy\s*=\s*true\b[^|;]*$/,
    at: /^\w*\*\w*$/,
    why: 'a fuzzy union leaves out the pattern that no table meets',
    example: `union isfuzzy=true Nothing*, T`,
  },
  {
    code: 'KS119',
    before: /\bevaluate\b[^|]*$/,
    at: /^bag_unpack/,
    why: 'bag_unpack also takes columnsConflict and ignoredProperties',
    example: `T | evaluate bag_unpack(d, 'p_', 'error', dynamic(['x'])) : (a:string, n:long, p_y:string)`,
  },
  {
    code: 'KS107',
    before: /\bignoredProperties\s*=\s*$/,
    at: /./,
    why: 'the ignored properties of bag_unpack are an array, wherever they stand',
    example: `T | evaluate bag_unpack(d, ignoredProperties = dynamic(['x'])) : (a:string, n:long, y:string)`,
  },
];

/** Whether the engine answers what the binder refuses here. */
export function isOverruled({ code, start, length }: Mistake, text: string): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  const here = text.slice(start, start + length);
  return OVERRULED.some((row) => row.code === code && row.before.test(before) && row.at.test(here));
}

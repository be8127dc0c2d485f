import { codePoints, codePointsLike, complement, type CodePoints } from './code-points';

/** A class of signs: what stands for it within brackets in both dialects, and its members where they are asked for. */
export interface SignClass {
  readonly re2: string;
  readonly js: string;
  readonly members: () => CodePoints;
}

const WORD = '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}';
const SPACE: CodePoints = codePoints([
  [0x9, 0xd],
  [0x20, 0x20],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
]);

/** The signs of a word as RE2 can say it: alphabetic is letters, letter numbers, marks and circled letters. */
const WORD_RE2 =
  '\\pL\\pM\\p{Nd}\\p{Nl}\\p{Pc}\\x{200c}\\x{200d}\\x{24b6}-\\x{24e9}\\x{1f130}-\\x{1f149}\\x{1f150}-\\x{1f169}\\x{1f170}-\\x{1f189}';

/** The classes `\d`, `\s` and `\w` over all of Unicode (UTS 18), which is how Kusto reads them. */
export const UNICODE_CLASSES: Readonly<Record<string, SignClass>> = {
  d: { re2: '\\p{Nd}', js: '\\p{Nd}', members: () => codePointsLike(/\p{Nd}/u) },
  s: listed(SPACE),
  w: { re2: WORD_RE2, js: WORD, members: () => codePointsLike(new RegExp(`[${WORD}]`, 'u')) },
};

const POSIX: Readonly<Record<string, CodePoints>> = {
  alnum: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x61, 0x7a],
  ],
  alpha: [
    [0x41, 0x5a],
    [0x61, 0x7a],
  ],
  ascii: [[0, 0x7f]],
  blank: [
    [0x9, 0x9],
    [0x20, 0x20],
  ],
  cntrl: [
    [0, 0x1f],
    [0x7f, 0x7f],
  ],
  digit: [[0x30, 0x39]],
  graph: [[0x21, 0x7e]],
  lower: [[0x61, 0x7a]],
  print: [[0x20, 0x7e]],
  punct: [
    [0x21, 0x2f],
    [0x3a, 0x40],
    [0x5b, 0x60],
    [0x7b, 0x7e],
  ],
  space: [
    [0x9, 0xd],
    [0x20, 0x20],
  ],
  upper: [[0x41, 0x5a]],
  word: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x5f, 0x5f],
    [0x61, 0x7a],
  ],
  xdigit: [
    [0x30, 0x39],
    [0x41, 0x46],
    [0x61, 0x66],
  ],
};

/** The classes `\d`, `\s` and `\w` under `(?-u)`. */
export const ASCII_CLASSES: Readonly<Record<string, SignClass>> = {
  d: listed(POSIX.digit ?? []),
  s: listed(POSIX.space ?? []),
  w: listed(POSIX.word ?? []),
};

/** A class such as `[:alpha:]` or `[:^alpha:]`; nothing where there is none of that name. */
export function posixClass(name: string): SignClass | undefined {
  const set = Object.hasOwn(POSIX, name.replace('^', '')) ? POSIX[name.replace('^', '')] : undefined;
  return set && listed(name.startsWith('^') ? complement(set) : set);
}

const GENERAL = /^(?:C[cfno]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;
const LONG: Readonly<Record<string, string>> = {
  letter: 'L',
  uppercaseletter: 'Lu',
  lowercaseletter: 'Ll',
  mark: 'M',
  number: 'N',
  decimalnumber: 'Nd',
  punctuation: 'P',
  symbol: 'S',
  separator: 'Z',
};
const SCRIPTS =
  /^(?:Arabic|Armenian|Bengali|Cyrillic|Devanagari|Georgian|Greek|Han|Hangul|Hebrew|Hiragana|Katakana|Latin|Thai)$/;

/** A class of Unicode such as `\p{Lu}` or `\p{Greek}`; nothing where its name is not one that both dialects know. */
export function namedClass(name: string): SignClass | undefined {
  const plain = LONG[name.toLowerCase().replace(/[ _-]/g, '')] ?? name;
  const js = GENERAL.test(plain) ? `\\p{${plain}}` : SCRIPTS.test(plain) ? `\\p{Script=${plain}}` : undefined;
  if (js === undefined || plain === 'Cn' || plain === 'C') return undefined;
  return { re2: `\\p{${plain}}`, js, members: () => codePointsLike(new RegExp(js, 'u')) };
}

/** A class of listed members. */
export function listed(set: CodePoints): SignClass {
  const text = (open: string): string =>
    set
      .map(([a, b]) => (a === b ? [a] : [a, b]).map((point) => `${open}{${point.toString(16)}}`).join('-'))
      .join('');
  return { re2: text('\\x'), js: text('\\u'), members: () => set };
}

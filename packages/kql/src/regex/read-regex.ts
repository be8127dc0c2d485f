import { readClass } from './read-class';
import { classEscape, literalEscape } from './read-escape';
import { Cursor } from './cursor';
import type { Piece, RegexFlags } from './piece';
import { invalid, unsupported } from './regex-problem';

/** A regular expression of Kusto in the dialects that run here. */
export interface ReadRegex {
  /** For RE2; where `unicodeBorders`, right for text of ASCII only. */
  readonly re2: string;
  /** For JavaScript with the flag `u`, and `i` where `ignoresCase`; nothing where that would differ. */
  readonly js: string | undefined;
  readonly ignoresCase: boolean;
  /** Whether JavaScript finds the same groups, too. */
  readonly groupsInJs: boolean;
  /** The names of the capturing groups, in order; a group without a name has the empty one. */
  readonly groups: readonly string[];
  /** Whether it asks for borders of words, which RE2 knows in ASCII only. */
  readonly unicodeBorders: boolean;
  /** Whether only JavaScript runs it, as RE2 has no half borders of words. */
  readonly hostOnly: boolean;
  /** Whether it may match nothing at all. */
  readonly empty: boolean;
}

const NO_FLAGS: RegexFlags = { i: false, m: false, s: false, swapped: false, unicode: true, verbose: false };
const WORD = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}]';
const BORDERS: Readonly<Record<string, Piece>> = {
  b: { empty: true, re2: '\\b', js: `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))` },
  B: { empty: true, re2: '\\B', js: `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))` },
};

/** Where a word starts or ends, and half of that: the side without the word. RE2 has none of them. */
const HALF_BORDERS: Readonly<Record<string, string>> = {
  start: `(?:(?<!${WORD})(?=${WORD}))`,
  end: `(?:(?<=${WORD})(?!${WORD}))`,
  'start-half': `(?:(?<!${WORD}))`,
  'end-half': `(?:(?!${WORD}))`,
};

/**
 * Reads a regular expression in Kusto's syntax (https://learn.microsoft.com/kusto/query/regex): that of Rust's `regex`,
 * with Unicode classes, without look-around and back references. Throws RegexProblem.
 */
export function readRegex(text: string): ReadRegex {
  const reader = new RegexReader(text);
  return reader.read();
}

class RegexReader {
  readonly #cursor: Cursor;
  readonly #groups: string[] = [];
  #unicodeBorders = false;
  #hostOnly = false;
  #exactInJs = true;
  #groupsInJs = true;
  #ignoresCase: boolean | undefined;
  #depth = 0;

  constructor(text: string) {
    this.#cursor = new Cursor(text);
  }

  read(flags: RegexFlags = NO_FLAGS): ReadRegex {
    const { re2, js, empty } = this.#alternatives(flags);
    if (!this.#cursor.atEnd) invalid('a parenthesis that closes nothing');
    return {
      re2,
      js: this.#exactInJs ? js : undefined,
      ignoresCase: this.#ignoresCase ?? false,
      groupsInJs: this.#groupsInJs,
      groups: this.#groups,
      unicodeBorders: this.#unicodeBorders,
      hostOnly: this.#hostOnly,
      empty,
    };
  }

  /** Up to the end or a closing parenthesis; flags set within hold until there. */
  #alternatives(outer: RegexFlags): Piece {
    let flags = outer;
    let [re2, js, some, all] = ['', '', false, true];
    this.#depth += 1;
    if (this.#depth > 100) unsupported('groups more than a hundred deep');
    while (!this.#cursor.atEnd && this.#cursor.peek() !== ')') {
      if (flags.verbose && this.#cursor.skipRemarks()) continue;
      const changed = this.#flagsOnly(flags);
      if (changed) {
        flags = changed;
        const shown = flagText(flags);
        re2 += `(?${shown.on}${shown.off ? `-${shown.off}` : ''})`;
        continue;
      }
      const next = this.#cursor.take('|');
      const piece = next ? { re2: '|', js: '|', empty: true } : this.#repeated(flags);
      if (next) [some, all] = [some || all, true];
      re2 += piece.re2;
      js += piece.js;
      all &&= piece.empty;
    }
    this.#depth -= 1;
    return { re2, js, empty: some || all };
  }

  #flagsOnly(flags: RegexFlags): RegexFlags | undefined {
    const match = this.#cursor.match(/\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?\)/y);
    if (!match) return undefined;
    if (match[0] === '(?)') invalid('a group without flags');
    return this.#changed(flags, match[1] ?? '', match[2] ?? '');
  }

  #changed(flags: RegexFlags, on: string, off: string): RegexFlags {
    const unknown = /[^imsUux]/.exec(on + off)?.[0];
    if (unknown === 'R') unsupported('the flag R');
    if (unknown) invalid(`the flag ${unknown}`);
    const set = (letter: string, before: boolean): boolean =>
      on.includes(letter) || (before && !off.includes(letter));
    const next = {
      i: set('i', flags.i),
      m: set('m', flags.m),
      s: set('s', flags.s),
      swapped: set('U', flags.swapped),
      unicode: set('u', flags.unicode),
      verbose: set('x', flags.verbose),
    };
    if (next.i && !next.unicode) unsupported('the flag i without u');
    return next;
  }

  #repeated(flags: RegexFlags): Piece {
    const before = this.#groups.length;
    const atom = this.#atom(flags);
    let { re2, js, empty } = atom;
    for (let count = 0; ; count++) {
      if (flags.verbose) this.#cursor.skipRemarks();
      const sign = this.#repetition();
      if (sign === undefined) return { re2, js, empty };
      if (this.#groups.length > before) this.#groupsInJs = false;
      if (atom.empty && sign !== '?') this.#exactInJs = false;
      const lazy = this.#cursor.take('?') !== flags.swapped ? '?' : '';
      if (count > 0) [re2, js] = [`(?:${re2})`, `(?:${js})`];
      re2 += sign + lazy;
      js += sign + lazy;
      empty ||= /^(?:[*?]|\{0+[,}])/.test(sign);
    }
  }

  #repetition(): string | undefined {
    const simple = this.#cursor.match(/[*+?]/y)?.[0];
    if (simple !== undefined) return simple;
    if (this.#cursor.peek() !== '{') return undefined;
    const match = this.#cursor.match(/\{\s*(\d+)\s*(?:(,)\s*(\d*)\s*)?\}/y);
    if (!match) return undefined;
    const [, least = '', comma = '', most = ''] = match;
    if (most !== '' && Number(least) > Number(most)) invalid('a count of repetitions');
    if (Number(least) > 1000 || Number(most) > 1000) unsupported('more than 1000 repetitions');
    return `{${least}${comma}${most}}`;
  }

  #atom(flags: RegexFlags): Piece {
    const sign = this.#cursor.next();
    if (sign === '(') return this.#group(flags);
    if (sign === '[') return this.#class(flags);
    if (sign === '\\') return this.#escape(flags);
    if (sign === '{' && this.#cursor.match(/\s*,\s*\d*\s*\}/y))
      unsupported('a count of repetitions without its least');
    if (/[*+?]/.test(sign)) invalid('a repetition of nothing');
    if (sign === '.') return this.#any(flags);
    if (sign === '^') return { re2: '^', js: flags.m ? '(?<![^\\n])' : '(?<![^])', empty: true };
    if (sign === '$') return { re2: '$', js: flags.m ? '(?![^\\n])' : '(?![^])', empty: true };
    return this.#literal(sign, flags);
  }

  #any(flags: RegexFlags): Piece {
    if (!flags.unicode) unsupported('a dot without the flag u');
    return { re2: '.', js: flags.s ? '[^]' : '[^\\n]', empty: false };
  }

  #literal(sign: string, flags: RegexFlags): Piece {
    if (/\p{L}/u.test(sign)) this.#cased(flags);
    return literal(sign);
  }

  /** JavaScript ignores case in all of a pattern or in none of it. */
  #cased(flags: RegexFlags): void {
    if (flags.i !== (this.#ignoresCase ?? flags.i)) this.#exactInJs = false;
    this.#ignoresCase ??= flags.i;
  }

  #class(flags: RegexFlags): Piece {
    this.#cased(flags);
    return readClass(this.#cursor, flags);
  }

  #group(flags: RegexFlags): Piece {
    const cursor = this.#cursor;
    const named = cursor.match(/\?P?<([^>=!][^>]*)>/y);
    if (named) return this.#capture(named[1] ?? '', flags);
    if (cursor.peek() !== '?') return this.#capture('', flags);
    const match = cursor.match(/\?([a-zA-Z]*)(?:-([a-zA-Z]+))?:/y);
    if (!match) return invalid('look-around, atomic or other group that starts with (?');
    const inner = this.#changed(flags, match[1] ?? '', match[2] ?? '');
    const { re2, js, empty } = this.#alternatives(inner);
    this.#close();
    const { on, off } = flagText(inner);
    return { re2: `(?${on}${off ? `-${off}` : ''}:${re2})`, js: `(?:${js})`, empty };
  }

  #capture(name: string, flags: RegexFlags): Piece {
    if (name !== '' && !/^[_\p{Alphabetic}][\p{Alphabetic}\p{N}._[\]]*$/u.test(name))
      invalid(`group name: ${name}`);
    if (name !== '' && this.#groups.includes(name)) invalid(`second group of the name ${name}`);
    this.#groups.push(name);
    const { re2, js, empty } = this.#alternatives(flags);
    this.#close();
    return { re2: `(${re2})`, js: `(${js})`, empty };
  }

  #close(): void {
    if (!this.#cursor.take(')')) invalid('a parenthesis that is not closed');
  }

  #halfBorder(name: string, flags: RegexFlags): Piece {
    if (!flags.unicode) unsupported('half borders of words without the flag u');
    const js = Object.hasOwn(HALF_BORDERS, name) ? HALF_BORDERS[name] : undefined;
    this.#hostOnly = true;
    return js === undefined ? invalid(`border: ${name}`) : { re2: '\\b', js, empty: true };
  }

  #escape(flags: RegexFlags): Piece {
    const cursor = this.#cursor;
    const known = classEscape(cursor, flags);
    if (known) {
      const open = known.negated ? '[^' : '[';
      return { re2: `${open}${known.re2}]`, js: `${open}${known.js}]`, empty: false };
    }
    const half = cursor.match(/b\{(\w+(?:-\w+)?)\}|([<>])/y);
    if (half) return this.#halfBorder(half[1] ?? (half[2] === '<' ? 'start' : 'end'), flags);
    const border = cursor.match(/[bB]/y)?.[0];
    if (border !== undefined) {
      this.#unicodeBorders ||= flags.unicode;
      if (!flags.unicode) this.#exactInJs = false;
      return BORDERS[border] ?? invalid('escape');
    }
    if (cursor.take('A')) return { re2: '\\A', js: '(?<![^])', empty: true };
    if (cursor.take('z')) return { re2: '\\z', js: '(?![^])', empty: true };
    return this.#literal(literalEscape(cursor), flags);
  }
}

/** The flags that RE2 has to be told; the others are worked into the text. */
const flagText = ({ i, m, s }: RegexFlags): { readonly on: string; readonly off: string } => {
  const all: readonly (readonly [string, boolean])[] = [
    ['i', i],
    ['m', m],
    ['s', s],
  ];
  const pick = (value: boolean): string =>
    all.flatMap(([letter, set]) => (set === value ? [letter] : [])).join('');
  return { on: pick(true), off: pick(false) };
};

/** One sign that stands for itself. */
const literal = (sign: string): Piece => ({
  empty: false,
  re2: /[\\.+*?()|[\]{}^$]/.test(sign) ? `\\${sign}` : sign,
  js: /[\\.+*?()|[\]{}^$/]/.test(sign) ? `\\${sign}` : sign,
});

import { ASCII_CLASSES, namedClass, UNICODE_CLASSES, type SignClass } from './class-names';
import type { Cursor } from './cursor';
import { invalid, unsupported } from './regex-problem';
import type { RegexFlags } from './piece';

/** A class that an escape names, perhaps what it lacks. */
export interface EscapedClass extends SignClass {
  readonly negated: boolean;
}

/** Reads `\d`, `\s`, `\w`, `\p…` and what they lack, behind the backslash; nothing where another escape stands. */
export function classEscape(cursor: Cursor, flags: Pick<RegexFlags, 'unicode'>): EscapedClass | undefined {
  const letter = cursor.match(/[dswDSW]/y)?.[0];
  if (letter !== undefined) {
    const classes = flags.unicode ? UNICODE_CLASSES : ASCII_CLASSES;
    const known = classes[letter.toLowerCase()];
    const negated = letter !== letter.toLowerCase();
    if (negated && !flags.unicode) unsupported(`\\${letter} without the flag u`);
    return known && { ...known, negated };
  }
  const property = cursor.match(/([pP])(?:\{(\^?)([^}]*)\}|([A-Z]))/y);
  if (!property) return undefined;
  const name = property[3] ?? property[4] ?? '';
  const known = namedClass(name) ?? unsupported(`class of Unicode: ${name}`);
  return { ...known, negated: (property[1] === 'P') !== (property[2] === '^') };
}

const CONTROLS: Readonly<Record<string, string>> = {
  a: '\x07',
  f: '\f',
  t: '\t',
  n: '\n',
  r: '\r',
  v: '\v',
};

/** Reads the escape of one sign, behind the backslash. */
export function literalEscape(cursor: Cursor): string {
  const code = cursor.match(
    /x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|[xuU]\{([0-9a-fA-F]{1,8})\}/y,
  );
  if (code) return coded(parseInt(code[1] ?? code[2] ?? code[3] ?? code[4] ?? '', 16));
  const sign = cursor.next();
  const control = Object.hasOwn(CONTROLS, sign) ? CONTROLS[sign] : undefined;
  if (control !== undefined) return control;
  if (/\d/.test(sign)) unsupported(`back reference or octal code: \\${sign}`);
  return /[0-9A-Za-z<>]|[^\0-\x7f]/.test(sign) ? invalid(`escape: \\${sign}`) : sign;
}

function coded(point: number): string {
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) invalid('code of no sign');
  return String.fromCodePoint(point);
}

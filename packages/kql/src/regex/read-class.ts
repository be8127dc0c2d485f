import { listed, posixClass, type SignClass } from './class-names';
import { codePoints, complement, intersection, type CodePoints } from './code-points';
import type { Cursor } from './cursor';
import { classEscape, literalEscape } from './read-escape';
import type { Piece, RegexFlags } from './piece';
import { invalid, unsupported } from './regex-problem';

/** Reads a class in brackets, behind the opening one. */
export function readClass(cursor: Cursor, flags: RegexFlags): Piece {
  const { negated, items, combined } = readItems(cursor, flags);
  if (negated && !flags.unicode) unsupported('a negated class without the flag u');
  const open = negated ? '[^' : '[';
  if (combined === undefined && items.every(isPlain)) {
    return {
      re2: `${open}${items.map(({ re2 }) => re2).join('')}]`,
      js: `${open}${items.map(({ js }) => js).join('')}]`,
      empty: false,
    };
  }
  if (flags.i) unsupported('a class of classes that ignores case');
  const members = combined ?? membersOf(items);
  const { re2, js } = listed(negated ? complement(members) : members);
  if (re2 === '') return { re2: '[^\\x{0}-\\x{10ffff}]', js: '[]', empty: false };
  return { re2: `[${re2}]`, js: `[${js}]`, empty: false };
}

interface Item extends SignClass {
  readonly negated?: boolean;
}

interface Items {
  readonly negated: boolean;
  readonly items: readonly Item[];
  /** The members, where an operator joins sets. */
  readonly combined?: CodePoints;
}

const isPlain = (item: Item): boolean => !item.negated;

const membersOf = (items: readonly Item[]): CodePoints =>
  codePoints(items.flatMap((item) => (item.negated ? complement(item.members()) : item.members())));

const OPERATORS: Readonly<Record<string, (a: CodePoints, b: CodePoints) => CodePoints>> = {
  '&&': intersection,
  '--': (a, b) => intersection(a, complement(b)),
  '~~': (a, b) => codePoints([...intersection(a, complement(b)), ...intersection(b, complement(a))]),
};

function readItems(cursor: Cursor, flags: RegexFlags): Items {
  const negated = cursor.take('^');
  const first: Item[] = [];
  if (cursor.match(/-+/y)) first.push(single('-'));
  if (first.length === 0 && cursor.take(']')) first.push(range(cursor, ']', flags));
  const items = [...first, ...readUnion(cursor, flags)];
  if (cursor.take(']')) return { negated, items };
  let combined = membersOf(items);
  while (!cursor.take(']')) {
    const operator = OPERATORS[cursor.match(/&&|--|~~/y)?.[0] ?? ''] ?? unclosed();
    combined = operator(combined, membersOf(readUnion(cursor, flags)));
  }
  return { negated, items, combined };
}

/** Up to the closing bracket or an operator. */
function readUnion(cursor: Cursor, flags: RegexFlags): readonly Item[] {
  const items: Item[] = [];
  while (!cursor.sees(']') && !cursor.looksLike(/&&|--|~~/y)) {
    if (cursor.atEnd) unclosed();
    if (flags.verbose && cursor.skipRemarks()) continue;
    items.push(readItem(cursor, flags));
  }
  return items;
}

function readItem(cursor: Cursor, flags: RegexFlags): Item {
  const posix = cursor.match(/\[:(\^?[a-z]+):\]/y);
  if (posix) return posixClass(posix[1] ?? '') ?? invalid(`class: ${posix[0]}`);
  if (cursor.take('[')) {
    const { negated, items, combined } = readItems(cursor, flags);
    const members = combined ?? membersOf(items);
    return listed(negated ? complement(members) : members);
  }
  if (!cursor.take('\\')) return range(cursor, cursor.next(), flags);
  const known = classEscape(cursor, flags);
  if (!known) return range(cursor, literalEscape(cursor), flags);
  if (known.negated && known.re2.startsWith('\\p{') && !known.re2.slice(3).includes('\\'))
    return { ...known, negated: false, ...swapped(known) };
  return known;
}

const swapped = ({ re2, js, members }: SignClass): SignClass => ({
  re2: re2.replace('\\p', '\\P'),
  js: js.replace('\\p', '\\P'),
  members: () => complement(members()),
});

const single = (sign: string): Item => listed([[sign.codePointAt(0) ?? 0, sign.codePointAt(0) ?? 0]]);

/** A sign, or a range that begins with it. */
function range(cursor: Cursor, sign: string, flags: RegexFlags): Item {
  if (flags.verbose) cursor.skipRemarks();
  if (!cursor.match(/-(?![-\]])/y)) return single(sign);
  if (flags.verbose) cursor.skipRemarks();
  if (cursor.sees('[')) return invalid('range up to a class');
  const end = cursor.take('\\') ? literalEscape(cursor) : cursor.next();
  const [first, last] = [sign.codePointAt(0) ?? 0, end.codePointAt(0) ?? 0];
  return first > last ? invalid(`range: ${sign}-${end}`) : listed([[first, last]]);
}

/** RE2 reads `[[]` as one sign, Rust as a class within a class. */
function unclosed(): never {
  return unsupported('a class that is not closed; `[` within a class needs a backslash');
}

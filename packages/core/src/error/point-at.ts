import type { Position } from './position';

const WIDTH = 160;
const LEAD = 60;

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** The blanks that take as much room as a text: a tab stays one, a mark on a letter takes none, East Asian signs take two. */
const blanks = (text: string): string =>
  text
    .replace(/[\p{M}\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[^\t]/gu, (sign) => (WIDE.test(sign) ? '  ' : ' '));

/** What a terminal would obey rather than show becomes a sign. */
const tame = (text: string): string => text.replace(/[\0-\x08\x0a-\x1f\x7f-\x9f]/g, '\ufffd');

/**
 * The line of a text that holds a place, and a line of carets under the place: two lines, indented by two; none where the text
 * has no such line. Of a line over 160 units the part around the place is shown, between dots.
 */
export const pointAt = (
  text: string,
  { line, column, length }: Pick<Position, 'line' | 'column' | 'length'>,
): readonly string[] => {
  const whole = text.split(/\r?\n/)[line - 1];
  if (whole === undefined) return [];
  const from = whole.length > WIDTH ? Math.max(0, Math.min(column - 1 - LEAD, whole.length - WIDTH)) : 0;
  const open = from > 0 ? '…' : '';
  const close = from + WIDTH < whole.length ? '…' : '';
  const start = Math.max(0, Math.min(column - 1, whole.length) - from);
  const shown = whole.slice(from, from + WIDTH);
  const marked = blanks(shown.slice(start, start + Math.max(1, length))).replace(/\t/g, ' ');
  return [
    `  ${open}${tame(shown)}${close}`,
    `  ${blanks(open + shown.slice(0, start))}${'^'.repeat(Math.max(1, marked.length))}`,
  ];
};

import { TICKS } from '@casebook/core';
import { dateOf } from './calendar';
import { unanswerable } from './unanswerable';

const pad = (value: number | bigint, width: number): string => value.toString().padStart(width, '0');

const fraction = (ticks: bigint, size: number): string => pad(ticks % TICKS.second, 7).slice(0, size);

/** Formats a moment by the specifiers of `format_datetime`; null where a letter is none of them. */
export function formatDatetime(ticks: bigint, format: string): string | null {
  const date = dateOf(ticks);
  const hour = date.getUTCHours();
  const fields: Readonly<Record<string, () => string>> = {
    d: () => String(date.getUTCDate()),
    dd: () => pad(date.getUTCDate(), 2),
    h: () => String(hour % 12 || 12),
    hh: () => pad(hour % 12 || 12, 2),
    H: () => String(hour),
    HH: () => pad(hour, 2),
    m: () => String(date.getUTCMinutes()),
    mm: () => pad(date.getUTCMinutes(), 2),
    M: () => String(date.getUTCMonth() + 1),
    MM: () => pad(date.getUTCMonth() + 1, 2),
    s: () => String(date.getUTCSeconds()),
    ss: () => pad(date.getUTCSeconds(), 2),
    y: () => String(date.getUTCFullYear() % 100),
    yy: () => pad(date.getUTCFullYear() % 100, 2),
    yyyy: () => pad(date.getUTCFullYear(), 4),
    tt: () => (hour < 12 ? 'AM' : 'PM'),
  };
  return formatted(format, fields, ticks);
}

/** Formats a span by the specifiers of `format_timespan`; null where a letter is none of them. */
export function formatTimespan(span: bigint, format: string): string | null {
  const ticks = span < 0n ? -span : span;
  const field = (value: bigint) => (letters: string) => pad(value, letters.length);
  const fields: Record<string, () => string> = {};
  const parts: readonly (readonly [string, bigint])[] = [
    ['h', (ticks / TICKS.hour) % 24n],
    ['H', (ticks / TICKS.hour) % 24n],
    ['m', (ticks / TICKS.minute) % 60n],
    ['s', (ticks / TICKS.second) % 60n],
  ];
  for (const [letter, value] of parts) {
    for (const letters of [letter, letter + letter]) fields[letters] = () => field(value)(letters);
  }
  for (let width = 1; width <= 8; width++) {
    const letters = 'd'.repeat(width);
    fields[letters] = () => field(ticks / TICKS.day)(letters);
  }
  const text = formatted(format, fields, ticks);
  return text !== null && span < 0n ? `-${text}` : text;
}

function formatted(
  format: string,
  fields: Readonly<Record<string, () => string>>,
  ticks: bigint,
): string | null {
  let text = '';
  for (let at = 0; at < format.length;) {
    const run = /^([a-zA-Z])\1*/.exec(format.slice(at))?.[0] ?? '';
    const known = longest(run, fields);
    if (known === '' && !/^[ /:,._[\]-]$/.test(format[at] ?? '')) return null;
    if (known.startsWith('f')) text += fraction(ticks, known.length);
    else if (known.startsWith('F')) {
      const digits = fraction(ticks, known.length).replace(/0+$/, '');
      if (digits === '' && text.endsWith('.'))
        unanswerable('format: a point before digits that are left out');
      text += digits;
    } else text += fields[known]?.() ?? format[at];
    at += known.length || 1;
  }
  return text;
}

/** A run of letters is read as the longest specifiers that it begins with, one after another: `ddd` is `dd` and `d`. */
function longest(run: string, fields: Readonly<Record<string, () => string>>): string {
  if (/^[fF]/.test(run)) return run.slice(0, 7);
  for (let size = run.length; size > 0; size--)
    if (Object.hasOwn(fields, run.slice(0, size))) return run.slice(0, size);
  return '';
}

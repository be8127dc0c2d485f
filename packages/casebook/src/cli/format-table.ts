import type { Frame, TableValue } from '@casebook/core';

const NUMBERS: ReadonlySet<string> = new Set(['int', 'long', 'real', 'decimal']);

/** A frame as a table for a terminal: every row, nothing cut, control characters as escapes, numbers to the right. */
export function formatTable(frame: Frame): string {
  const { columns, rows } = frame.toTable();
  const texts = rows.map((row) => row.map(cellText));
  const widths = columns.map(({ name }, index) =>
    texts.reduce((most, row) => Math.max(most, lengthOf(row[index] ?? '')), lengthOf(cellText(name))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, index) => {
        const blanks = ' '.repeat((widths[index] ?? 0) - lengthOf(text));
        return NUMBERS.has(columns[index]?.type ?? '') ? blanks + text : text + blanks;
      })
      .join('  ')
      .trimEnd();
  const head = line(columns.map(({ name }) => cellText(name)));
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [head, rule, ...texts.map(line), ''].join('\n');
}

function cellText(value: TableValue): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, escaped);
}

function escaped(character: string): string {
  const known: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return known[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function lengthOf(text: string): number {
  return [...text].length;
}

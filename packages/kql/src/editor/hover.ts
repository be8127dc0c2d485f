import { CasebookError, type Hover } from '@casebook/core';
import type { Schema } from '../contract/schema';
import { quickInfo } from '../parser/code-service';
import { supportMatrix } from '../support/support-matrix';
import { knownTable } from '../schema/known-table';

const WORD = /[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}]+)*/gu;

const VALUES: ReadonlySet<string> = new Set(['Column', 'Variable', 'Parameter', 'LocalFunction', 'Literal']);

/** How many columns of a table are named. */
const MOST_COLUMNS = 40;

/**
 * What is known about the name at an offset: kind and type of a column or variable, columns of a table, signature of a function with
 * how exactly this engine answers it and where it is documented. Nothing where no name stands. Never throws.
 */
export function hover(text: string, offset: number, schema: Schema): Hover | undefined {
  const word = wordAt(text, offset);
  if (!word) return undefined;
  const items = said(text, word.start, schema);
  const isValue = items.some(({ kind }) => VALUES.has(kind));
  const lines = [
    ...items.filter(({ kind }) => kind !== 'Table').map((item) => item.text),
    ...(isValue ? [] : [...tableLines(word.name, schema), ...supportLines(word.name)]),
  ];
  return lines.length === 0 ? undefined : { text: lines.join('\n'), start: word.start, end: word.end };
}

interface Word {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function wordAt(text: string, offset: number): Word | undefined {
  for (const { 0: name, index: start } of text.matchAll(WORD)) {
    if (start <= offset && offset <= start + name.length) return { name, start, end: start + name.length };
  }
  return undefined;
}

function said(text: string, offset: number, schema: Schema): ReturnType<typeof quickInfo> {
  try {
    return quickInfo(text, offset, schema);
  } catch (thrown) {
    if (CasebookError.is(thrown)) return [];
    throw thrown;
  }
}

function tableLines(name: string, schema: Schema): readonly string[] {
  const own = schema.tables.find((table) => table.name === name);
  const table = own ?? knownTable(name);
  if (!table) return [];
  const shown = table.columns.slice(0, MOST_COLUMNS).map((column) => `${column.name}: ${column.type}`);
  const more = table.columns.length - shown.length;
  const data = own ? '' : ', without data in this workspace';
  return [`(table) ${name}${data}`, `${shown.join(', ')}${more > 0 ? `, and ${more} more` : ''}`];
}

function supportLines(name: string): readonly string[] {
  return supportMatrix()
    .filter((row) => row.name === name)
    .slice(0, 1)
    .map(({ status, note, instead, link }) => {
      const words = status === 'refused' ? 'refused by the embedded engine' : 'exact';
      const more = note ?? instead;
      if (more?.startsWith(words)) return `${more} (${link})`;
      return `${words}${more === undefined ? '' : `: ${more}`} (${link})`;
    });
}

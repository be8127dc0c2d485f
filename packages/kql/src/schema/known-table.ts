import type { ColumnInfo } from '@casebook/core';
import { kqlTypeNamed } from '../parser/kql-type-of';
import { OWN_TABLES } from './own-tables';

/** A table whose columns are published: what it is called and what it holds. */
export interface KnownTable {
  readonly name: string;
  readonly columns: readonly ColumnInfo[];
  /** The column that a time span cuts: TimeGenerated, else Timestamp. */
  readonly timeColumn?: string;
}

/** The published schema of a table of Azure Monitor, Sentinel or Defender XDR; nothing when the name is none of theirs. */
export function knownTable(name: string): KnownTable | undefined {
  const text = lineOf(publishedTables(), name) ?? lineOf(OWN_TABLES.join('\n'), name);
  return text === undefined ? undefined : tableOf(name, text);
}

/** The names of all known tables, in alphabetical order. */
export function knownTableNames(): readonly string[] {
  const text = `${publishedTables()}\n${OWN_TABLES.join('\n')}`;
  return text
    .split('\n')
    .map((line) => line.slice(0, line.indexOf('(')))
    .sort();
}

/** The column that a time span cuts, by its name among a table's columns: TimeGenerated, else Timestamp. */
export function timeColumnOf(columns: readonly ColumnInfo[]): string | undefined {
  const moments = columns.filter(({ type }) => type === 'datetime').map(({ name }) => name);
  return ['TimeGenerated', 'Timestamp'].find((name) => moments.includes(name));
}

function tableOf(name: string, text: string): KnownTable {
  const columns = text.split(',').map((item): ColumnInfo => {
    const [column = '', type = ''] = item.split(':');
    return { name: column, type: kqlTypeNamed(type) ?? 'dynamic' };
  });
  const timeColumn = timeColumnOf(columns);
  return timeColumn === undefined ? { name, columns } : { name, columns, timeColumn };
}

function lineOf(text: string, name: string): string | undefined {
  if (!/^\w+$/.test(name)) return undefined;
  const start = text.startsWith(`${name}(`) ? 0 : text.indexOf(`\n${name}(`) + 1;
  if (start === 0 && !text.startsWith(`${name}(`)) return undefined;
  return text.slice(start + name.length + 1, text.indexOf(')', start));
}

/* eslint-disable @typescript-eslint/no-require-imports -- 700 kB that most queries need one line of: read on first use */
function publishedTables(): string {
  return (require('./generated/known-tables') as { KNOWN_TABLES: string }).KNOWN_TABLES;
}

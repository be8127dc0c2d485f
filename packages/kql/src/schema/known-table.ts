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
  const text = [publishedTables(), OWN_TABLES].find((tables) => Object.hasOwn(tables, name))?.[name];
  return text === undefined ? undefined : tableOf(name, text);
}

/** The names of all known tables, in alphabetical order. */
export function knownTableNames(): readonly string[] {
  return [...Object.keys(publishedTables()), ...Object.keys(OWN_TABLES)].sort();
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

/* eslint-disable @typescript-eslint/no-require-imports -- 700 kB that most queries need one line of: read on first use */
function publishedTables(): Readonly<Record<string, string>> {
  return (require('./generated/known-tables') as typeof import('./generated/known-tables')).KNOWN_TABLES;
}

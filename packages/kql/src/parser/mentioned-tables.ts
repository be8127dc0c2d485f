import type { ColumnInfo } from '@casebook/core';
import type { SchemaTable } from '../contract/schema';
import { knownTable } from '../schema/known-table';

/** A table that a text mentions. */
export interface MentionedTable {
  readonly name: string;
  readonly columns: readonly ColumnInfo[];
}

/** The tables of some names: loaded ones, all of them where a text searches everywhere, and known ones that are not loaded. */
export function mentionedTables(
  words: ReadonlySet<string>,
  everywhere: boolean,
  tables: readonly SchemaTable[],
): readonly MentionedTable[] {
  const loaded = tables.filter(({ name }) => everywhere || words.has(name) || !/^\w+$/.test(name));
  const names = new Set(loaded.map(({ name }) => name));
  const known = [...words].filter((word) => !names.has(word)).flatMap((word) => knownTable(word) ?? []);
  return [...loaded, ...known];
}

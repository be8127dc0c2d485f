import { DateTime, type Notice } from '@casebook/core';
import { compile } from '../compile';
import type { Statement } from '../contract/compiled';
import type { Schema, SchemaTable } from '../contract/schema';
import { wordsIn } from '../contract/stored-functions';
import type { TableRead } from '../contract/table-read';
import { knownTable } from '../schema/known-table';
import { prettySql } from './pretty-sql';

/** What a query is to the engine. */
export interface Explanation {
  /** The SQL that answers it, over several lines. */
  readonly sql: string;
  readonly notices: readonly Notice[];
  readonly reads: readonly TableRead[];
  /** The names of its JavaScript functions, which run once for each row or distinct value. */
  readonly functions: readonly string[];
  /** Whether this is only the question for columns that depend on data. */
  readonly isDiscovery: boolean;
}

/** The explanation of a compiled query. */
export const explanationOf = (statement: Statement, isDiscovery = false): Explanation => ({
  sql: prettySql(statement.sql),
  notices: statement.notices,
  reads: statement.reads,
  functions: statement.functions.map(({ name }) => name),
  isDiscovery,
});

/**
 * Explains a query without a workspace: over the published tables, each taken as a relation of its name, at a moment. The errors are those
 * of `compile`. Where columns depend on data, it explains the query that asks for them.
 */
export function explain(text: string, now: DateTime): Explanation {
  const tables = [...wordsIn(text)].flatMap(asLoaded);
  const compiled = compile(text, { tables } satisfies Schema, { origin: 'given', now: () => now });
  return compiled.kind === 'statement' ? explanationOf(compiled) : explanationOf(compiled.discover, true);
}

function asLoaded(name: string): readonly SchemaTable[] {
  const table = knownTable(name);
  if (!table) return [];
  const folded = new Map<string, number>();
  const columns = table.columns.map((column) => {
    const key = column.name.toLowerCase();
    const before = folded.get(key) ?? 0;
    folded.set(key, before + 1);
    return { ...column, physical: before === 0 ? column.name : `${column.name}_${before}` };
  });
  return [{ ...table, relation: name, columns }];
}

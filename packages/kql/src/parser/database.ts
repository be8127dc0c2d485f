import type { ColumnInfo } from '@casebook/core';
import type { Schema } from '../contract/schema';
import { knownTable } from '../schema/known-table';
import { kustoRuntime, type Native } from './kusto-runtime';

type Construct = new (...values: readonly unknown[]) => unknown;

/** The parser's view of what a text may name: the tables that it mentions, and all loaded ones where it searches. */
export function databaseFor(text: string, schema: Schema): unknown {
  const { language, list } = kustoRuntime();
  const symbols = language.Symbols as Native;
  const constructors = symbols.TableSymbol as { readonly $ctor7: Construct };
  const tables = mentionedTables(text, schema).map(
    ({ name, columns }) => new constructors.$ctor7(name, schemaText(columns), null),
  );
  const database = symbols.DatabaseSymbol as { readonly ctor: Construct };
  const state = (language.GlobalState as Native).Default as Native;
  const withDatabase = state.WithDatabase as (this: Native, database: unknown) => unknown;
  return withDatabase.call(state, new database.ctor('workspace', list(symbols.Symbol, tables), false));
}

interface Mentioned {
  readonly name: string;
  readonly columns: readonly ColumnInfo[];
}

function mentionedTables(text: string, schema: Schema): readonly Mentioned[] {
  const words = new Set(text.match(/[A-Za-z_][\w]*/g));
  const everywhere = /\b(search|find)\b|\bunion\b[^|;]*\*/.test(text);
  const loaded = schema.tables.filter(({ name }) => everywhere || words.has(name) || !/^\w+$/.test(name));
  const names = new Set(loaded.map(({ name }) => name));
  const known = [...words].filter((word) => !names.has(word)).flatMap((word) => knownTable(word) ?? []);
  return [...loaded, ...known];
}

const schemaText = (columns: readonly ColumnInfo[]): string =>
  `(${columns.map(({ name, type }) => `['${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']:${type}`).join(',')})`;

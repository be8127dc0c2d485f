import type { ColumnInfo } from '@casebook/core';
import type { Schema } from '../contract/schema';
import type { StoredFunctions } from '../contract/stored-functions';
import { kustoRuntime, type Native } from './kusto-runtime';
import { mentionedNames } from './mentioned-names';
import { mentionedTables } from './mentioned-tables';
import { schemaText } from './schema-text';
import { sentinelFunctions } from './sentinel-functions';
import { withSharedBodies } from './shared-bodies';

type Construct = new (...values: readonly unknown[]) => unknown;

/**
 * The parser's view of what a text may name: the tables and functions that it mentions, and all loaded ones where it searches.
 * `asked` are the columns that the text asks of sources whose columns nobody knows; while it is not given, those are open.
 * `more` are tables without columns that are there as well.
 */
export function databaseFor(text: string, schema: Schema, { asked, more = [] }: Extra = {}): Database {
  const { language, list } = kustoRuntime();
  const symbols = language.Symbols as Native;
  const { words, functions, everywhere } = mentionedNames(text, schema);
  const constructors = symbols.TableSymbol as { readonly $ctor7: Construct };
  const symbol = (name: string, columns: readonly ColumnInfo[]): unknown =>
    new constructors.$ctor7(name, schemaText(columns), null);
  const tables = mentionedTables(words, everywhere, schema.tables).map(({ name, columns }) =>
    schema.symbols ? schema.symbols.of(name, () => symbol(name, columns)) : symbol(name, columns),
  );
  const bare = more.map((name) => symbol(name, []));
  const database = symbols.DatabaseSymbol as { readonly ctor: Construct };
  const state = (language.GlobalState as Native).Default as Native;
  const withDatabase = state.WithDatabase as (this: Native, database: unknown) => Native;
  const stored = new Map(functions.map((name) => [name, functionSymbol(name, schema.functions)]));
  const members = [
    ...tables,
    ...bare,
    ...sentinelFunctions(words, schema, asked, more.length > 0),
    ...stored.values(),
  ];
  const named = new database.ctor('workspace', list(symbols.Symbol, members), false);
  const own = withDatabase.call(state, named);
  return more.length > 0 ? { state: own, keep: () => undefined } : withSharedBodies(own, stored, schema);
}

interface Extra {
  readonly asked?: readonly string[];
  readonly more?: readonly string[];
}

/** The binder's state, and what notes what was learnt of stored functions once it is bound. */
interface Database {
  readonly state: Native;
  keep(): void;
}

/** What stands before a body so that it is one: as long as the text that is cut off again in messages. */
export const BODY_OPENS = '{\n';

function functionSymbol(name: string, functions: StoredFunctions | undefined): object {
  const symbols = kustoRuntime().language.Symbols as Native;
  const constructors = symbols.FunctionSymbol as { readonly $ctor16: Construct; readonly $ctor5: Construct };
  try {
    return functions?.symbolOf(
      name,
      ({ parameters, body }) =>
        new constructors.$ctor16(name, parameters || '()', `${BODY_OPENS}${body}\n}`, null),
    ) as object;
  } catch {
    return new constructors.$ctor5(name, (symbols.ErrorSymbol as Native).Instance, []) as object;
  }
}

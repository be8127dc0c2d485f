import type { ColumnInfo } from '@casebook/core';
import type { Schema, SchemaTable } from '../contract/schema';
import { kustoRuntime, type Native } from './kusto-runtime';
import { mentionedTables } from './mentioned-tables';
import { schemaText } from './schema-text';

type Construct = new (...values: readonly unknown[]) => unknown;
interface Constructors {
  readonly ctor: Construct;
  readonly $ctor1: Construct;
  readonly $ctor2: Construct;
  readonly $ctor5: Construct;
  readonly $ctor7: Construct;
}

const WATCHLIST = "(['_DTItemId']:string,['LastUpdatedTimeUTC']:datetime,['SearchKey']:string";

/** The functions that Sentinel and Azure Monitor add to Kusto's own; what they give differs from query to query. */
export const SENTINEL_FUNCTIONS = ['_GetWatchlist', '_GetWatchlistAlias', 'workspace', 'app'] as const;

/**
 * What the binder is to take for the functions that Sentinel and Azure Monitor add to Kusto's own, where words name them; of other
 * workspaces it sees the tables that words name, or all of them.
 */
export function sentinelFunctions(
  words: ReadonlySet<string>,
  schema: Schema,
  asked: readonly string[] | undefined,
  everywhere = false,
): readonly unknown[] {
  const wanted = (name: string): boolean => words.has(name) && schema.functions?.has(name) !== true;
  return [
    ...(wanted('_GetWatchlist') ? [watchlistSymbol(schema.watchlists ?? [], asked)] : []),
    ...['workspace', 'app']
      .filter((name) => wanted(name) && schema.workspaces !== undefined)
      .map((name) =>
        workspaceSymbol(
          name,
          words,
          schema.workspaces ?? new Map<string, readonly SchemaTable[]>(),
          everywhere,
        ),
      ),
    ...(wanted('_GetWatchlistAlias') ? [tableSymbol('_GetWatchlistAlias', '(WatchlistAlias:string)')] : []),
  ];
}

const symbolClass = (name: string): Constructors =>
  (kustoRuntime().language.Symbols as Native)[name] as Constructors;

const tableSymbol = (name: string, schema: string): unknown =>
  new (symbolClass('TableSymbol').$ctor7)(name, schema, null);

/** A function whose columns are those of the file of the alias, or open; once it is known what a query asks of it, those. */
function watchlistSymbol(watchlists: readonly SchemaTable[], asked: readonly string[] | undefined): unknown {
  const { language } = kustoRuntime();
  const symbols = language.Symbols as Native;
  const unknown = unmapped(asked);
  const known = new Map(
    watchlists.map(({ name, columns }) => [name.toLowerCase(), tableSymbol(name, schemaText(columns))]),
  );
  const text = (symbols.ScalarTypes as Native).String;
  const alias = new (symbolClass('Parameter').$ctor2)('watchlistAlias', text);
  const tabular = (symbols.Tabularity as Native).Tabular;
  const returns = (info: Native): unknown => known.get(firstText(info).toLowerCase()) ?? unknown;
  return new (symbolClass('FunctionSymbol').ctor)('_GetWatchlist', returns, tabular, [alias]);
}

function unmapped(asked: readonly string[] | undefined): unknown {
  const columns = (asked ?? []).map((name): ColumnInfo => ({ name, type: 'string' }));
  const more = columns.length > 0 ? `,${schemaText(columns).slice(1, -1)}` : '';
  const table = tableSymbol('watchlist', `${WATCHLIST}${more})`) as Native;
  if (asked) return table;
  return (table.WithIsOpen as (this: Native, open: boolean) => unknown).call(table, true);
}

function firstText({ Arguments }: Native): string {
  const list = Arguments as { getItem?: (index: number) => Native } & readonly Native[];
  const first = list.getItem ? list.getItem(0) : list[0];
  const value = first?.ConstantValue ?? first?.LiteralValue;
  return typeof value === 'string' ? value : '';
}

/** A function that gives the tables of another workspace as a database; nothing that can be bound where none is of that name. */
function workspaceSymbol(
  name: string,
  words: ReadonlySet<string>,
  workspaces: ReadonlyMap<string, readonly SchemaTable[]>,
  everywhere: boolean,
): unknown {
  const { language, list } = kustoRuntime();
  const symbols = language.Symbols as Native;
  const databases = new Map(
    [...workspaces].map(([other, tables]) => {
      const members = mentionedTables(words, everywhere, tables).map(({ name: table, columns }) =>
        tableSymbol(table, schemaText(columns)),
      );
      return [other, new (symbolClass('DatabaseSymbol').ctor)(other, list(symbols.Symbol, members), false)];
    }),
  );
  const absent = (symbols.ErrorSymbol as Native).Instance;
  const returns = (info: Native): unknown => databases.get(firstText(info)) ?? absent;
  const text = (symbols.ScalarTypes as Native).String;
  const parameter = new (symbolClass('Parameter').$ctor2)('identifier', text);
  const other = (symbols.Tabularity as Native).Other;
  return new (symbolClass('FunctionSymbol').ctor)(name, returns, other, [parameter]);
}

import type { ColumnInfo } from '@casebook/core';
import { argumentsOf } from '../expressions/calls';
import { refuse } from '../plan/refusal';
import type { Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { planColumns } from '../plan/shape';
import { emptyTable } from '../plan/empty-table';
import { noteUnavailable } from '../plan/note-unavailable';
import { quoteText } from '../sql/quote-sql';
import type { Source } from './operator';
import { scan } from './scan';

/** The columns that every watchlist has beside those of its file. */
export const WATCHLIST_COLUMNS: readonly ColumnInfo[] = [
  { name: '_DTItemId', type: 'string' },
  { name: 'LastUpdatedTimeUTC', type: 'datetime' },
  { name: 'SearchKey', type: 'string' },
];

/** `_GetWatchlist('alias')`: the rows of the file of that name; without one no rows, of the columns that the query asks for. */
export const watchlist: Source = (node, scope) => {
  const [given] = argumentsOf(node);
  const alias = given && scope.compilation.scalar(given, scope).constant;
  if (typeof alias !== 'string') return refuse('_GetWatchlist of a name that is not a constant', node, scope);
  const known = scope.compilation.schema.watchlists?.find(
    ({ name }) => name.toLowerCase() === alias.toLowerCase(),
  );
  if (known) return scan(known, scope);
  const source = `_GetWatchlist(${quoteText(alias)})`;
  noteUnavailable(source, `The workspace has no watchlist ${alias}: it answers empty.`, scope);
  return emptyTable(node.columns.length > 0 ? node.columns : WATCHLIST_COLUMNS, scope);
};

/** `_GetWatchlistAlias`: the aliases of all watchlists. */
export function watchlistAliases(scope: Scope): Relation {
  const columns = planColumns([{ name: 'WatchlistAlias', type: 'string' }], scope);
  const aliases = scope.compilation.schema.watchlists?.map(({ name }) => name) ?? [];
  if (aliases.length === 0) {
    noteUnavailable('_GetWatchlistAlias', 'The workspace has no watchlists.', scope);
    return emptyTable([{ name: 'WatchlistAlias', type: 'string' }], scope);
  }
  const rows = aliases.map((alias) => [quoteText(alias)]);
  return { node: { kind: 'values', ids: columns.map(({ id }) => id), rows }, columns, order: [] };
}

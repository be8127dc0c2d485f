import type { Searched } from '@casebook/core';
import {
  queries,
  type CasebookCountHostRowsParameters,
  type CasebookCountRowsParameters,
} from '@casebook/queries';
import { namesFor, type HostNames } from '../resolve/host-names';
import { ask, type Asker, type HostRun } from './host-run';

/** A table that can be counted by host. */
type HostTable = CasebookCountHostRowsParameters['table'];

const HOST_TABLES: readonly string[] = [
  'SecurityEvent',
  'Syslog',
  'Heartbeat',
] satisfies readonly HostTable[];

const isHostTable = (table: string): table is HostTable => HOST_TABLES.includes(table);

/** Counts rows for one run, each table once. */
export const rowCounter = (run: Asker & { readonly names: HostNames }): HostRun['countRows'] => {
  const known = new Map<string, Promise<Searched>>();
  return (table) => {
    const found = known.get(table) ?? count(run, table);
    known.set(table, found);
    return found;
  };
};

const count = async (run: Asker & { readonly names: HostNames }, table: string): Promise<Searched> => {
  if (isHostTable(table)) {
    const host_names = namesFor(run.names, table);
    const [row] = (await ask(run, queries.Casebook.count_host_rows, { table, host_names })).rows();
    return { table, rowsInSpan: Number(row?.RowsInSpan ?? 0), rowsOfEntity: Number(row?.RowsOfHost ?? 0) };
  }
  const counted = { table: table as CasebookCountRowsParameters['table'] };
  const [row] = (await ask(run, queries.Casebook.count_rows, counted)).rows();
  return { table, rowsInSpan: Number(row?.RowsInSpan ?? 0) };
};

const number = (value: number): string => value.toLocaleString('en-US');

/** What was searched, as a phrase: `SecurityEvent (1,200 rows in the window, 30 of WS-07)`. */
export const describeSearched = ({ table, rowsInSpan, rowsOfEntity }: Searched, host: string): string => {
  const ofHost = rowsOfEntity === undefined ? '' : `, ${number(rowsOfEntity)} of ${host}`;
  return `${table} (${number(rowsInSpan)} ${rowsInSpan === 1 ? 'row' : 'rows'} in the window${ofHost})`;
};

import { createHash } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from '@casebook/core';
import type { SchemaColumn, SchemaTable } from '@casebook/kql';
import { sqlName, sqlText } from '../engine/sql-text';
import type { TextFile } from '../source/source-file';
import { delimitedRecords, unreadable } from './read-records';
import { readText } from './read-text';

/** A watchlist as the compiler sees it, with the SQL that makes its relation. */
export interface Watchlist {
  readonly schema: SchemaTable;
  readonly sql: string;
}

/** The alias of a watchlist's file: its name without its endings. */
export const watchlistAlias = ({ name }: TextFile): string =>
  (name.split('/').at(-1) ?? name).replace(/\.(csv|tsv)(\.gz)?$/i, '');

/**
 * Reads a file as a watchlist: the columns of its header, all of text as Sentinel keeps them, and those that every watchlist
 * has. `SearchKey` is the column that the configuration names, else the first; `LastUpdatedTimeUTC` the change of the file;
 * `_DTItemId` is made of the alias and the place of the row.
 */
export const readWatchlist = (
  file: TextFile,
  { relation, folder, searchKey }: { relation: string; folder: string; searchKey?: string },
): Watchlist => {
  const alias = watchlistAlias(file);
  const delimiter = /\.tsv(\.gz)?$/i.test(file.name) ? '\t' : ',';
  const text = readText(file.name, file.path).replace(/^\uFEFF/, '');
  const [header, ...rows] = delimitedRecords(file.name, text, delimiter);
  if (!header) throw unreadable(file.name, 'it has no header');
  const names = header.map((name) => name.trim());
  const key = searchKey === undefined ? 0 : names.indexOf(searchKey);
  if (key < 0) throw unreadable(file.name, `it has no column ${searchKey}`);
  const own = ['_DTItemId', 'SearchKey'].filter((name) => !names.includes(name));
  const target = join(folder, `${relation}.txt`);
  const lines = rows.map((row, index) => {
    const first = own.map((name) => (name === 'SearchKey' ? (row[key] ?? '') : itemId(alias, index)));
    return `${JSON.stringify([...first, ...names.map((_, at) => row[at] ?? '')])}\n`;
  });
  writeFileSync(target, lines.join(''));
  const changed = DateTime.fromDate(statSync(file.path).mtime);
  return view(alias, relation, target, [...own, ...names], changed);
};

const itemId = (alias: string, index: number): string =>
  createHash('sha256')
    .update(`${alias} ${index}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

const view = (
  alias: string,
  relation: string,
  path: string,
  names: readonly string[],
  changed: DateTime,
): Watchlist => {
  const texts = names.map((name, index): SchemaColumn => ({ name, type: 'string', physical: `c${index}` }));
  const unique = texts.filter(({ name }, index) => name !== '' && names.indexOf(name) === index);
  const hasTime = names.includes('LastUpdatedTimeUTC');
  const time: SchemaColumn = { name: 'LastUpdatedTimeUTC', type: 'datetime', physical: 'updated' };
  const cells = unique.map(
    ({ physical }) =>
      `coalesce(json_extract_string(j, '$[${physical.slice(1)}]'), '') AS ${sqlName(physical)}`,
  );
  return {
    schema: {
      name: alias,
      relation,
      columns: [...unique.slice(0, 1), ...(hasTime ? [] : [time]), ...unique.slice(1)],
    },
    sql: `CREATE VIEW ${sqlName(relation)} AS SELECT ${[...cells, `CAST(${changed.ticks} AS BIGINT) AS updated`].join(', ')} FROM read_csv(${sqlText(path)}, columns = {'j': 'VARCHAR'}, header = false, auto_detect = false, delim = chr(1), quote = '', escape = '', max_line_size = 100000000)`,
  };
};

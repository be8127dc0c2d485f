import { stat } from 'node:fs/promises';
import type { Engine } from '../engine/engine';
import { sqlText } from '../engine/sql-text';
import type { CacheStore } from './cache-store';
import type { ConvertedFile } from './converted-file';
import { canBeUnreadable, projectionSql, unreadableColumn, type TargetColumn } from './projection';

/** What is to be written. */
export interface Conversion {
  readonly key: string;
  readonly columns: readonly TargetColumn[];
  /** The relation that the columns' SQL reads. */
  readonly from: string;
  readonly where?: string;
}

const countUnreadable = async (
  engine: Engine,
  path: string,
  columns: readonly TargetColumn[],
): Promise<{ rows: number; unreadable: ConvertedFile['unreadable'] }> => {
  const source = `read_parquet(${sqlText(path)})`;
  const places = columns.flatMap((column, index) => (canBeUnreadable(column) ? [index] : []));
  const counts = [
    'count(*) AS rows',
    ...places.map((index) => `count(${unreadableColumn(index)}) AS n${index}`),
  ];
  const [row = {}] = await engine.ask<Record<string, bigint>>(`SELECT ${counts.join(', ')} FROM ${source}`);
  const unreadable = [];
  for (const index of places) {
    const count = Number(row[`n${index}`] ?? 0n);
    if (count === 0) continue;
    const text = unreadableColumn(index);
    const found = await engine.ask<{ text: string }>(
      `SELECT DISTINCT text FROM (SELECT left(${text}, 80) AS text FROM ${source} WHERE ${text} IS NOT NULL LIMIT 100) ORDER BY text LIMIT 3`,
    );
    unreadable.push({
      column: columns[index]?.name ?? '',
      count,
      examples: found.map(({ text: example }) => example),
    });
  }
  return { rows: Number(row.rows ?? 0n), unreadable };
};

/** A converted file from the cache; nothing where it is missing, damaged or cut. */
export const findConverted = async (store: CacheStore, key: string): Promise<ConvertedFile | undefined> => {
  const found = await store.readJson<ConvertedFile>(key);
  if (!found) return undefined;
  const file = await stat(store.path(key, 'parquet')).catch(() => undefined);
  return file?.size === found.bytes ? found : undefined;
};

/** Converts rows into a Parquet file of the cache. The description is finished last: where it is, the file is whole. */
export const writeConverted = async (
  engine: Engine,
  store: CacheStore,
  { key, columns, from, where }: Conversion,
): Promise<ConvertedFile> => {
  const aside = store.aside();
  try {
    const options = 'FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1';
    await engine.run(`COPY (${projectionSql(columns, from, where)}) TO ${sqlText(aside)} (${options})`);
    const { rows, unreadable } = await countUnreadable(engine, aside, columns);
    const { size } = await stat(aside);
    const converted: ConvertedFile = {
      columns: columns.map(({ name, type }) => ({ name, type })),
      rows,
      bytes: size,
      unreadable,
    };
    await store.finish(aside, key, 'parquet');
    await store.writeJson(key, converted);
    return converted;
  } catch (error) {
    await store.discard(aside);
    throw error;
  }
};

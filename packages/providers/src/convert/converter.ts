import { realpath } from 'node:fs/promises';
import type { KqlType } from '@casebook/core';
import { Engine } from '../engine/engine';
import { sqlText } from '../engine/sql-text';
import type { AssignedFile } from '../source/assign-tables';
import type { Constant } from '../source/configuration';
import type { SourceFile } from '../source/source-file';
import { cacheKey, type CacheStore } from './cache-store';
import { CONVERSION_MACROS } from './conversion-macros';
import type { ConvertedFile } from './converted-file';
import { inspectCsv } from './inspect-csv';
import { inspectJson } from './inspect-json';
import type { Inspection } from './inspection';
import type { TargetColumn } from './projection';
import { csvRows, jsonRows } from './raw-rows';
import { TextSession } from './text-session';
import { eventReading, type EventTable } from './windows-events';
import { findConverted, writeConverted } from './write-converted';

/** What a converter works with. */
export interface ConverterOptions {
  readonly store: CacheStore;
  /** A private folder for copies and spilling. */
  readonly work: string;
  readonly memoryLimit: string;
  /** The files that it may read. */
  readonly files: readonly SourceFile[];
}

/** A file of the cache with rows of a table. */
export interface CachedRows extends ConvertedFile {
  readonly path: string;
}

const jsonCell = (place: number): string => {
  const [text, json] = [`s[${place}]`, `CAST(d[${place}] AS VARCHAR)`];
  return `nullif(CASE WHEN regexp_matches(${text}, '^\\s*[\\[{]') AND is_json(${text}) THEN ${text} ELSE ${json} END, 'null')`;
};

const constantSql = (value: Constant): string =>
  value === null ? 'CAST(NULL AS VARCHAR)' : sqlText(String(value));

/** Turns text files into cached Parquet; what is already there is not read again. */
export class Converter {
  private readonly options: ConverterOptions;
  private readonly texts: TextSession;
  private opened?: Promise<Engine>;

  /** Opens nothing until something must be converted. */
  constructor(options: ConverterOptions) {
    this.options = options;
    this.texts = new TextSession(options.work);
  }

  /** Looks at a whole CSV or JSON file, or remembers an earlier look. */
  async inspect(assigned: AssignedFile, known: ReadonlySet<string>): Promise<Inspection> {
    const { file, table, rename, explicit } = assigned;
    const key = cacheKey('inspection', file.identity, table, explicit, [...rename], [...known]);
    const found = await this.options.store.readJson<Inspection>(key);
    if (found) return found;
    const expected = { table, file: file.name, rename, known };
    const engine = await this.engine();
    const csv = file.format === 'csv' ? await this.texts.csv(file) : undefined;
    const text = csv ?? (await this.texts.json(file));
    const seen = csv
      ? await inspectCsv(engine, csv, expected)
      : await inspectJson(engine, text.path, expected, !explicit);
    const replaced = {
      kind: 'invalid text',
      table,
      file: file.name,
      count: 1,
      example: 'bytes that are no UTF-8 were replaced by �',
    };
    const inspection = text.replaced ? { ...seen, issues: [...seen.issues, replaced] } : seen;
    await this.options.store.writeJson(key, inspection);
    return inspection;
  }

  /** The rows of a CSV or JSON file as columns of a table; types are those of the table. */
  async rows(
    { file, constants }: AssignedFile,
    { columns }: Inspection,
    types: ReadonlyMap<string, KqlType>,
  ): Promise<CachedRows> {
    const typeOf = (name: string): KqlType => types.get(name) ?? 'string';
    const present = new Set(columns.map(({ name }) => name));
    const targets = columns.map(({ name, source }, index): TargetColumn => {
      const type = typeOf(name);
      const cell =
        typeof source === 'number'
          ? `c${source}`
          : type === 'dynamic'
            ? jsonCell(index + 1)
            : `s[${index + 1}]`;
      return { name, type, sql: cell, from: 'text' };
    });
    const filled = [...constants]
      .filter(([name]) => !present.has(name))
      .map(([name, value]): TargetColumn => ({
        name,
        type: typeOf(name),
        sql: constantSql(value),
        from: 'text',
      }));
    return this.cached(file, [...targets, ...filled], async () => this.relation(file, columns));
  }

  /** The rows of one of the tables that a file of recorded Windows events becomes. */
  async events(
    { file }: AssignedFile,
    { columns }: Inspection,
    table: EventTable,
  ): Promise<CachedRows & { readonly ownTime: number }> {
    const reading = eventReading(
      columns.map(({ source }) => String(source)),
      table,
    );
    const marked: TargetColumn = { name: '', type: 'bool', sql: reading.ownTime, from: 'value' };
    const all = [...reading.columns, marked];
    const relation = async (): Promise<string> => jsonRows((await this.texts.json(file)).path, reading.keys);
    const rows = await this.cached(file, all, relation, reading.where);
    const ownTime = await this.countOwnTime(rows, all.length - 1);
    return { ...rows, columns: rows.columns.slice(0, -1), ownTime };
  }

  /** The rows of a Parquet file that cannot be scanned in place. */
  async parquetRows(file: SourceFile, columns: readonly TargetColumn[]): Promise<CachedRows> {
    return this.cached(
      file,
      columns,
      async () => `read_parquet(${sqlText((await this.texts.raw(file)).path)})`,
    );
  }

  /** An unpacked Parquet file, for as long as the converter lives. */
  async parquetPath(file: SourceFile): Promise<string> {
    return (await this.texts.raw(file)).path;
  }

  /** The engine that converts. */
  engine(): Promise<Engine> {
    this.opened ??= this.open();
    return this.opened;
  }

  /** Removes the copies that were made so far. */
  forget(): Promise<void> {
    return this.texts.forget();
  }

  /** Ends it. */
  async close(): Promise<void> {
    await this.texts.forget();
    if (this.opened) (await this.opened).close();
  }

  private async relation(file: SourceFile, columns: Inspection['columns']): Promise<string> {
    if (file.format === 'json')
      return jsonRows(
        (await this.texts.json(file)).path,
        columns.map(({ source }) => String(source)),
      );
    const { path, header, delimiter } = await this.texts.csv(file);
    return csvRows(path, header.length, delimiter, true);
  }

  private async countOwnTime(rows: CachedRows, place: number): Promise<number> {
    const key = cacheKey('own time', rows.path);
    const found = await this.options.store.readJson<number>(key);
    if (found !== undefined) return found;
    const [row] = await (
      await this.engine()
    ).ask<{ count: bigint }>(
      `SELECT count(*) FILTER (c${place}) AS count FROM read_parquet(${sqlText(rows.path)})`,
    );
    await this.options.store.writeJson(key, Number(row?.count ?? 0n));
    return Number(row?.count ?? 0n);
  }

  private async cached(
    file: SourceFile,
    columns: readonly TargetColumn[],
    relation: () => Promise<string>,
    where?: string,
  ): Promise<CachedRows> {
    const { store } = this.options;
    const key = cacheKey('rows', file.identity, columns, where);
    const found = await findConverted(store, key);
    const path = store.path(key, 'parquet');
    if (found) return { ...found, path };
    const from = await relation();
    return { ...(await writeConverted(await this.engine(), store, { key, columns, from, where })), path };
  }

  private async open(): Promise<Engine> {
    const { store, work, memoryLimit, files } = this.options;
    const engine = await Engine.open({
      files: [...new Set(files.map(({ path }) => path))],
      folders: [await realpath(store.folder), await realpath(work)],
      temporary: await realpath(work),
      memoryLimit,
    });
    for (const macro of CONVERSION_MACROS) await engine.run(macro);
    return engine;
  }
}

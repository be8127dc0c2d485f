import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportProgress } from '@casebook/core';
import { CasebookError } from '@casebook/core';
import { constantsOf } from '../constants';
import { generate } from '../generate';
import type { SampleSource } from '../sample';
import { SAMPLE_TABLES } from '../sample-tables';
import { TableWriter } from './table-writer';

/** A written table. */
export interface SampleFile {
  readonly table: string;
  readonly path: string;
  readonly rows: number;
}

/** How to write. */
export interface WriteOptions {
  readonly signal?: AbortSignal;
  readonly progress?: ReportProgress;
}

/**
 * Writes the sample into a folder, which is made if needed: one `<Table>.parquet` for each of SAMPLE_TABLES, sorted by
 * TimeGenerated; the rows of all files add up to `source.rows`. Holds about 130,000 rows of a table in memory at a time.
 * Existing files of the same names are replaced; an abort is a `QueryAborted` error and leaves an unfinished folder, so
 * write into a fresh folder and rename it.
 */
export async function writeSample(
  source: SampleSource,
  folder: string,
  { signal, progress }: WriteOptions = {},
): Promise<readonly SampleFile[]> {
  await mkdir(folder, { recursive: true });
  const duckdb = await import('@duckdb/node-api');
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: '1GB',
    temp_directory: join(folder, '.spill'),
  });
  const connection = await instance.connect();
  try {
    const writers = SAMPLE_TABLES.map(
      (table) => new TableWriter(duckdb, connection, { table, folder, constants: constantsOf(table.name) }),
    );
    const codecs = new Map(writers.map((writer) => [writer.name, writer.codec]));
    for (const { day, days, tables } of generate(source, codecs)) {
      if (signal?.aborted)
        throw new CasebookError('QueryAborted', 'aborted sample', { cause: signal.reason });
      for (const writer of writers) await writer.add(tables.get(writer.name) ?? []);
      progress?.({ message: 'Generating the sample', done: day, total: days });
    }
    for (const writer of writers) await writer.finish();
    return writers.map((writer) => ({ table: writer.name, path: writer.path, rows: writer.rows }));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

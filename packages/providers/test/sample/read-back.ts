import { createHash } from 'node:crypto';
import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sample, type SampleOptions } from '../../src/sample/sample';
import { writeSample, type SampleFile } from '../../src/sample/write/write-sample';

/** A written sample that SQL can ask; each table is a view. */
export interface WrittenSample {
  readonly files: readonly SampleFile[];
  ask(sql: string): Promise<Record<string, unknown>[]>;
  /** A hash of all rows of all tables, in order. */
  fingerprint(): Promise<string>;
  close(): void;
}

/** Writes a sample into a fresh folder and opens it. */
export async function readBack(options: SampleOptions): Promise<WrittenSample> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-sample-'));
  const files = await writeSample(sample(options), folder);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const { table, path } of files)
    await connection.run(`CREATE VIEW "${table}" AS SELECT * FROM read_parquet('${path}')`);
  const ask = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[];
  const fingerprint = async (): Promise<string> => {
    const hashes = files.map(
      ({ table }) => `SELECT md5(string_agg(md5(CAST(t AS VARCHAR)), '')) AS h FROM "${table}" t`,
    );
    const rows = await ask(hashes.join(' UNION ALL '));
    return createHash('sha256')
      .update(rows.map((row) => row.h).join(' '))
      .digest('hex');
  };
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  };
  return { files, ask, fingerprint, close };
}

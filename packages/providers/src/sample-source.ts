import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KqlType, ReportProgress } from '@casebook/core';
import { cacheKey } from './convert/cache-store';
import { SAMPLE_VERSION, type SampleSource } from './sample/sample';
import { SAMPLE_TABLES } from './sample/sample-tables';
import { writeSample } from './sample/write/write-sample';

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The folder of a sample's Parquet files below another folder: generated aside and renamed where it is not there yet. */
export const sampleFolder = async (
  source: SampleSource,
  parent: string,
  progress: ReportProgress,
): Promise<string> => {
  const { seed, rows } = source;
  const shape = cacheKey('sample', SAMPLE_VERSION, seed, rows, SAMPLE_TABLES);
  const folder = join(parent, `sample-${seed}-${rows}-${shape.slice(0, 12)}`);
  if (await isFolder(folder)) return folder;
  const aside = await mkdtemp(join(parent, 'aside-'));
  try {
    await writeSample(source, aside, { progress });
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!(await isFolder(folder))) throw error;
  }
  return folder;
};

/** The types in which the sample's files store their columns. */
export const sampleTypes = (table: string): ReadonlyMap<string, KqlType> | undefined => {
  const found = SAMPLE_TABLES.find(({ name }) => name === table);
  return found && new Map(found.columns.map(({ name, type }) => [name, type]));
};

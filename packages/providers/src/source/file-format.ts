import type { Format } from './source-file';

const FORMATS: Readonly<Record<string, Format>> = {
  parquet: 'parquet',
  csv: 'csv',
  tsv: 'csv',
  json: 'json',
  jsonl: 'json',
  ndjson: 'json',
};

/** What a file's name says about its content; nothing when it is no log file. */
export const fileFormat = (name: string): { format: Format; gzip: boolean } | undefined => {
  const lower = name.toLowerCase();
  const gzip = lower.endsWith('.gz');
  const extension = (gzip ? lower.slice(0, -3) : lower).split('.').at(-1) ?? '';
  const format = Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
  return format ? { format, gzip } : undefined;
};

/** Whether a file's name is that of an archive. */
export const isArchive = (name: string): boolean => name.toLowerCase().endsWith('.zip');

import { mkdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CasebookError } from '@casebook/core';
import type { GeoLookup, OutsideFiles, StoredFunctions } from '@casebook/kql';
import type { Issue } from '../convert/issue';
import type { Configuration } from '../source/configuration';
import { listSource } from '../source/list-source';
import type { SkippedFile, TextFile } from '../source/source-file';
import { loadFunctions } from '../stored/load-functions';
import type { ResolvedOptions } from '../workspace-options';
import { geoTable } from './geo-table';
import { MappedFiles, type AddressMapping } from './mapped-files';
import { readWatchlist, watchlistAlias, type Watchlist } from './watchlists';

/** What a workspace has beside its tables. */
export interface Outside {
  /** The folder of prepared files; the engine may read it. */
  readonly folder: string;
  readonly functions: StoredFunctions;
  readonly watchlists: readonly Watchlist[];
  readonly files: OutsideFiles;
  readonly geo?: GeoLookup;
  readonly issues: readonly Issue[];
}

/** What it is prepared from: the files of the source, its configuration, and its folder where it is one. */
export interface OutsideParts {
  readonly functions: readonly TextFile[];
  readonly watchlists: readonly TextFile[];
  readonly configuration: Configuration;
  readonly root?: string;
}

/** Prepares functions, watchlists and mapped files; those that the options name come beside those of the source. */
export const prepareOutside = async (
  parts: OutsideParts,
  work: string,
  options: ResolvedOptions,
): Promise<Outside> => {
  const folder = join(work, 'outside');
  await mkdir(folder, { recursive: true });
  const { functions: more, watchlists: lists } = await given(options);
  const { functions, skipped } = await loadFunctions([...parts.functions, ...more]);
  const watchlists: Watchlist[] = [];
  const issues = skipped.map(issueOf);
  for (const [index, file] of unique([...parts.watchlists, ...lists]).entries()) {
    const searchKey = parts.configuration.watchlists.get(watchlistAlias(file));
    const reading = { relation: `watchlist_${index}`, folder, ...(searchKey ? { searchKey } : {}) };
    try {
      watchlists.push(readWatchlist(file, reading));
    } catch (error) {
      const { message, help } = error as CasebookError;
      issues.push(issueOf({ name: file.name, reason: help ?? message }));
    }
  }
  const geo = await geoFile(parts, options);
  const files = new MappedFiles(await mappings(parts, options), folder);
  return { folder, functions, watchlists, files, ...(geo ? { geo: geoTable(geo) } : {}), issues };
};

const issueOf = ({ name, reason }: SkippedFile): Issue => ({
  kind: 'skipped file',
  table: '',
  file: name,
  count: 1,
  example: reason,
});

/** Files by alias; of two of one alias the first. */
const unique = (files: readonly TextFile[]): TextFile[] => [
  ...new Map([...files].reverse().map((file) => [watchlistAlias(file).toLowerCase(), file])).values(),
];

const given = async ({
  functions,
  watchlists,
}: ResolvedOptions): Promise<{ functions: readonly TextFile[]; watchlists: readonly TextFile[] }> => ({
  functions: functions === undefined ? [] : (await listed(functions)).functions,
  watchlists:
    watchlists === undefined
      ? []
      : (await listed(watchlists)).files
          .filter(({ format, entry }) => format === 'csv' && !entry)
          .map(({ name, path }) => ({ name, path })),
});

const listed = async (folder: string): ReturnType<typeof listSource> => {
  const real = await existing(folder, folder);
  if ((await stat(real)).isDirectory()) return listSource(real);
  throw new CasebookError('InvalidParameter', `no folder: ${folder}`);
};

const existing = async (path: string, shown: string): Promise<string> => {
  try {
    return await realpath(path);
  } catch (error) {
    throw new CasebookError('SourceNotFound', `missing file or folder: ${shown}`, { cause: error });
  }
};

/** A file that the configuration names below its folder, which it must not leave. */
const below = async (root: string | undefined, name: string): Promise<TextFile> => {
  const base = root ?? '';
  const path = await existing(join(base, name), name);
  if (path.startsWith(`${base}/`) || path.startsWith(`${base}\\`)) return { name, path };
  throw new CasebookError('InvalidConfiguration', `file outside of the folder: ${name}`);
};

const mappings = async (
  { configuration, root }: OutsideParts,
  options: ResolvedOptions,
): Promise<AddressMapping[]> => {
  const found: AddressMapping[] = [];
  for (const [address, path] of Object.entries(options.externalData))
    found.push({ address, name: path, path: await existing(path, path) });
  for (const [address, name] of configuration.externalData)
    found.push({ address, ...(await below(root, name)) });
  return found;
};

const geoFile = async (
  { configuration, root }: OutsideParts,
  { geo }: ResolvedOptions,
): Promise<TextFile | undefined> => {
  if (geo !== undefined) return { name: geo, path: await existing(geo, geo) };
  return configuration.geo === undefined ? undefined : below(root, configuration.geo);
};

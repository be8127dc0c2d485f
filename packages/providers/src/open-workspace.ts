import { mkdir, mkdtemp, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CasebookError } from '@casebook/core';
import type { Catalogue } from './catalogue/catalogue';
import { loadCatalogue, type Contents } from './catalogue/load-catalogue';
import { CacheStore } from './convert/cache-store';
import { Converter } from './convert/converter';
import { engineError } from './engine/engine-error';
import { fileClock } from './file-clock';
import { FileWorkspace, type FileWorkspaceParts } from './file-workspace';
import { warmParser } from './query/warm-parser';
import { otherWorkspaces, type OtherWorkspaces } from './outside/other-workspaces';
import { prepareOutside, type Outside, type OutsideParts } from './outside/prepare-outside';
import { isSampleSource, sample, type SampleSource } from './sample/sample';
import { sampleFolder, sampleTypes } from './sample-source';
import { assignTables } from './source/assign-tables';
import { NO_CONFIGURATION, readConfiguration } from './source/configuration';
import { listSource } from './source/list-source';
import type { Workspace } from './workspace';
import { resolveOptions, type ResolvedOptions, type WorkspaceOptions } from './workspace-options';

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 'ENOENT';

const realSource = async (source: string): Promise<string> => {
  try {
    return await realpath(source);
  } catch (error) {
    throw isMissing(error)
      ? new CasebookError('SourceNotFound', `missing data source: ${source}`, {
          help: "Give 'sample', a folder of log files, or a zip archive of them.",
          cause: error,
        })
      : new CasebookError('InvalidSource', `unreadable data source: ${source}`, { cause: error });
  }
};

/** What a source gives: its files by table, and what there is beside them. */
interface Given extends Omit<Contents, 'beside'> {
  readonly outside: OutsideParts;
}

const folderContents = async (path: string, kept: string): Promise<Given> => {
  const folder = (await stat(path)).isDirectory();
  const { files, skipped, functions, watchlists } = await listSource(path, await realpath(kept));
  const configuration = folder ? await readConfiguration(path) : NO_CONFIGURATION;
  return {
    assigned: assignTables(files, configuration),
    skipped,
    storedTypes: () => undefined,
    outside: { functions, watchlists, configuration, ...(folder ? { root: path } : {}) },
  };
};

const sampleContents = async (
  source: SampleSource,
  parent: string,
  options: ResolvedOptions,
): Promise<Given> => {
  const folder = await realpath(await sampleFolder(source, parent, options.report));
  const { files, skipped } = await listSource(folder);
  return {
    assigned: assignTables(files, NO_CONFIGURATION),
    skipped,
    storedTypes: sampleTypes,
    outside: { functions: [], watchlists: [], configuration: NO_CONFIGURATION },
  };
};

interface Loaded {
  readonly catalogue: Catalogue;
  readonly names: FileWorkspaceParts['names'];
}

const load = async (
  source: string | SampleSource,
  work: string,
  options: ResolvedOptions,
): Promise<Loaded> => {
  const kept = options.cache ? options.cacheFolder : join(work, 'cache');
  await mkdir(kept, { recursive: true, mode: 0o700 });
  const contents = isSampleSource(source)
    ? await sampleContents(source, kept, options)
    : await folderContents(await realSource(source), kept);
  const outside = await prepareOutside(contents.outside, work, options);
  const others = otherWorkspaces(options.workspaces);
  const beside = {
    folders: [outside.folder],
    files: others.files,
    views: [...outside.watchlists.map(({ sql }) => sql), ...others.views],
  };
  const store = await CacheStore.open(kept);
  const files = contents.assigned.map(({ file }) => file);
  const converter = new Converter({ store, work, memoryLimit: options.memoryLimit, files });
  try {
    const catalogue = await loadCatalogue(converter, { ...contents, beside }, work, options);
    const issues = [...catalogue.issues, ...outside.issues];
    return { catalogue: { ...catalogue, issues }, names: namesOf(outside, others, options) };
  } finally {
    await converter.close();
  }
};

const namesOf = (
  { functions, watchlists, files, geo }: Outside,
  { tables }: OtherWorkspaces,
  { missingTables }: ResolvedOptions,
): FileWorkspaceParts['names'] => ({
  functions,
  watchlists: watchlists.map(({ schema }) => schema),
  outside: files,
  ...(geo ? { geo } : {}),
  ...(tables.size > 0 ? { workspaces: tables } : {}),
  missingTables,
});

const named = (source: string | SampleSource): { name: string; source: string | SampleSource } => {
  if (source === 'sample') return { name: 'sample', source: sample() };
  if (isSampleSource(source)) return { name: 'sample', source: sample(source) };
  if (typeof source === 'string' && source !== '') return { name: 'files', source };
  throw new CasebookError('InvalidSource', `invalid data source: ${JSON.stringify(source)}`, {
    help: "Give 'sample', a folder of log files, or a zip archive of them.",
  });
};

/**
 * Opens a folder of log files, a zip archive of them, a single file, or the generated sample as a workspace that answers
 * KQL. Parquet is scanned in place; CSV, NDJSON and JSON lists are converted once into cached Parquet. A source that is not
 * there is `SourceNotFound`; one that cannot be read, `InvalidSource`; a mistake in `casebook.yaml`, `InvalidConfiguration`.
 * What was skipped, rejected or unreadable is in `report()`. The parser of KQL warms up in the background meanwhile.
 */
export const openWorkspace = async (
  source: string | SampleSource,
  options: WorkspaceOptions = {},
): Promise<Workspace> => {
  const resolved = resolveOptions(options);
  const { name, source: what } = named(source);
  const work = await realpath(await mkdtemp(join(tmpdir(), 'casebook-')));
  const cleanUp = (): Promise<void> => rm(work, { recursive: true, force: true });
  try {
    const { catalogue, names } = await load(what, work, resolved);
    const clock = fileClock(resolved.now, catalogue.tables);
    const shown = typeof source === 'string' ? source : `sample (seed ${source.seed}, ${source.rows} rows)`;
    const parts = { name, source: shown, catalogue, clock, options: resolved, names, cleanUp };
    const workspace = new FileWorkspace(parts);
    warmParser(() => workspace.isClosed);
    return workspace;
  } catch (error) {
    await cleanUp();
    throw engineError(error);
  }
};

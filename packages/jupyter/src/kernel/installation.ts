import { existsSync, realpathSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

/** Names that cells may import from the installation where their folder has none. */
const OWN_MODULE = /^(?:casebook|@casebook\/[a-z0-9-]+)(?:\/|$)/;

/** Whether a module belongs to Casebook. */
export const isOwnModule = (name: string): boolean => OWN_MODULE.test(name);

/** The folders from which the modules of the installation are found, best first. */
export type Installation = readonly string[];

/** The installation of this package; `launcher` is the file that was started, which may lead here by a link. */
export const installationOf = (launcher: string): Installation => [
  ...new Set([__dirname, dirname(resolve(launcher))]),
];

/** The folder that holds Node's types for cells whose own folder has none. */
export const typesFolder = (): string | undefined => {
  try {
    const fromTslab = createRequire(createRequire(__filename).resolve('tslab/package.json'));
    return dirname(dirname(fromTslab.resolve('@types/node/package.json')));
  } catch {
    return undefined;
  }
};

const OWN_NAMES = [
  'casebook',
  ...['core', 'kql', 'queries', 'entities', 'notebooklets-host', 'providers', 'vis', 'jupyter', 'runner'].map(
    (name) => `@casebook/${name}`,
  ),
];

/**
 * Where the types of Casebook's modules lie, by name and relative to the working folder, for cells whose own folder has none:
 * with them the compiler can also name what a cell never imported.
 */
export const typePaths = (cwd: string): Record<string, string[]> => {
  if (foldersOf('casebook', cwd).length > 0) return {};
  const own = createRequire(__filename);
  const found = OWN_NAMES.map((name) => [name, foldersOf(name, __dirname)] as const)
    .filter(([, folders]) => folders.length > 0)
    .map(([name, folders]) => {
      const { types = 'index.d.ts' } = own(`${name}/package.json`) as { types?: string };
      return [name, folders.map((folder) => relative(cwd, dirname(join(folder, types))))] as const;
    });
  return Object.fromEntries(found);
};

/** Where a folder's cells find a module: as it is linked, and where it really lies. */
const foldersOf = (name: string, from: string): string[] => {
  const places = createRequire(join(from, 'cell.js')).resolve.paths(name) ?? [];
  const linked = places.map((place) => join(place, name)).filter((folder) => existsSync(folder));
  return linked.flatMap((folder) => [folder, realpathSync(folder)]);
};

type Resolve = (request: string, ...rest: unknown[]) => string;

/** Lets `require` find Casebook's modules in the installation where the folder of the notebook has none. */
export const resolveFromInstallation = (installation: Installation): void => {
  const loader = Module as unknown as { _resolveFilename: Resolve };
  const find = loader._resolveFilename;
  loader._resolveFilename = function (this: unknown, request, ...rest) {
    try {
      return find.call(this, request, ...rest);
    } catch (error) {
      if (!isOwnModule(request) || (error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
      return find.call(this, request, undefined, false, { paths: installation });
    }
  };
};

import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as TypeScript from '@tslab/typescript-for-tslab';
import type { CellMaps } from './cell-maps';
import type { FileChecks } from './file-checks';
import { isOwnModule, typePaths, typesFolder, type Installation } from './installation';
import { mapCompilation } from './map-compilation';

type Ts = typeof TypeScript;
type Options = TypeScript.CompilerOptions;
type Host = TypeScript.WatchCompilerHostOfFilesAndCompilerOptions<TypeScript.BuilderProgram>;

const widen = (options: Options): Options => {
  const folder = typesFolder();
  return {
    ...options,
    lib: ['lib.es2023.d.ts'],
    types: ['node'],
    paths: typePaths(process.cwd()),
    typeRoots: [...(options.typeRoots ?? []), ...(folder === undefined ? [] : [folder])],
    inlineSourceMap: true,
  };
};

const resolveNames = (
  ts: Ts,
  host: Host,
  cache: TypeScript.ModuleResolutionCache,
  installation: Installation,
): void => {
  host.resolveModuleNameLiterals = (literals, containingFile, redirected, options) =>
    literals.map(({ text }) => {
      const found = ts.resolveModuleName(text, containingFile, options, host, cache, redirected);
      if (found.resolvedModule || !isOwnModule(text)) return found;
      const installed = installation
        .map((folder) => ts.resolveModuleName(text, join(folder, 'cell.ts'), options, host, cache))
        .find(({ resolvedModule }) => resolvedModule);
      return installed ?? found;
    });
  host.hasInvalidatedResolutions = () => false;
};

/**
 * Prepares tslab's own TypeScript before tslab loads it: files are looked at before a cell instead of watched, only Node's types are taken in by
 * themselves, Casebook's types are found in the installation where the folder of the notebook has none, and the places
 * of cells are noted in `maps`.
 */
export const prepareTypeScript = (installation: Installation, maps: CellMaps, files: FileChecks): Ts => {
  const fromTslab = createRequire(createRequire(__filename).resolve('tslab/package.json'));
  const file = fromTslab.resolve('@tslab/typescript-for-tslab');
  const ts = fromTslab(file) as Ts;
  ts.sys.watchFile = (file, onChange) => files.watch(file, onChange);
  ts.sys.watchDirectory = () => ({ close: () => undefined });
  const create = ts.createWatchCompilerHost as (
    files: string[],
    options: Options,
    ...rest: unknown[]
  ) => Host;
  const createWatchCompilerHost = (files: string[], options: Options, ...rest: unknown[]): Host => {
    const widened = widen(options);
    const host = create(files, widened, ...rest);
    resolveNames(
      ts,
      host,
      ts.createModuleResolutionCache(host.getCurrentDirectory(), (name) => name, widened),
      installation,
    );
    return host;
  };
  const loaded = fromTslab.cache[file];
  const transpileModule = mapCompilation(ts.transpileModule, maps);
  if (loaded) loaded.exports = { ...ts, createWatchCompilerHost, transpileModule };
  return ts;
};

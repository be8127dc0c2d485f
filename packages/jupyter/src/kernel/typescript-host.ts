import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as TypeScript from '@tslab/typescript-for-tslab';
import { installationFolder, isOwnModule, typePaths, typesFolder } from './installation';

type Ts = typeof TypeScript;
type Options = TypeScript.CompilerOptions;
type Host = TypeScript.WatchCompilerHostOfFilesAndCompilerOptions<TypeScript.BuilderProgram>;

const widen = (options: Options): Options => {
  const folder = typesFolder();
  return {
    ...options,
    types: ['node'],
    paths: typePaths(process.cwd()),
    typeRoots: [...(options.typeRoots ?? []), ...(folder === undefined ? [] : [folder])],
  };
};

const resolveNames = (ts: Ts, host: Host, cache: TypeScript.ModuleResolutionCache): void => {
  const own = join(installationFolder(), 'cell.ts');
  host.resolveModuleNameLiterals = (literals, containingFile, redirected, options) =>
    literals.map(({ text }) => {
      const found = ts.resolveModuleName(text, containingFile, options, host, cache, redirected);
      return found.resolvedModule || !isOwnModule(text)
        ? found
        : ts.resolveModuleName(text, own, options, host, cache);
    });
  host.hasInvalidatedResolutions = () => false;
};

/**
 * Prepares tslab's own TypeScript before tslab loads it: files are not watched, only Node's types are taken in by
 * themselves, and Casebook's types are found in the installation where the folder of the notebook has none.
 */
export const prepareTypeScript = (): void => {
  const fromTslab = createRequire(createRequire(__filename).resolve('tslab/package.json'));
  const file = fromTslab.resolve('@tslab/typescript-for-tslab');
  const ts = fromTslab(file) as Ts;
  const watcher = () => ({ close: () => undefined });
  ts.sys.watchFile = watcher;
  ts.sys.watchDirectory = watcher;
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
    );
    return host;
  };
  const loaded = fromTslab.cache[file];
  if (loaded) loaded.exports = { ...ts, createWatchCompilerHost };
};

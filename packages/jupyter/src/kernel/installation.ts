import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** Names that cells may import from the installation where their folder has none. */
const OWN_MODULE = /^(?:casebook|@casebook\/[a-z0-9-]+)(?:\/|$)/;

/** Whether a module belongs to Casebook. */
export const isOwnModule = (name: string): boolean => OWN_MODULE.test(name);

/** The folder from which the modules of the installation are found. */
export const installationFolder = (): string => __dirname;

/** The folder that holds Node's types for cells whose own folder has none. */
export const typesFolder = (): string | undefined => {
  try {
    const fromTslab = createRequire(createRequire(__filename).resolve('tslab/package.json'));
    return dirname(dirname(fromTslab.resolve('@types/node/package.json')));
  } catch {
    return undefined;
  }
};

type Resolve = (request: string, ...rest: unknown[]) => string;

/** Lets `require` find Casebook's modules in the installation where the folder of the notebook has none. */
export const resolveFromInstallation = (): void => {
  const loader = Module as unknown as { _resolveFilename: Resolve };
  const resolve = loader._resolveFilename;
  const fallback = createRequire(__filename);
  loader._resolveFilename = function (this: unknown, request, ...rest) {
    try {
      return resolve.call(this, request, ...rest);
    } catch (error) {
      if (!isOwnModule(request) || (error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
      const options = { paths: [dirname(fallback.resolve('../../package.json'))] };
      return resolve.call(this, request, undefined, false, options);
    }
  };
};

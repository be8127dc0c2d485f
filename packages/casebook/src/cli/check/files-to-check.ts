import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { CasebookError } from '@casebook/core';

/** A file to check: where it is, and what it is called in findings. */
export interface FileToCheck {
  readonly path: string;
  readonly name: string;
}

const CHECKED = /\.(kql|csl|kusto|ya?ml|ipynb)$/i;
const LEFT_OUT = /^(\.|node_modules$)/;

/** The files of paths: files as they are, of folders all that may hold KQL, sorted; hidden folders and `node_modules` are left out. A missing path is `SourceNotFound`. */
export async function filesToCheck(paths: readonly string[], cwd: string): Promise<readonly FileToCheck[]> {
  const found = await Promise.all(paths.map((path) => under(resolve(cwd, path), path)));
  return found.flat().map((path) => ({ path, name: nameOf(path, cwd) }));
}

const nameOf = (path: string, cwd: string): string => {
  const below = relative(cwd, path);
  return (below.startsWith('..') ? path : below).split(sep).join('/');
};

async function under(path: string, given: string): Promise<string[]> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (cause) {
    throw new CasebookError('SourceNotFound', `missing path: ${given}`, { cause });
  }
  if (!isFolder) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const sorted = entries
    .filter(({ name }) => !LEFT_OUT.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const nested = await Promise.all(
    sorted.map((entry) => {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) return under(inner, inner);
      return Promise.resolve(entry.isFile() && CHECKED.test(entry.name) ? [inner] : []);
    }),
  );
  return nested.flat();
}

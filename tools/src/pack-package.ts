import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, packageFolders } from './source-files';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Manifest;

const folderOf = (): Map<string, string> =>
  new Map(packageFolders().map((folder) => [manifestOf(folder).name, folder]));

/** The folders of a package and of all packages of the house that it leans on. */
export const houseOf = (folder: string): string[] => {
  const folders = folderOf();
  const reach = (start: string, seen: Set<string>): Set<string> => {
    seen.add(start);
    for (const name of Object.keys(manifestOf(start).dependencies ?? {})) {
      const next = folders.get(name);
      if (next !== undefined && !seen.has(next)) reach(next, seen);
    }
    return seen;
  };
  return [...reach(folder, new Set())];
};

/** Packs a package into a folder as `npm publish` would; gives the tarball's path. */
export const packPackage = (folder: string, target: string): string => {
  const output = execFileSync('npm', ['pack', '--json', '--pack-destination', target], {
    cwd: join(ROOT, folder),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(output) as { filename: string }[];
  return join(target, packed?.filename ?? '');
};

/** The name that a package is published under. */
export const packageName = (folder: string): string => manifestOf(folder).name;

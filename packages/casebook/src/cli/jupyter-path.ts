import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder whose `kernels/` holds Casebook's kernelspecs. */
export function jupyterPath(): string {
  return join(dirname(require.resolve('@casebook/jupyter/package.json')), 'share', 'jupyter');
}

/** The folders of JUPYTER_PATH: Casebook's own, then those of the environment. */
export function jupyterPaths(env: Readonly<Record<string, string | undefined>>): string[] {
  const own = jupyterPath();
  const given = (env['JUPYTER_PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':');
  return [own, ...given.filter((folder) => folder !== '' && folder !== own && existsSync(folder))];
}

import { existsSync } from 'node:fs';
import { jupyterPath } from '@casebook/jupyter';

/** The folders of JUPYTER_PATH: Casebook's own, then those of the environment. */
export function jupyterPaths(env: Readonly<Record<string, string | undefined>>): string[] {
  const own = jupyterPath();
  const given = (env['JUPYTER_PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':');
  return [own, ...given.filter((folder) => folder !== '' && folder !== own && existsSync(folder))];
}

import { ensureNodeModules } from './node-modules.mjs';
import { ensureVenv, requirePython } from './python.mjs';

/** Installs what is missing: first what only the user can install is looked for, then packages come, npm's and pip's side by side. */
export async function prepare() {
  await requirePython();
  await Promise.all([ensureNodeModules(), ensureVenv()]);
}
